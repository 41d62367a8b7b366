using System.Globalization;
using System.Numerics;

namespace Yuheng.Core.Sampling;

/// <summary>
/// The switching rules of ISO 2859-1:1999 clause 9 (GB/T 2828.1-2012) as a pure fold: state and lot give the next
/// state. A change of severity restarts every count, the window of five included (the text leaves that open).
/// </summary>
public static class Switching
{
    private const int ScoreForReduced = 30;
    private const int LotsToReturnToNormal = 5;
    private const int NotAcceptedToDiscontinue = 5;
    private const int NotAcceptedToTighten = 2;
    private const int WindowOfFive = 0b11111;

    private static readonly Phrase ToTightened = Phrase.Of("sampling.switch.tightened");
    private static readonly Phrase ToNormal = Phrase.Of("sampling.switch.normal-after-five");
    private static readonly Phrase ToReduced = Phrase.Of("sampling.switch.reduced");
    private static readonly Phrase EndOfReduced = Phrase.Of("sampling.switch.reduced-ends");
    private static readonly Phrase Discontinued = Phrase.Of("sampling.switch.discontinued");
    private static readonly Phrase StillDiscontinued = Phrase.Of("sampling.switch.still-discontinued");
    private static readonly Phrase Resumed = Phrase.Of("sampling.switch.resumed");
    private static readonly Phrase Ignored = Phrase.Of("sampling.switch.resubmitted");

    /// <summary>The plan that the next lot will be inspected by; null while inspection is discontinued.</summary>
    /// <exception cref="Refused">The lot size is not 1 to 10^12.</exception>
    public static SamplingPlan? PlanFor(SwitchingState state, long lotSize) =>
        state.Severity == Severity.Discontinued ? null : FractionalPlans.For(state, lotSize).Plan;

    /// <summary>Takes one lot into account.</summary>
    /// <exception cref="Refused">The lot's facts do not suffice for a decision, or are impossible.</exception>
    public static SwitchingStep Step(SwitchingState state, LotOutcome lot)
    {
        CodeLetters.CheckLot(lot.Size);
        Phrase? resumed = null;
        if (state.Severity == Severity.Discontinued)
        {
            if (!lot.CorrectiveActionEffective)
            {
                return new(state.Severity, null, LotDecision.NotInspected, null, null, state, [StillDiscontinued]);
            }

            state = state.Enter(Severity.Tightened);
            resumed = Resumed;
        }

        var applied = FractionalPlans.For(state, lot.Size);
        var decision = Deciding.Decide(applied.Plan, lot.Nonconforming);
        if (decision.Decision == LotDecision.Continue)
        {
            throw new Refused(
                "refused.sampling.stages-missing",
                decision.Stage.ToString(CultureInfo.InvariantCulture),
                applied.Plan.SampleSizes.Length.ToString(CultureInfo.InvariantCulture)) { Field = "nonconforming" };
        }

        if (lot.Resubmitted)
        {
            int? unchanged = state.Severity == Severity.Normal ? state.Score : null;
            return Answer(state.Severity, applied.Plan, decision, unchanged, state, resumed, Ignored);
        }

        var counted = FractionalPlans.Count(state, applied, decision);
        return state.Severity switch
        {
            Severity.Normal => OnNormal(counted, lot, applied, decision),
            Severity.Tightened => OnTightened(counted, applied.Plan, decision, resumed),
            _ => OnReduced(counted, lot, applied.Plan, decision),
        };
    }

    /// <summary>The state after a whole history; equal to the running state by construction.</summary>
    /// <exception cref="Refused">A lot's facts do not suffice for a decision, or are impossible.</exception>
    public static SwitchingState Fold(SwitchingState start, IEnumerable<LotOutcome> lots) =>
        lots.Aggregate(start, (state, lot) => Step(state, lot).State);

    private static SwitchingStep OnNormal(
        SwitchingState state, LotOutcome lot, AppliedPlan applied, DecisionAtStage decision)
    {
        var accepted = decision.Decision == LotDecision.Accept;
        var gain = accepted ? SwitchingScore.Gain(applied, decision) : 0;
        var score = gain == 0 ? 0 : state.Score + gain;
        var recent = ((state.RecentNotAccepted << 1) | (accepted ? 0 : 1)) & WindowOfFive;
        if (BitOperations.PopCount((uint)recent) >= NotAcceptedToTighten)
        {
            return Answer(
                Severity.Normal, applied.Plan, decision, score, state.Enter(Severity.Tightened), ToTightened);
        }

        if (score >= ScoreForReduced && lot.ProductionSteady && lot.ReducedApproved)
        {
            return Answer(Severity.Normal, applied.Plan, decision, score, state.Enter(Severity.Reduced), ToReduced);
        }

        var next = state with { Score = score, RecentNotAccepted = recent };
        return Answer(Severity.Normal, applied.Plan, decision, score, next);
    }

    private static SwitchingStep OnTightened(
        SwitchingState state, SamplingPlan plan, DecisionAtStage decision, Phrase? resumed)
    {
        var accepted = decision.Decision == LotDecision.Accept;
        var next = state with
        {
            AcceptedInARow = accepted ? state.AcceptedInARow + 1 : 0,
            NotAcceptedTightened = state.NotAcceptedTightened + (accepted ? 0 : 1),
        };
        if (next.AcceptedInARow >= LotsToReturnToNormal)
        {
            return Answer(Severity.Tightened, plan, decision, null, state.Enter(Severity.Normal), resumed, ToNormal);
        }

        return next.NotAcceptedTightened >= NotAcceptedToDiscontinue
            ? Answer(
                Severity.Tightened, plan, decision, null, state.Enter(Severity.Discontinued), resumed, Discontinued)
            : Answer(Severity.Tightened, plan, decision, null, next, resumed);
    }

    private static SwitchingStep OnReduced(
        SwitchingState state, LotOutcome lot, SamplingPlan plan, DecisionAtStage decision)
    {
        var ends = decision.Decision == LotDecision.NotAccept || lot.ProductionIrregular || lot.OtherConditions;
        return ends
            ? Answer(Severity.Reduced, plan, decision, null, state.Enter(Severity.Normal), EndOfReduced)
            : Answer(Severity.Reduced, plan, decision, null, state);
    }

    private static SwitchingStep Answer(
        Severity severity,
        SamplingPlan plan,
        DecisionAtStage decision,
        int? score,
        SwitchingState next,
        params ReadOnlySpan<Phrase?> reasons)
    {
        var given = new List<Phrase>(reasons.Length);
        foreach (var reason in reasons)
        {
            if (reason is not null)
            {
                given.Add(reason);
            }
        }

        return new(severity, plan, decision.Decision, decision.Stage, score, next, given);
    }
}
