namespace Yuheng.Server.Sheets;

/// <summary>How a written cell looks. The names are indexes into <see cref="XlsxStylesheet"/>.</summary>
internal enum Look
{
    /// <summary>Text that stays text (format <c>@</c>).</summary>
    Text,

    /// <summary>Head of a column.</summary>
    Header,

    /// <summary>Head of a column that must be filled in.</summary>
    Required,

    /// <summary>An example, grey.</summary>
    Sample,

    /// <summary>A cell of an accepted row.</summary>
    Good,

    /// <summary>The cell that is wrong.</summary>
    Bad,

    /// <summary>A reason or remark.</summary>
    Remark,

    /// <summary>Heading of a page of instructions.</summary>
    Title,

    /// <summary>A paragraph that wraps.</summary>
    Paragraph,

    /// <summary>A number that can be added up.</summary>
    Number,
}

/// <summary>A cell to write. Text is never a formula, whatever it begins with.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Comment">A note that opens at the cell.</param>
internal readonly record struct OutCell(string Text, Look Look = Look.Text, string? Comment = null)
{
    /// <summary>A value to be stored as a number; the text is not used then.</summary>
    public decimal? Value { get; init; }

    /// <summary>A cell that holds a number.</summary>
    public static OutCell Of(decimal value) => new("", Look.Number) { Value = value };
}

/// <summary>A column of a written sheet.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Look">Format of its cells that are not written.</param>
internal readonly record struct OutColumn(double Width, Look Look = Look.Text);

/// <summary>A drop-down list on the cells of a column; other entries stay possible.</summary>
/// <param name="Column">From 0.</param>
/// <param name="FirstRow">From 1.</param>
/// <param name="LastRow">From 1.</param>
/// <param name="Values">What can be chosen.</param>
internal sealed record OutChoice(int Column, int FirstRow, int LastRow, IReadOnlyList<string> Values);

/// <summary>A sheet to write.</summary>
/// <param name="Name">Name of the tab; cut and cleaned to what Excel allows.</param>
/// <param name="Rows">Rows from the first on.</param>
internal sealed record OutSheet(string Name, IEnumerable<IReadOnlyList<OutCell>> Rows)
{
    /// <summary>
    /// Widths and formats of whole columns, so that what is typed below the last row keeps its digits.
    /// </summary>
    public IReadOnlyList<OutColumn> Columns { get; init; } = [];

    /// <summary>Rows that stay in sight when scrolling.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Drop-down lists.</summary>
    public IReadOnlyList<OutChoice> Choices { get; init; } = [];
}
