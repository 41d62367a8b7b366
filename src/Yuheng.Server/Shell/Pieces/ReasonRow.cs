namespace Yuheng.Server.Shell.Pieces;

/// <summary>Where a requirement is written: standard, edition, clause; and the pack row it was read from.</summary>
/// <param name="Standard">Number of the standard: GB/T 13927.</param>
/// <param name="Edition">Year or edition.</param>
/// <param name="Number">Clause or table.</param>
/// <param name="Href">Leads to the pack row.</param>
public sealed record ClauseRef(string Standard, string Edition, string Number, string? Href = null);

/// <summary>How sure a limit or a statement is.</summary>
public enum CertaintyLevel
{
    /// <summary>Read in the source itself.</summary>
    High,

    /// <summary>Read in a good secondary source.</summary>
    Medium,

    /// <summary>One weak source.</summary>
    Low,

    /// <summary>A person must confirm it before anything is decided by it.</summary>
    YoursToConfirm,
}

/// <summary>How sure, and by which source.</summary>
/// <param name="Level">How sure.</param>
/// <param name="Source">Which source says so.</param>
public sealed record CertaintyNote(CertaintyLevel Level, string? Source = null);

/// <summary>One line of the reasons of a decision, as shown.</summary>
/// <param name="Characteristic">What was tested.</param>
/// <param name="Clause">Where the requirement is written.</param>
/// <param name="Limit">The limit with its unit: <c>min 2.6 mm</c>.</param>
/// <param name="Measured">What was found, with its unit.</param>
/// <param name="Rule">How the two were compared.</param>
/// <param name="Tone">Colour of the outcome.</param>
/// <param name="Word">The outcome in a word.</param>
public sealed record ReasonRow(
    string Characteristic,
    ClauseRef? Clause,
    string Limit,
    string Measured,
    string Rule,
    Tone Tone,
    string Word)
{
    /// <summary>How sure the limit is.</summary>
    public CertaintyNote? Certainty { get; init; }

    /// <summary>A sentence more: why invalid, which units.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is marked a safety characteristic.</summary>
    public bool Safety { get; init; }
}
