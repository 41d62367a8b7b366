using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

public sealed class SwitchingTests
{
    private static readonly InspectionAgreement Agreement = new("ISO 2859-1:1999", PlanKind.Single, "II", "1.0");

    // Lot 500, level II, AQL 1.0: H, 50 items, Ac 1; tightened J 80, Ac 1; reduced D (H → G?) as the tables say.
    private static LotOutcome Good => new(500, [0]);

    private static LotOutcome Bad => new(500, [9]);

    [Fact]
    public void A_series_starts_under_normal_inspection() => Run([Good])[0].Severity.ShouldBe(Severity.Normal);

    [Fact]
    public void Two_of_five_lots_not_accepted_tighten_at_once()
    {
        var steps = Run([Bad, Good, Good, Good, Bad, Good]);

        steps[4].State.Severity.ShouldBe(Severity.Tightened);
        steps[4].Reasons.ShouldHaveSingleItem().Code.ShouldBe("sampling.switch.tightened");
        steps[5].Severity.ShouldBe(Severity.Tightened);
    }

    [Fact]
    public void Two_of_six_lots_not_accepted_do_not_tighten() =>
        Run([Bad, Good, Good, Good, Good, Bad])[5].State.Severity.ShouldBe(Severity.Normal);

    [Fact]
    public void Five_accepted_in_a_row_bring_normal_back_and_the_window_starts_anew()
    {
        var steps = Run([Bad, Bad, Good, Good, Good, Good, Good, Bad, Good]);

        steps[6].State.Severity.ShouldBe(Severity.Normal);
        steps[8].State.Severity.ShouldBe(Severity.Normal);
    }

    [Fact]
    public void Five_not_accepted_under_tightened_discontinue_and_action_resumes_tightened()
    {
        var steps = Run([
            Bad, Bad, Bad, Good, Bad, Bad, Good, Bad, Bad, Good, Good with { CorrectiveActionEffective = true }, Bad]);

        steps[7].State.Severity.ShouldBe(Severity.Tightened);
        steps[8].State.Severity.ShouldBe(Severity.Discontinued);
        steps[9].Decision.ShouldBe(LotDecision.NotInspected);
        steps[9].Plan.ShouldBeNull();
        steps[10].Severity.ShouldBe(Severity.Tightened);
        steps[10].Reasons.ShouldHaveSingleItem().Code.ShouldBe("sampling.switch.resumed");
        steps[11].State.NotAcceptedTightened.ShouldBe(1);
    }

    [Fact]
    public void Fifteen_lots_with_Ac_1_accepted_reach_30_and_reduce()
    {
        var steps = Run([.. Enumerable.Repeat(Good, 15)]);

        steps[13].Score.ShouldBe(28);
        steps[14].Score.ShouldBe(30);
        steps[14].State.Severity.ShouldBe(Severity.Reduced);
        steps[14].State.Score.ShouldBe(0);
    }

    [Fact]
    public void The_score_of_a_larger_Ac_needs_the_lot_to_pass_one_step_tighter()
    {
        var agreement = Agreement with { Aql = "2.5" };
        Run([new(500, [2])], agreement)[0].Score.ShouldBe(3);
        Run([new(500, [0]), new(500, [3])], agreement)[1].Score.ShouldBe(0);
        Run([new(500, [3])], agreement)[0].Decision.ShouldBe(LotDecision.Accept);
    }

    [Fact]
    public void A_double_plan_scores_only_on_the_first_sample()
    {
        var agreement = Agreement with { Plan = PlanKind.Double, Aql = "2.5" };

        var steps = Run([new(500, [0]), new(500, [2, 0]), new(500, [1, 0])], agreement);

        steps.Select(s => s.Score).ShouldBe([3, 0, 3]);
        steps.Select(s => s.DecidedAtStage).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public void A_multiple_plan_scores_up_to_the_third_sample()
    {
        var agreement = Agreement with { Plan = PlanKind.Multiple, Aql = "2.5" };

        // H at 2.5: Ac # 0 1 2 4, Re 3 3 4 5 5.
        var steps = Run([new(500, [0, 0]), new(500, [1, 0, 0]), new(500, [2, 0, 0, 0])], agreement);

        steps.Select(s => s.DecidedAtStage).ShouldBe([2, 3, 4]);
        steps.Select(s => s.Score).ShouldBe([3, 6, 0]);
    }

    [Fact]
    public void Without_steady_production_or_leave_a_score_of_30_does_not_reduce()
    {
        var lots = Enumerable.Repeat(Good, 14).ToList();
        Run([.. lots, Good with { ProductionSteady = false }])[14].State.Severity.ShouldBe(Severity.Normal);
        var steps = Run([.. lots, Good with { ReducedApproved = false }, Good]);
        steps[14].State.Severity.ShouldBe(Severity.Normal);
        steps[15].State.Severity.ShouldBe(Severity.Reduced);
        steps[15].Score.ShouldBe(32);
    }

    [Theory]
    [InlineData(9, false, false)]
    [InlineData(0, true, false)]
    [InlineData(0, false, true)]
    public void Reduced_ends_with_a_lot_not_accepted_or_irregular_production_or_other_conditions(
        int found, bool irregular, bool other)
    {
        var last = new LotOutcome(500, [found]) { ProductionIrregular = irregular, OtherConditions = other };

        var steps = Run([.. Enumerable.Repeat(Good, 16), last]);

        steps[15].State.Severity.ShouldBe(Severity.Reduced);
        steps[15].Score.ShouldBeNull();
        steps[16].State.Severity.ShouldBe(Severity.Normal);
    }

    [Fact]
    public void A_resubmitted_lot_is_decided_and_changes_nothing()
    {
        var steps = Run([Good, Bad, Bad with { Resubmitted = true }, Good]);

        steps[2].Decision.ShouldBe(LotDecision.NotAccept);
        steps[2].State.ShouldBe(steps[1].State);
        steps[2].Score.ShouldBe(0);
        steps[3].Severity.ShouldBe(Severity.Normal);
        var tightened = Run([Bad, Bad, Bad with { Resubmitted = true }]);
        tightened[2].Score.ShouldBeNull();
        tightened[2].State.ShouldBe(tightened[1].State);
    }

    [Fact]
    public void A_lot_of_one_is_decided_by_its_item() =>
        Run([new(1, [1])])[0].Decision.ShouldBe(LotDecision.NotAccept);

    [Fact]
    public void The_plan_of_the_next_lot_is_known_before_it_is_drawn()
    {
        var state = SwitchingState.Start(Agreement);
        Switching.PlanFor(state, 500)!.SampleSizes.ShouldBe([50]);
        Switching.PlanFor(state with { Severity = Severity.Discontinued }, 500).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_decided_is_refused()
    {
        var agreement = Agreement with { Plan = PlanKind.Double, Aql = "2.5" };
        Refusal(() => Run([new(500, [2])], agreement)).ShouldBe("stages-missing");
        Refusal(() => Run([new(500, [])])).ShouldBe("stages-missing");
        Refusal(() => Run([new(500, [-1])])).ShouldBe("nonconforming");
        Refusal(() => Run([new(500, [long.MaxValue])])).ShouldBe("nonconforming");
        Refusal(() => Run([new(0, [0])])).ShouldBe("lot-size");
        Refusal(() => SwitchingState.Start(Agreement with { Standard = "MIL-STD-105E" }))
            .ShouldBe("switching-not-offered");
        Refusal(() => SwitchingState.Start(Agreement with { Standard = "ISO 2859-1:2026" }))
            .ShouldBe("switching-not-offered");
        Refusal(() => SwitchingState.Start(Agreement with { Aql = "3.0" })).ShouldBe("aql-unknown");
        Refusal(() => SwitchingState.Start(agreement with { Fractional = FractionalUse.Varying }))
            .ShouldBe("fractional-single-only");
    }

    [Fact]
    public void Recomputing_the_history_gives_the_running_state() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Lots).Sample((plan, fractional, lots) =>
        {
            var use = plan == 0 ? (FractionalUse)fractional : FractionalUse.None;
            var start = SwitchingState.Start(Agreement with { Plan = (PlanKind)plan, Aql = "0.65", Fractional = use });
            var running = start;
            for (var i = 0; i < lots.Count; i++)
            {
                running = Switching.Step(running, lots[i]).State;
                running.ShouldBe(Switching.Fold(start, lots.Take(i + 1)));
            }
        });

    [Fact]
    public void Inspection_never_discontinues_without_tightened_and_never_reduces_from_tightened() =>
        Lots.Sample(lots =>
        {
            foreach (var step in Run(lots))
            {
                var (from, to) = (step.Severity, step.State.Severity);
                (from == to || (from, to) is (Severity.Normal, Severity.Tightened)
                    or (Severity.Tightened, Severity.Normal) or (Severity.Normal, Severity.Reduced)
                    or (Severity.Reduced, Severity.Normal)
                    or (Severity.Tightened, Severity.Discontinued)).ShouldBeTrue();
            }
        });

    [Fact]
    public void Fractional_constant_plans_allow_one_after_enough_clean_samples()
    {
        // AQL 0.40 at H: Ac 1/3 on 50 items.
        var agreement = Agreement with { Aql = "0.40", Fractional = FractionalUse.Constant };

        var steps = Run(new[] { 1, 0, 1, 0, 0, 1 }.Select(found => new LotOutcome(500, [found])), agreement);

        steps[0].Plan!.SampleSizes.ShouldBe([50]);
        steps.Select(s => s.Decision).ShouldBe([
            LotDecision.NotAccept, LotDecision.Accept, LotDecision.NotAccept,
            LotDecision.Accept, LotDecision.Accept, LotDecision.NotAccept]);
        steps[2].State.Severity.ShouldBe(Severity.Tightened);
    }

    [Theory]
    [InlineData("0.65", "0 1 1", "++-")]
    [InlineData("0.40", "0 0 1 0", "++++")]
    [InlineData("0.40", "0 1", "+-")]
    public void One_item_passes_after_one_clean_sample_for_a_half_and_two_for_a_third(
        string aql, string found, string decisions)
    {
        var agreement = Agreement with { Aql = aql, Fractional = FractionalUse.Constant };

        var steps = Run(found.Split(' ').Select(d => new LotOutcome(500, [SharedTable.Int(d)])), agreement);

        string.Concat(steps.Select(s => s.Decision == LotDecision.Accept ? '+' : '-')).ShouldBe(decisions);
    }

    [Fact]
    public void Fractional_varying_plans_allow_one_from_an_acceptance_score_of_9()
    {
        // AQL 0.65 at H: Ac 1/2, 5 points a lot.
        var agreement = Agreement with { Aql = "0.65", Fractional = FractionalUse.Varying };

        var steps = Run([new(500, [0]), new(500, [1]), new(500, [0]), new(500, [1])], agreement);

        steps.Select(s => s.Plan!.Ac[0]).ShouldBe([0, 1, 0, 1]);
        steps.Select(s => s.Decision).ShouldAllBe(d => d == LotDecision.Accept);
        steps[1].State.AcceptanceScore.ShouldBe(0);
        steps[3].Score.ShouldBe(8);
    }

    [Fact]
    public void Fractional_arrows_are_followed_to_the_first_fractional_cell()
    {
        // Tightened A at AQL 10 points to B, whose cell is 1/3 on 3 items; normal keeps whole numbers where they stand.
        var agreement = Agreement with { Aql = "10", Level = "S-1", Fractional = FractionalUse.Varying };
        var state = SwitchingState.Start(agreement) with { Severity = Severity.Tightened };
        var plan = Switching.PlanFor(state, 8)!;
        (plan.CodeLetter, plan.FinalLetter, plan.SampleSizes[0]).ShouldBe(("A", "B", 3));
        plan.Confidence.ShouldBe(Confidence.Medium);
        plan.Explain.Select(p => p.Code).ShouldBe(
            ["sampling.letter", "sampling.arrow-down", "sampling.single", "sampling.confidence-medium"]);

        var whole = SwitchingState.Start(Agreement with { Aql = "1.0", Fractional = FractionalUse.Varying });
        Switching.PlanFor(whole, 500)!.Ac.ShouldBe([1]);
        Switching.PlanFor(whole, 1)!.CodeLetter.ShouldBeNull();
        Switching.Step(whole, new(500, [0])).State.AcceptanceScore.ShouldBe(7);
        var zero = SwitchingState.Start(Agreement with { Aql = "0.25", Fractional = FractionalUse.Varying });
        Switching.Step(zero, new(500, [0])).State.AcceptanceScore.ShouldBe(0);
        var up = SwitchingState.Start(Agreement with { Aql = "1000", Fractional = FractionalUse.Constant });
        Switching.PlanFor(up, 500)!.FinalLetter.ShouldBe("B");
        var fifth = SwitchingState.Start(Agreement with { Aql = "0.40", Fractional = FractionalUse.Varying });
        Switching.Step(fifth with { Severity = Severity.Reduced }, new(500, [0])).State.AcceptanceScore.ShouldBe(2);
    }

    private static Gen<List<LotOutcome>> Lots { get; } =
        Gen.Select(Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 9], Gen.Int[0, 3]).Select((found, steady, rare, size) =>
            new LotOutcome(size == 0 ? 1 : 500, [found % 4, 0, 0, 0, 0])
            {
                Resubmitted = rare == 0,
                ProductionSteady = steady,
                ProductionIrregular = rare == 1,
                OtherConditions = rare == 2,
                CorrectiveActionEffective = rare >= 5,
            }).List[0, 60];

    private static List<SwitchingStep> Run(IEnumerable<LotOutcome> lots, InspectionAgreement? agreement = null)
    {
        var steps = new List<SwitchingStep>();
        var state = SwitchingState.Start(agreement ?? Agreement);
        foreach (var lot in lots)
        {
            steps.Add(Switching.Step(state, lot));
            state = steps[^1].State;
        }

        return steps;
    }

    private static string Refusal(Action act) => Should.Throw<Refused>(act).Code;
}
