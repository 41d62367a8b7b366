namespace Yuheng.Core.Indicators;

/// <summary>From where lots came to be tested. Rates of different frames are never put together.</summary>
public enum SamplingFrame : byte
{
    /// <summary>Lots declared for release, drawn with a known chance.</summary>
    Release,

    /// <summary>Taken from a maker's stock.</summary>
    MakerStock,

    /// <summary>Bought on the market.</summary>
    MarketPurchase,

    /// <summary>Tested because of a complaint or notice.</summary>
    Complaint,
}

/// <summary>A lot's verdict as it counts.</summary>
public enum RowVerdict : byte
{
    /// <summary>Not inspected: documents only, or not yet.</summary>
    None,

    /// <summary>Accepted.</summary>
    Accept,

    /// <summary>Not accepted.</summary>
    NotAccept,

    /// <summary>Could not be judged; counted apart and in no rate.</summary>
    CannotJudge,
}

/// <summary>
/// One lot as the indicators see it. Small, so that millions fit in memory; what is counted is fixed by
/// <see cref="LotIndicators.RoleOf"/>.
/// </summary>
/// <param name="Firm">Number of the maker in the caller's list.</param>
/// <param name="Day">Day of the verdict, or of submission where there is none, as a day number.</param>
/// <param name="Frame">Sampling frame.</param>
/// <param name="Verdict">First verdict, before rework.</param>
/// <param name="Probability">Frozen chance of inspection; 0 where the frame knows none.</param>
/// <param name="MainTested">Listed main characteristics on which the lot was tested, one bit each.</param>
/// <param name="MainFailed">Those on which it failed.</param>
/// <param name="Tests">All characteristic tests of the lot.</param>
/// <param name="FailedTests">Those that failed.</param>
/// <param name="ValueCents">Value in US cents.</param>
/// <param name="Flags">What else is known.</param>
public readonly record struct LotRow(
    int Firm,
    int Day,
    SamplingFrame Frame,
    RowVerdict Verdict,
    double Probability,
    ulong MainTested,
    ulong MainFailed,
    int Tests,
    int FailedTests,
    long ValueCents,
    RowFlags Flags)
{
    /// <summary>Whether the flag is set.</summary>
    public bool Has(RowFlags flag) => (Flags & flag) != 0;
}

/// <summary>Further facts of a row.</summary>
[Flags]
public enum RowFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Declared. A test that a firm made before declaring is private and counts in nothing.</summary>
    Declared = 1,

    /// <summary>Submitted for the first time, not again after rework.</summary>
    FirstSubmission = 2,

    /// <summary>A credential could be issued on this submission.</summary>
    Releasable = 4,

    /// <summary>Accepted in the end, after rework or re-test.</summary>
    AcceptedInTheEnd = 8,
}
