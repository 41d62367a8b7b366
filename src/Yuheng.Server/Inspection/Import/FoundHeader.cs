using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>The head of a sheet as it was recognised.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Index">Index of the head among the sheet's rows.</param>
/// <param name="Places">Position (from 0) of every known column.</param>
/// <param name="Units">Units that stand in the headings.</param>
/// <param name="Ignored">Headings that are not known: said to the person, never guessed.</param>
internal sealed record FoundHeader(
    Sheet Sheet,
    int Index,
    IReadOnlyDictionary<string, int> Places,
    IReadOnlyDictionary<string, string> Units,
    IReadOnlyList<string> Ignored)
{
    /// <summary>Row number of the head.</summary>
    public int RowNumber => Sheet.Rows[Index].Number;

    /// <summary>The rows under the head.</summary>
    public IEnumerable<SheetRow> Rows => Sheet.Rows.Skip(Index + 1);

    /// <summary>Whether the sheet has the column.</summary>
    public bool Has(string key) => Places.ContainsKey(key);

    /// <summary>The cell of a column; empty where the sheet has no such column.</summary>
    public Cell Cell(SheetRow row, string key) =>
        Places.TryGetValue(key, out var place) ? row.At(place) : Sheets.Cell.Empty;

    /// <summary>The heading as it stands in the file.</summary>
    public string Heading(string key) => CellText.Clean(Sheet.Rows[Index].At(Places[key]).Text);

    /// <summary>The unit in the heading, or null.</summary>
    public string? Unit(string key) => Units.GetValueOrDefault(key);

    /// <summary>Address of a cell for messages: <c>J29</c>, or null where the sheet has no such column.</summary>
    public string? Address(SheetRow row, string key) =>
        Places.TryGetValue(key, out var place) ? CellAddress.Of(row.Number, place) : null;

    /// <summary>Whether a row repeats the head, as printed lists do on every page.</summary>
    public bool IsRepeated(SheetRow row) =>
        Places.Values.All(place => row.At(place).Text == Sheet.Rows[Index].At(place).Text);

    /// <summary>
    /// Finds the head in the first sheet that has one: the row, among the first rows, in which most columns are known.
    /// </summary>
    /// <exception cref="Refused"><c>no-header</c>, <c>column-twice</c>.</exception>
    public static FoundHeader Find(Book book, ColumnList columns)
    {
        foreach (var sheet in book.Sheets)
        {
            if (BestRow(sheet, columns) is { } index)
            {
                return Read(sheet, index, columns);
            }
        }

        var expected = columns.Columns.Where(column => column.Required).Select(column => $"{column.Zh} / {column.En}");
        throw new Refused(
            "refused.import.no-header", ImportLimits.HeaderSearch.ToString(Invariant), string.Join(", ", expected))
        {
            Field = "file",
        };
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static int? BestRow(Sheet sheet, ColumnList columns)
    {
        var most = ImportLimits.HeaderHits - 1;
        int? best = null;
        for (var index = 0; index < Math.Min(sheet.Rows.Count, ImportLimits.HeaderSearch); index++)
        {
            var hits = sheet.Rows[index].Cells
                .Select(cell => cell.IsBlank ? null : columns.Find(cell.Text)?.Column.Key)
                .Where(key => key is not null).Distinct().Count();
            if (hits > most)
            {
                (most, best) = (hits, index);
            }
        }

        return best;
    }

    private static FoundHeader Read(Sheet sheet, int index, ColumnList columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        var ignored = new List<string>();
        var row = sheet.Rows[index];
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (row.At(place).IsBlank)
            {
                continue;
            }

            if (columns.Find(row.At(place).Text) is not var (column, unit))
            {
                ignored.Add(CellText.Clean(row.At(place).Text));
                continue;
            }

            if (!places.TryAdd(column.Key, place))
            {
                throw new Refused(
                    "refused.import.column-twice",
                    CellText.Clean(row.At(place).Text),
                    CellAddress.Of(row.Number, places[column.Key]),
                    CellAddress.Of(row.Number, place))
                {
                    Field = "file",
                };
            }

            if (unit is not null)
            {
                units[column.Key] = unit;
            }
        }

        return new FoundHeader(sheet, index, places, units, ignored);
    }
}
