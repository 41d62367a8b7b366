namespace Yuheng.Server.Sheets;

/// <summary>What a cell of a sheet held, as far as its file says.</summary>
internal enum CellKind
{
    /// <summary>Nothing, or only spaces.</summary>
    Empty,

    /// <summary>Text, digit for digit; every cell of a text file is text.</summary>
    Text,

    /// <summary>A number, written as its format shows it (<c>00000</c> keeps its zeros).</summary>
    Number,

    /// <summary>A day, or a day and time, in ISO form.</summary>
    Date,

    /// <summary>A formula; the text is the formula itself, its stored result is never taken.</summary>
    Formula,

    /// <summary>An Excel error value such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>Empty because the cell above or beside it is merged over it.</summary>
    Merged,
}

/// <summary>One cell as read.</summary>
/// <param name="Text">What stood there; never computed.</param>
/// <param name="Kind">How the file stored it.</param>
internal readonly record struct Cell(string Text, CellKind Kind)
{
    /// <summary>A cell that is not there.</summary>
    public static Cell Empty { get; } = new("", CellKind.Empty);

    /// <summary>A cell of text, empty when it holds only spaces.</summary>
    public static Cell Of(string text) =>
        string.IsNullOrWhiteSpace(text) ? Empty : new Cell(text, CellKind.Text);

    /// <summary>Whether nothing was entered here.</summary>
    public bool IsBlank => Kind is CellKind.Empty or CellKind.Merged;
}
