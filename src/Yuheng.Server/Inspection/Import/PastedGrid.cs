using System.Globalization;
using System.Text;
using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>A cell of a pasted block.</summary>
/// <param name="Row">From 0 in the block.</param>
/// <param name="Column">From 0 in the block.</param>
/// <param name="Text">What stands there, cleaned.</param>
/// <param name="Value">The number; null where the cell is empty or wrong.</param>
/// <param name="Reason">Why it is not a reading; null where it is, or where the cell is empty.</param>
internal sealed record GridCell(int Row, int Column, string Text, decimal? Value, Phrase? Reason);

/// <summary>
/// A block copied from Excel or WPS into the results grid: tabs between cells, line breaks between rows, quotes around
/// cells that hold either.
/// </summary>
internal static class PastedGrid
{
    /// <summary>The block as readings, cell by cell.</summary>
    /// <exception cref="Refused"><c>block-too-large</c>.</exception>
    public static IReadOnlyList<GridCell> Readings(string block)
    {
        var rows = Cells(block);
        var cells = new List<GridCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                cells.Add(Reading(row, column, rows[row][column]));
            }
        }

        return cells;
    }

    /// <summary>The block as texts. The line break that Excel puts at the end makes no further row.</summary>
    /// <exception cref="Refused"><c>block-too-large</c>.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Cells(string block)
    {
        if (block.Length > ImportLimits.Pasted)
        {
            throw TooLarge();
        }

        var text = block.ReplaceLineEndings("\n");
        var rows = new List<IReadOnlyList<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = Row(text, ref at);
            if (rows.Count == ImportLimits.PastedRows || row.Count > ImportLimits.PastedColumns)
            {
                throw TooLarge();
            }

            rows.Add(row);
        }

        return rows;
    }

    private static List<string> Row(string text, ref int at)
    {
        var row = new List<string>();
        while (true)
        {
            row.Add(Cell(text, ref at));
            if (at >= text.Length || text[at++] == '\n')
            {
                return row;
            }
        }
    }

    /// <summary>One cell; stops on the tab or line break after it.</summary>
    private static string Cell(string text, ref int at)
    {
        var start = at;
        if (text.AsSpan(at).StartsWith("\"") && Quoted(text, ref at) is { } quoted)
        {
            return quoted;
        }

        at = start;
        var length = text.AsSpan(start).IndexOfAny('\t', '\n');
        at = length < 0 ? text.Length : start + length;
        return text[start..at];
    }

    /// <summary>A quoted cell, or null where the quote is only a sign for inches.</summary>
    private static string? Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return at >= text.Length || text[at] is '\t' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }

    private static GridCell Reading(int row, int column, string given)
    {
        var text = CellText.Clean(given);
        if (text.Length == 0)
        {
            return new GridCell(row, column, "", null, null);
        }

        var read = Decimals.Read(text);
        return new GridCell(row, column, text, read.Reason is null ? read.Value : null, read.Reason);
    }

    private static Refused TooLarge() => new(
        "refused.import.block-too-large",
        ImportLimits.PastedRows.ToString(CultureInfo.InvariantCulture),
        ImportLimits.PastedColumns.ToString(CultureInfo.InvariantCulture))
    {
        Field = "block",
    };
}
