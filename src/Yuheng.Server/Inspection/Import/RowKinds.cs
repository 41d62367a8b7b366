using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Tells rows that declare something from those that only belong to the paper.</summary>
internal static class RowKinds
{
    /// <summary>Why a row is passed over, or null where it says something.</summary>
    public static Phrase? WhySkipped(FoundHeader header, SheetRow row, ColumnList columns)
    {
        var first = row.Cells.FirstOrDefault(cell => !cell.IsBlank).Text ?? "";
        return IsMark(first, Words.All.SampleMarks) ? Phrase.Of("import.skipped.example")
            : IsTotal(row) ? Phrase.Of("import.skipped.total")
            : header.IsRepeated(row) ? Phrase.Of("import.skipped.repeated-head")
            : IsAside(header, row) ? Phrase.Of("import.skipped.aside")
            : IsUntouched(header, row, columns) ? Phrase.Of("import.skipped.not-filled-in")
            : null;
    }

    private static bool IsMark(string text, IReadOnlyList<string> marks) =>
        marks.Contains(CellText.Key(text), StringComparer.Ordinal);

    /// <summary>A line of totals: the word stands in one of the first cells and there is no lot.</summary>
    private static bool IsTotal(SheetRow row) =>
        row.Cells.Where(cell => !cell.IsBlank).Take(2).Any(cell => IsMark(cell.Text, Words.All.TotalMarks));

    /// <summary>A line of words under the table ("made by …"): one entry, and not where a lot would be named.</summary>
    private static bool IsAside(FoundHeader header, SheetRow row) =>
        row.Cells.Count(cell => !cell.IsBlank) == 1 && header.Cell(row, "lotNumber").IsBlank
        && header.Cell(row, "quantity").IsBlank && header.Cell(row, "test").IsBlank;

    /// <summary>A prepared row in which only the product and its number stand.</summary>
    private static bool IsUntouched(FoundHeader header, SheetRow row, ColumnList columns) =>
        columns.Columns.Any(column => column.OfProduct)
        && columns.Columns.All(column => column.OfProduct || column.Returned || column.Key == "sequence"
            || header.Cell(row, column.Key).IsBlank);
}
