using System.Collections.Immutable;

namespace Yuheng.Core.Sampling;

/// <summary>A plan for one lot and one class of nonconformity, with what led to it.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Edition">The edition of the standard, for the record of a decision.</param>
/// <param name="CodeLetter">The letter of the lot size and level; null for a lot of one item.</param>
/// <param name="FinalLetter">The letter after arrows were followed; null for a lot of one item.</param>
/// <param name="PlanUsed">What was really given: a double may fall back to a single plan.</param>
/// <param name="SampleSizes">Items drawn at each stage.</param>
/// <param name="Ac">Acceptance numbers, cumulative; null where a stage cannot accept.</param>
/// <param name="Re">Rejection numbers, cumulative.</param>
/// <param name="Confidence">How well these numbers are known.</param>
public sealed record SamplingPlan(
    PlanRequest Request,
    string Edition,
    string? CodeLetter,
    string? FinalLetter,
    PlanKind PlanUsed,
    ImmutableArray<int> SampleSizes,
    ImmutableArray<int?> Ac,
    ImmutableArray<int> Re,
    Confidence Confidence)
{
    /// <summary>The standard with its edition, as it was asked for.</summary>
    public string Standard => Request.Standard;

    /// <summary>True when the first sample is not smaller than the lot: every item is inspected.</summary>
    public bool InspectAll => Request.LotSize is { } lot && SampleSizes[0] >= lot;

    /// <summary>Items to inspect at the first stage, at most the lot; null when no lot size is known.</summary>
    public long? ItemsToInspect => Request.LotSize is { } lot ? Math.Min(SampleSizes[0], lot) : null;

    /// <summary>Why the plan is what it is: letter, arrow, fall-back, whole lot, edition, confidence.</summary>
    public IReadOnlyList<Phrase> Explain => PlanExplanation.Of(this);
}
