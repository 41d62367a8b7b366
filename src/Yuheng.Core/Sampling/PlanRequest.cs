namespace Yuheng.Core.Sampling;

/// <summary>
/// What is asked of the tables: a standard with its edition, the kind of plan, the severity, an AQL, and either lot
/// size and level or a code letter.
/// </summary>
/// <param name="Standard">One of <see cref="Standards.All"/> by name.</param>
/// <param name="Plan">Single, double or multiple.</param>
/// <param name="Severity">Normal, tightened or reduced.</param>
/// <param name="Aql">An AQL of the series as a text; compared by value.</param>
/// <param name="LotSize">Items in the lot, 1 to 10^12; null when a code letter is given.</param>
/// <param name="Level">S-1 to S-4, I, II or III; null when a code letter is given.</param>
/// <param name="CodeLetter">A to R in place of lot size and level.</param>
public sealed record PlanRequest(
    string Standard,
    PlanKind Plan,
    Severity Severity,
    string Aql,
    long? LotSize,
    string? Level,
    string? CodeLetter)
{
    /// <summary>A request by lot size and level.</summary>
    public static PlanRequest ForLot(string standard, string aql, long lotSize, string level) =>
        new(standard, PlanKind.Single, Severity.Normal, aql, lotSize, level, null);

    /// <summary>A request by code letter.</summary>
    public static PlanRequest ForLetter(string standard, string aql, string codeLetter) =>
        new(standard, PlanKind.Single, Severity.Normal, aql, null, null, codeLetter);
}
