using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;
using Yuheng.Core.Tests.Statistics;

namespace Yuheng.Core.Tests.Sampling;

// Expected values: exact sums with 40 digits.
public sealed class OperatingCharacteristicTests
{
    private static readonly StagedPlan Multiple = new([32, 32, 32, 32, 32], [0, 1, 3, 5, 9], [4, 6, 8, 9, 10]);

    [Fact]
    public void A_double_plan_under_the_binomial_model_is_exact()
    {
        var at = new OperatingCharacteristic(new([80, 80], [3, 9], [6, 10]), RiskModel.Binomial, 5000).At(0.05);

        at.Pa.ShouldBeClose(0.68747150313453);
        (at.Pa + at.Pr).ShouldBe(1, 1e-14);
        at.Asn.ShouldBeClose(108.86208330244843);
        at.Aoq.ShouldBeClose(0.033616379661487565);
        at.Ati!.Value.ShouldBeClose(1638.3620338512435);
    }

    [Fact]
    public void A_multiple_plan_under_the_Poisson_model_is_exact()
    {
        var at = new OperatingCharacteristic(Multiple, RiskModel.Poisson).At(0.05);

        at.Pa.ShouldBeClose(0.6975906535865276);
        at.Asn.ShouldBeClose(96.866998403565037);
        at.Aoq.ShouldBeClose(0.03487953267932638);
        at.Ati.ShouldBeNull();
    }

    [Fact]
    public void A_double_plan_under_the_hypergeometric_model_is_exact()
    {
        var at = new OperatingCharacteristic(new([20, 20], [0, 3], [3, 4]), RiskModel.Hypergeometric, 500).AtCount(30);

        at.Pa.ShouldBeClose(0.77117754107525695);
        at.Asn.ShouldBeClose(32.11800011743206);
        at.Aoq.ShouldBeClose(0.043248114648093362);
        at.Ati!.Value.ShouldBeClose(139.59904459922199);
    }

    // A published package answers 0.397 here, because it takes one probability for the sum of several.
    [Fact]
    public void Seven_stages_with_Ac1_of_1_or_more_accept_a_good_lot() =>
        new OperatingCharacteristic(
            new([32, 32, 32, 32, 32, 32, 32], [1, 4, 8, 12, 17, 21, 25], [7, 10, 13, 17, 20, 23, 26]),
            RiskModel.Binomial)
            .At(0.02).Pa.ShouldBeClose(0.99999670019736553);

    [Fact]
    public void A_count_in_the_gap_of_a_last_stage_is_accepted() =>
        new OperatingCharacteristic(new([32], [1], [3]), RiskModel.Binomial).At(0.03).Pa
            .ShouldBeClose(0.92973488841731137);

    // "AQL = 95 % accepted" is a myth: on normal inspection Pa at the AQL runs from 0.874 to 0.994.
    [Fact]
    public void Pa_at_the_AQL_is_not_95_percent()
    {
        var all = (from letter in CodeLetters.All.Take(16)
                   from aql in AqlSeries.Values.Take(16)
                   let plan = SamplingPlans.Find(PlanRequest.ForLetter("ISO 2859-1:1999", aql, letter))
                   where plan.FinalLetter == letter
                   select new OperatingCharacteristic(StagedPlan.Of(plan), RiskModel.Binomial)
                       .At(double.Parse(aql, System.Globalization.CultureInfo.InvariantCulture) / 100).Pa).ToList();

        all.Min().ShouldBe(0.874, 0.0015);
        all.Max().ShouldBe(0.994, 0.003);
    }

    [Fact]
    public void Pa_falls_as_quality_worsens() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 15], Gen.Int[0, 2], Gen.Double[0, 0.5], Gen.Double[0, 0.5])
            .Sample((letter, aql, plan, p, q) =>
            {
                var found = SamplingPlans.Find(
                    PlanRequest.ForLetter("ISO 2859-1:1999", AqlSeries.Values[aql], CodeLetters.All[letter])
                    with { Plan = (PlanKind)plan });
                var oc = new OperatingCharacteristic(StagedPlan.Of(found), RiskModel.Binomial);
                oc.At(Math.Max(p, q)).Pa.ShouldBeLessThanOrEqualTo(oc.At(Math.Min(p, q)).Pa * (1 + 1e-12));
                oc.At(0).Pa.ShouldBe(1);
                oc.At(1).Pa.ShouldBe(0);
                oc.At(p).Asn.ShouldBeInRange(found.SampleSizes[0], found.SampleSizes.Sum());
            });

    [Fact]
    public void A_large_lot_gives_the_binomial_probability()
    {
        const long lot = 1_000_000_000;
        new OperatingCharacteristic(Multiple, RiskModel.Hypergeometric, lot).AtCount(lot / 20).Pa
            .ShouldBeClose(new OperatingCharacteristic(Multiple, RiskModel.Binomial).At(0.05).Pa, 1e-5);
    }

    [Fact]
    public void Stages_of_different_size_and_wide_plans_are_carried_alike()
    {
        var wide = new StagedPlan([400, 300], [100, 250], [180, 251]);
        var at = new OperatingCharacteristic(wide, RiskModel.Binomial).At(0.35);
        (at.Pa + at.Pr).ShouldBe(1, 1e-12);
        var falling = new StagedPlan([10, 10, 10], [3, 2, 6], [8, 6, 7]);
        var odd = new OperatingCharacteristic(falling, RiskModel.Binomial).At(0.2);
        (odd.Pa + odd.Pr).ShouldBe(1, 1e-13);
    }

    [Fact]
    public void A_single_plan_may_have_a_large_acceptance_number() =>
        new OperatingCharacteristic(StagedPlan.Single(100_000, 5_000), RiskModel.Binomial).At(0.05).Pa
            .ShouldBe(0.5, 0.01);

    [Fact]
    public void Impossible_plans_and_qualities_are_refused()
    {
        Refusal(new([], [], [])).ShouldBe("stages-differ");
        Refusal(new([5, 5], [1], [2])).ShouldBe("stages-differ");
        Refusal(new([5, 5], [0, 1], [2])).ShouldBe("stages-differ");
        Refusal(new([0], [1], [2])).ShouldBe("sample-size");
        Refusal(new([5], [2], [2])).ShouldBe("ac-below-re");
        Refusal(new([5], [-1], [2])).ShouldBe("ac-below-re");
        Refusal(new([5, 5], [null, 1], [0, 2])).ShouldBe("ac-below-re");
        Refusal(new([5], [null], [2])).ShouldBe("last-stage-undecided");
        Refusal(new([5, 5], [0, 5000], [9, 5001])).ShouldBe("re-too-large");
        Refusal(StagedPlan.Single(5, 1), RiskModel.Hypergeometric).ShouldBe("lot-size-needed");
        Refusal(StagedPlan.Single(5, 1), RiskModel.Binomial, 4).ShouldBe("sample-exceeds-lot");
        Refusal(StagedPlan.Single(5, 1), RiskModel.Binomial, 0).ShouldBe("lot-size");
        var binomial = new OperatingCharacteristic(StagedPlan.Single(5, 1), RiskModel.Binomial);
        var lot = new OperatingCharacteristic(StagedPlan.Single(5, 1), RiskModel.Hypergeometric, 50);
        Should.Throw<Refused>(() => binomial.At(1.1)).Code.ShouldBe("quality");
        Should.Throw<Refused>(() => binomial.At(-0.1)).Code.ShouldBe("quality");
        Should.Throw<Refused>(() => binomial.At(double.NaN)).Code.ShouldBe("quality");
        Should.Throw<Refused>(() => binomial.AtCount(1)).Code.ShouldBe("fractions-not-counts");
        Should.Throw<Refused>(() => lot.At(0.1)).Code.ShouldBe("counts-not-fractions");
        Should.Throw<Refused>(() => lot.AtCount(51)).Code.ShouldBe("count-outside-lot");
        Should.Throw<Refused>(() => lot.AtCount(-1)).Code.ShouldBe("count-outside-lot");
    }

    private static string Refusal(StagedPlan plan, RiskModel model = RiskModel.Binomial, long? lot = null) =>
        Should.Throw<Refused>(() => new OperatingCharacteristic(plan, model, lot)).Code;
}
