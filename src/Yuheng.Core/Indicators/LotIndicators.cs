namespace Yuheng.Core.Indicators;

/// <summary>What a row does in an indicator.</summary>
public enum RowRole
{
    /// <summary>It does not count.</summary>
    None,

    /// <summary>It counts in the denominator only.</summary>
    Denominator,

    /// <summary>It counts in numerator and denominator.</summary>
    Numerator,
}

/// <summary>
/// The lot indicators K01 to K05: one definition of what counts, used by the sums, by the page that lists the rows
/// behind a figure, and by the export, so that the three cannot differ.
/// </summary>
public static class LotIndicators
{
    /// <summary>Identifiers of the indicators over lots.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["K01", "K02", "K03", "K04", "K05"];

    /// <summary>What a row does in an indicator. Rows of private tests do nothing anywhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not an indicator over lots.</exception>
    public static RowRole RoleOf(string id, in LotRow row)
    {
        if (!row.Has(RowFlags.Declared))
        {
            return RowRole.None;
        }

        return id switch
        {
            "K01" or "K02" => Role(IsJudged(row), row.Verdict == RowVerdict.Accept),
            "K03" => Role(IsJudged(row) && row.MainTested != 0, (row.MainFailed & row.MainTested) != 0),
            "K04" => Role(IsJudged(row) && row.Tests > 0, row.FailedTests > 0),
            "K05" => Role(row.Has(RowFlags.FirstSubmission), row.Has(RowFlags.Releasable)),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not an indicator over lots"),
        };
    }

    /// <summary>
    /// An inspected lot with a verdict, on its first submission: rework does not make a failure disappear.
    /// </summary>
    internal static bool IsJudged(in LotRow row) =>
        row.Verdict is RowVerdict.Accept or RowVerdict.NotAccept && row.Has(RowFlags.FirstSubmission);

    private static RowRole Role(bool counts, bool above) =>
        !counts ? RowRole.None : above ? RowRole.Numerator : RowRole.Denominator;
}
