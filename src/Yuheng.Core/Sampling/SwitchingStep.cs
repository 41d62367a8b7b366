namespace Yuheng.Core.Sampling;

/// <summary>What became of one lot.</summary>
/// <param name="Severity">The severity under which it was inspected.</param>
/// <param name="Plan">Its plan; null when it was not inspected.</param>
/// <param name="Decision">Accept, not accept, or not inspected.</param>
/// <param name="DecidedAtStage">The stage that decided, from 1; null when it was not inspected.</param>
/// <param name="Score">The switching score after this lot, before a switch resets it; null outside normal.</param>
/// <param name="State">Where the series stands now; its severity is that of the next lot.</param>
/// <param name="Reasons">Why the severity changed or did not, where a rule was met.</param>
public sealed record SwitchingStep(
    Severity Severity,
    SamplingPlan? Plan,
    LotDecision Decision,
    int? DecidedAtStage,
    int? Score,
    SwitchingState State,
    IReadOnlyList<Phrase> Reasons);
