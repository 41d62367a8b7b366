namespace Yuheng.Core.Sampling;

/// <summary>What a plan says of a lot.</summary>
public enum LotDecision
{
    /// <summary>The lot is acceptable.</summary>
    Accept,

    /// <summary>The lot is not acceptable.</summary>
    NotAccept,

    /// <summary>Another sample is needed.</summary>
    Continue,

    /// <summary>Inspection is discontinued.</summary>
    NotInspected,
}

/// <summary>A decision and where it fell.</summary>
/// <param name="Decision">Accept, not accept, or continue with the next sample.</param>
/// <param name="Stage">The stage that decided, from 1; the number of stages seen while it continues.</param>
/// <param name="Found">Nonconforming items found up to that stage.</param>
/// <param name="InGap">Accepted between Ac and Re (reduced MIL-STD-105E plans): normal inspection must return.</param>
public readonly record struct DecisionAtStage(LotDecision Decision, int Stage, long Found, bool InGap = false);
