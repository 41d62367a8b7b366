using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

/// <summary>Answers that published programs get wrong, each with the right one (docs/domain/sampling.md).</summary>
public sealed class KnownWrongAnswersTests
{
    private const string Iso = "ISO 2859-1:1999";
    private const string Military = "MIL-STD-105E";

    [Theory]
    [InlineData("L")]
    [InlineData("M")]
    [InlineData("N")]
    [InlineData("P")]
    public void A_double_plan_at_aql_100_rejects_at_27_and_not_26(string letter) =>
        Plan(Military, PlanKind.Double, Severity.Normal, "100", letter).Re[1].ShouldBe(27);

    [Theory]
    [InlineData("10", "C", 3)]
    [InlineData("15", "B", 2)]
    public void A_double_plan_of_letter_A_follows_the_arrow_to_a_double_plan(string aql, string letter, int first)
    {
        var plan = Plan(Military, PlanKind.Double, Severity.Normal, aql, "A");

        plan.FinalLetter.ShouldBe(letter);
        plan.PlanUsed.ShouldBe(PlanKind.Double);
        plan.SampleSizes[0].ShouldBe(first);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("150")]
    public void A_multiple_plan_of_letter_F_takes_3_a_stage_and_not_5(string aql) =>
        Plan(Military, PlanKind.Multiple, Severity.Normal, aql, "F").SampleSizes[0].ShouldBe(3);

    [Fact]
    public void A_tightened_multiple_plan_of_3_and_4_rejects_at_3_on_its_first_stage() =>
        Plan(Military, PlanKind.Multiple, Severity.Tightened, "2.5", "J").Re[0].ShouldBe(3);

    [Theory]
    [InlineData(Severity.Tightened, "D", "4.0", 20, 1)]
    [InlineData(Severity.Normal, "C", "4.0", 3, 0)]
    public void An_arrow_leads_where_it_points_and_not_to_the_nearest_plan(
        Severity severity, string letter, string aql, int n, int ac)
    {
        var plan = Plan(Iso, PlanKind.Single, severity, aql, letter);

        plan.SampleSizes[0].ShouldBe(n);
        plan.Ac[0].ShouldBe(ac);
    }

    [Fact]
    public void Reduced_inspection_has_sample_sizes_of_its_own() =>
        Plan(Iso, PlanKind.Single, Severity.Reduced, "2.5", "K").SampleSizes[0].ShouldBe(50);

    [Theory]
    [InlineData(5000, "II", "L")]
    [InlineData(800, "S-3", "E")]
    public void Code_letters_are_those_of_table_1(long lot, string level, string letter) =>
        SamplingPlans.Find(PlanRequest.ForLot(Iso, "1.0", lot, level)).CodeLetter.ShouldBe(letter);

    [Fact]
    public void A_thousand_pieces_at_level_II_and_aql_2_5_allow_5_and_not_10() =>
        SamplingPlans.Find(PlanRequest.ForLot(Iso, "2.5", 1000, "II")).Ac[0].ShouldBe(5);

    [Fact]
    public void Reduced_iso_plans_have_no_gap_between_acceptance_and_rejection()
    {
        var plan = Plan(Iso, PlanKind.Single, Severity.Reduced, "2.5", "K");

        plan.Re[0].ShouldBe(plan.Ac[0]!.Value + 1);
    }

    [Fact]
    public void A_mean_outside_the_limit_is_mostly_nonconforming()
    {
        var outside = VariablesLot.Estimate(SpreadKnown.S, 10, -1.33);

        outside.ShouldBeGreaterThan(0.9);
        (outside + VariablesLot.Estimate(SpreadKnown.S, 10, 1.33)).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(0.065, 0.20)]
    [InlineData(0.10, 0.30)]
    public void A_legal_request_for_an_s_plan_is_answered_where_others_stop(double p1, double p2)
    {
        var plan = VariablesDesign.Find(SpreadKnown.S, p1, p2, new DesignRisks(0.01, 0.10));

        VariablesDesign.Acceptance(SpreadKnown.S, plan.N, plan.K, p1).ShouldBe(0.99, 1e-9);
        VariablesDesign.Acceptance(SpreadKnown.S, plan.N, plan.K, p2).ShouldBeLessThanOrEqualTo(0.10);
    }

    [Fact]
    public void Acceptance_zero_of_315_still_passes_0_73_percent_one_time_in_ten() =>
        RiskCurve.QualityAt(StagedPlan.Single(315, 0), RiskModel.Binomial, 0.10).ShouldBe(0.0073, 0.00005);

    private static SamplingPlan Plan(string standard, PlanKind plan, Severity severity, string aql, string letter) =>
        SamplingPlans.Find(PlanRequest.ForLetter(standard, aql, letter) with { Plan = plan, Severity = severity });
}
