using Sylvan.Data.Csv;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>
/// A text file with separators as a sheet. Every cell is text: nothing is taken for a number or a day.
/// </summary>
internal static class CsvSheet
{
    /// <summary>
    /// A record may not be longer than this: a full row of long cells; else an open quote swallows the file.
    /// </summary>
    private const int RecordLength = 512 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads the text.</summary>
    /// <exception cref="Refused"><c>quote</c>, <c>too-many-rows</c>, <c>too-many-columns</c>,
    /// <c>cell-too-long</c>.</exception>
    public static Sheet Read(string text)
    {
        var (separator, skipped) = Separator(text);
        var start = skipped ? text.IndexOf('\n') + 1 : 0;
        try
        {
            return new Sheet("", Rows(text[start..], separator, skipped ? 1 : 0));
        }
        catch (CsvRecordTooLargeException)
        {
            throw SheetChecks.CellTooLong();
        }
        catch (CsvFormatException e)
        {
            throw SheetChecks.File("quote", (e.RowNumber + (skipped ? 1 : 0)));
        }
    }

    private static List<SheetRow> Rows(string text, char separator, int rowsBefore)
    {
        var rows = new List<SheetRow>();
        if (text.Length == 0)
        {
            return rows;
        }

        using var reader = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = separator,
            // A line beginning with '#' is a row here (bench "#1"), not a comment; no file holds this character.
            Comment = '\uFFFF',
            MaxBufferSize = RecordLength,
        });
        while (reader.Read())
        {
            var cells = Cells(reader);
            if (cells.All(cell => cell.IsBlank))
            {
                continue;
            }

            if (rows.Count == SheetLimits.Rows)
            {
                throw SheetChecks.TooManyRows();
            }

            rows.Add(new SheetRow(reader.RowNumber + rowsBefore, cells));
        }

        return rows;
    }

    private static Cell[] Cells(CsvDataReader reader)
    {
        var cells = new Cell[Math.Min(reader.RowFieldCount, SheetLimits.Columns)];
        for (var column = 0; column < reader.RowFieldCount; column++)
        {
            var text = reader.GetString(column);
            SheetChecks.Length(text.Length);
            if (column < cells.Length)
            {
                cells[column] = Cell.Of(SafeText.Unguarded(text));
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                throw SheetChecks.TooManyColumns();
            }
        }

        return cells;
    }

    /// <summary>
    /// The separator that stands most often outside quotes in the first lines; Excel's own first line <c>sep=;</c>
    /// wins.
    /// </summary>
    private static (char Separator, bool FirstLineSaysSo) Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4
            && Separators.Contains(text[4]) && text.AsSpan(5) is ['\r', '\n', ..] or ['\n', ..])
        {
            return (text[4], true);
        }

        Span<int> counts = stackalloc int[Separators.Length];
        var quoted = false;
        var lines = 0;
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character == '\n' && ++lines == SheetLimits.SniffedLines)
            {
                break;
            }
            else if (!quoted && Array.IndexOf(Separators, character) is >= 0 and var which)
            {
                counts[which]++;
            }
        }

        var best = 0;
        for (var which = 1; which < counts.Length; which++)
        {
            best = counts[which] > counts[best] ? which : best;
        }

        return (Separators[best], false);
    }
}
