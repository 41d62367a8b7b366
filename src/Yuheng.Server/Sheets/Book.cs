namespace Yuheng.Server.Sheets;

/// <summary>What kind of file was sent, told from its content.</summary>
internal enum BookFormat
{
    /// <summary>Text with separators.</summary>
    Csv,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx,
}

/// <summary>A file of sheets as read: visible sheets only, rows in their order.</summary>
/// <param name="Format">Workbook or text.</param>
/// <param name="Encoding">Encoding of a text file (<c>utf-8</c>, <c>GB18030</c>, <c>utf-16</c>); null for a
/// workbook.</param>
/// <param name="Sheets">At least one.</param>
internal sealed record Book(BookFormat Format, string? Encoding, IReadOnlyList<Sheet> Sheets);

/// <summary>One sheet: its rows that hold something.</summary>
/// <param name="Name">Name of the tab; empty for a text file.</param>
/// <param name="Rows">Rows with at least one entry, in order.</param>
internal sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>One row of a sheet.</summary>
/// <param name="Number">Row number as Excel shows it, from 1.</param>
/// <param name="Cells">Cells from column A on; shorter than the widest row where the rest is empty.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>Whether the row was hidden or filtered away when the file was saved.</summary>
    public bool Hidden { get; init; }

    /// <summary>The cell of a column (from 0), empty beyond the row's end.</summary>
    public Cell At(int column) => column < Cells.Count ? Cells[column] : Cell.Empty;
}
