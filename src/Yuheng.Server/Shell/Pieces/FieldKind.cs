namespace Yuheng.Server.Shell.Pieces;

/// <summary>What a field takes, and so which keyboard a phone shows.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A whole number or a decimal: digits and a point; full-width digits are understood.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>One of a list, in a drop-down.</summary>
    Select,

    /// <summary>One of a few, all in sight.</summary>
    Radios,

    /// <summary>Any of a few, all in sight.</summary>
    Checks,

    /// <summary>Yes or no.</summary>
    Tick,

    /// <summary>A secret; never shown back.</summary>
    Password,

    /// <summary>A file.</summary>
    File,
}

/// <summary>One choice of a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
public sealed record Choice(string Value, string Label)
{
    /// <summary>What the choice means, under its label.</summary>
    public string? Hint { get; init; }
}
