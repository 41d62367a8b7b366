namespace Yuheng.Core.Sampling;

/// <summary>One inspected lot as a fact of the history.</summary>
/// <param name="Size">Items in the lot.</param>
/// <param name="Nonconforming">Found in each stage, not cumulative.</param>
public sealed record LotOutcome(long Size, IReadOnlyList<long> Nonconforming)
{
    /// <summary>The lot was not accepted before and is presented again: it changes no state.</summary>
    public bool Resubmitted { get; init; }

    /// <summary>Production runs at a steady rate (a condition of reduced inspection).</summary>
    public bool ProductionSteady { get; init; } = true;

    /// <summary>Production became irregular or delayed (ends reduced inspection).</summary>
    public bool ProductionIrregular { get; init; }

    /// <summary>The responsible authority wants reduced inspection.</summary>
    public bool ReducedApproved { get; init; } = true;

    /// <summary>Other conditions ask for normal inspection (ends reduced inspection).</summary>
    public bool OtherConditions { get; init; }

    /// <summary>
    /// Before this lot the supplier's corrective action was judged effective: inspection resumes, tightened.
    /// </summary>
    public bool CorrectiveActionEffective { get; init; }
}
