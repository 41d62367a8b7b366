using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;
using Yuheng.Core.Statistics;
using Yuheng.Core.Tests.Statistics;

namespace Yuheng.Core.Tests.Sampling;

public sealed class OtherPlansTests
{
    [Fact]
    public void The_quality_at_a_risk_gives_that_risk_back() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[0, 10], Gen.Double[0.001, 0.999], Gen.Bool).Where((n, c, _, _) => c < n)
            .Sample((n, c, pa, counted) =>
            {
                var (plan, model) = (StagedPlan.Single(n, c), counted ? RiskModel.Poisson : RiskModel.Binomial);
                var quality = RiskCurve.QualityAt(plan, model, pa);
                new OperatingCharacteristic(plan, model).At(quality).Pa.ShouldBeClose(pa, 1e-10);
            });

    [Fact]
    public void A_lot_of_the_count_at_a_risk_passes_and_one_more_does_not()
    {
        var plan = StagedPlan.Single(80, 2);
        var count = RiskCurve.CountAt(plan, 1000, 0.10);
        var oc = new OperatingCharacteristic(plan, RiskModel.Hypergeometric, 1000);
        oc.AtCount(count).Pa.ShouldBeGreaterThanOrEqualTo(0.10);
        oc.AtCount(count + 1).Pa.ShouldBeLessThan(0.10);
        RiskCurve.UsualLevels.ShouldBe([0.95, 0.90, 0.50, 0.10, 0.05]);
        Should.Throw<Refused>(() => RiskCurve.CountAt(plan, 1000, 1));
        Should.Throw<Refused>(() => RiskCurve.CountAt(plan, 1000, 0));
        Should.Throw<Refused>(() => RiskCurve.QualityAt(plan, RiskModel.Binomial, 1));
        Should.Throw<Refused>(() => RiskCurve.QualityAt(plan, RiskModel.Binomial, 0));
    }

    [Fact]
    public void The_outgoing_quality_limit_is_the_highest_point_of_its_curve()
    {
        // c = 0: p(1 − p)^n is highest at 1/(n + 1).
        var (aoql, p) = RiskCurve.AverageOutgoingQualityLimit(StagedPlan.Single(19, 0), RiskModel.Binomial);
        p.ShouldBe(0.05, 1e-6);
        aoql.ShouldBeClose(0.05 * Math.Pow(0.95, 19), 1e-11);
        RiskCurve.AverageOutgoingQualityLimit(StagedPlan.Single(19, 0), RiskModel.Poisson, 190).P
            .ShouldBe(1.0 / 19, 1e-6);
    }

    [Fact]
    public void A_scheme_lies_between_its_plans_and_agrees_with_a_walk_through_its_states()
    {
        var normal = new OperatingCharacteristic(StagedPlan.Single(125, 5), RiskModel.Binomial);
        var tightened = new OperatingCharacteristic(StagedPlan.Single(125, 3), RiskModel.Binomial);
        foreach (var p in new[] { 0.01, 0.03, 0.05, 0.08 })
        {
            var (a, b) = (normal.At(p), tightened.At(p));
            SchemeRisk.Acceptance(a, b).ShouldBeClose(Walk(a.Pa, b.Pa), 1e-9);
        }

        SchemeRisk.Acceptance(normal.At(0), tightened.At(0)).ShouldBe(1);
        SchemeRisk.ShareOfNormal(normal.At(1), tightened.At(1)).ShouldBe(0);
        SchemeRisk.ShareOfNormal(normal.At(0), tightened.At(1)).ShouldBe(1);
    }

    [Fact]
    public void Chain_skip_lot_and_continuous_plans_follow_their_formulas()
    {
        new ChainPlan(10, 3).Acceptance(0.05).ShouldBeClose(
            Math.Pow(0.95, 10) + (10 * 0.05 * Math.Pow(0.95, 9) * Math.Pow(0.95, 30)));
        new SkipLotPlan(10, 0.25).Acceptance(1).ShouldBe(1);
        new SkipLotPlan(10, 0.25).Acceptance(0.9).ShouldBeClose(
            ((0.25 * 0.9) + (0.75 * Math.Pow(0.9, 10))) / (0.25 + (0.75 * Math.Pow(0.9, 10))));
        var (i, f, p) = (50, 0.1, 0.02);
        var q = Math.Pow(0.98, i);
        var (u, v) = ((1 - q) / (p * q), 1 / (f * p));
        new ContinuousPlan(i, f).FractionInspected(p).ShouldBeClose((u + (f * v)) / (u + v));
        new ContinuousPlan(i, f).OutgoingQuality(p).ShouldBeClose(p * (1 - ((u + (f * v)) / (u + v))));
    }

    [Fact]
    public void Zero_acceptance_is_the_smallest_sample_that_protects() =>
        Gen.Select(Gen.Long[2, 3000], Gen.Double[0.01, 1], Gen.Long[0, 3]).Sample((lot, share, c) =>
        {
            var bad = Math.Min(lot, c + 1 + (long)(lot * share));
            if (bad <= c)
            {
                return;
            }

            var plan = LotDesign.Smallest(lot, bad, c);
            plan.ConsumerRisk.ShouldBeLessThanOrEqualTo(0.10 * (1 + 1e-12));
            (plan.N - 1 <= c ? 1 : new Hypergeometric(lot, bad, plan.N - 1).Cdf(c)).ShouldBeGreaterThan(0.10);
        });

    [Fact]
    public void A_tie_with_the_risk_counts_as_met() => LotDesign.Smallest(10, 1, 0).N.ShouldBe(9);

    [Fact]
    public void The_least_inspection_is_no_more_than_that_of_any_other_plan()
    {
        var best = LotDesign.LeastInspection(1000, 0.05, 0.01);

        best.ConsumerRisk.ShouldBeLessThanOrEqualTo(0.10);
        for (var c = 0; c < 12; c++)
        {
            var other = LotDesign.Smallest(1000, 50, c);
            var ati = other.N + ((1000 - other.N) * new Binomial(other.N, 0.01).Survival(c));
            best.Ati.ShouldBeLessThanOrEqualTo(ati);
        }

        LotDesign.LeastInspection(100, 0.05, 0).C.ShouldBe(0);
        LotDesign.LimitingQualities.Count.ShouldBe(10);
    }

    [Fact]
    public void A_declaration_is_contradicted_or_not_but_never_proved()
    {
        var test = new DeclaredQualityTest(32, 1);
        test.Judge(1).Contradicted.ShouldBeFalse();
        test.Judge(2).Contradicted.ShouldBeTrue();
        test.Judge(32).Contradicted.ShouldBeTrue();
        Texts.OfCore.Say(Language.English, test.Judge(1).Reason).ShouldContain("no proof");
        test.RiskOfContradiction(0.01).ShouldBeClose(new Binomial(32, 0.01).Survival(1));
    }

    [Fact]
    public void A_sequential_plan_has_Walds_lines_and_keeps_about_its_risks()
    {
        var plan = SequentialPlan.Wald(0.01, 0.06, new(0.05, 0.10));

        var g = Math.Log(0.06 * 0.99 / (0.01 * 0.94));
        plan.InterceptAccept.ShouldBeClose(Math.Log(0.95 / 0.10) / g);
        plan.InterceptReject.ShouldBeClose(Math.Log(0.90 / 0.05) / g);
        plan.Slope.ShouldBeClose(Math.Log(0.99 / 0.94) / g);
        plan.AcceptanceNumber(1).ShouldBe(-2);
        plan.RejectionNumber(1).ShouldBe(2);
        plan.At(0.01, 500).Pa.ShouldBeGreaterThan(0.94);
        plan.At(0.06, 500).Pa.ShouldBeLessThan(0.10);
        plan.At(0.01, 500).Asn.ShouldBeLessThan(110);
        plan.At(0, 500).Pa.ShouldBe(1);
    }

    [Fact]
    public void A_sequential_plan_cut_off_at_once_is_a_single_plan() =>
        SequentialPlan.Wald(0.01, 0.06, new(0.05, 0.10)).At(0.3, 1).Pa.ShouldBeClose(0.7);

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Action[] acts =
        [
            () => new ChainPlan(0, 1).Acceptance(0.1), () => new ChainPlan(5, 0).Acceptance(0.1),
            () => new ChainPlan(2_000_000_000, 1).Acceptance(0.1),
            () => new SkipLotPlan(0, 0.5).Acceptance(0.9), () => new SkipLotPlan(5, 0).Acceptance(0.9),
            () => new SkipLotPlan(5, 1.1).Acceptance(0.9), () => new SkipLotPlan(5, 0.5).Acceptance(1.1),
            () => new SkipLotPlan(5, 0.5).Acceptance(-1),
            () => new ContinuousPlan(0, 0.5).FractionInspected(0.1),
            () => new ContinuousPlan(5, 2).OutgoingQuality(0.1),
            () => new ContinuousPlan(5, 0).OutgoingQuality(0.1),
            () => new ContinuousPlan(5, 0.5).FractionInspected(0),
            () => new ContinuousPlan(5, 0.5).FractionInspected(1),
            () => LotDesign.Smallest(100, 0, 0), () => LotDesign.Smallest(100, 101, 0),
            () => LotDesign.Smallest(100, 5, -1),
            () => LotDesign.Smallest(100, 5, 0, 0), () => LotDesign.Smallest(100, 5, 0, 1),
            () => LotDesign.LeastInspection(1000, 0.01, 0.05), () => LotDesign.LeastInspection(1000, 1.1, 0.05),
            () => LotDesign.LeastInspection(1000, 0.1, -0.05), () => LotDesign.LeastInspection(100_000_000, 0.1, 0.05),
            () => new DeclaredQualityTest(0, 0).Judge(0), () => new DeclaredQualityTest(5, 5).Judge(0),
            () => new DeclaredQualityTest(5, -1).Judge(0), () => new DeclaredQualityTest(5, 1).Judge(6),
            () => new DeclaredQualityTest(5, 1).Judge(-1), () => new DeclaredQualityTest(0, 1).RiskOfContradiction(0.1),
            () => new DeclaredQualityTest(5, 5).RiskOfContradiction(0.1),
            () => new DeclaredQualityTest(5, -1).RiskOfContradiction(0.1),
            () => new DeclaredQualityTest(2_000_000_000, 1).RiskOfContradiction(0.1),
            () => SequentialPlan.Wald(0, 0.1, new(0.1, 0.1)), () => SequentialPlan.Wald(0.1, 0.1, new(0.1, 0.1)),
            () => SequentialPlan.Wald(0.1, 1, new(0.1, 0.1)),
            () => SequentialPlan.Wald(0.01, 0.1, new(0.1, 0.1)).At(0.1, 0),
            () => SequentialPlan.Wald(0.01, 0.1, new(0.1, 0.1)).At(0.1, 30_000),
        ];
        foreach (var act in acts)
        {
            Should.Throw<Refused>(act).Code.ShouldBe("plan-numbers");
        }
    }

    // The share of acceptances along the chain of states, by brute force.
    private static double Walk(double a, double b)
    {
        var normal = new double[5];
        var tightened = new double[5];
        normal[0] = 1;
        double accepted = 0, weight = 0;
        for (var lot = 0; lot < 400_000; lot++)
        {
            double inNormal = normal.Sum(), inTightened = tightened.Sum();
            (accepted, weight) = lot > 200_000
                ? (accepted + (inNormal * a) + (inTightened * b), weight + 1)
                : (0, 0);

            // normal[k]: k more accepted lots until the last failure leaves the window; 0: none is in it.
            var backToNormal = tightened[4] * b;
            var restart = ((1 - a) * (inNormal - normal[0])) + ((1 - b) * inTightened);
            double[] next =
                [((normal[0] + normal[1]) * a) + backToNormal, .. normal[2..].Select(x => x * a), normal[0] * (1 - a)];
            double[] nextTightened = [restart, .. tightened[..4].Select(x => x * b)];
            (normal, tightened) = (next, nextTightened);
        }

        return accepted / weight;
    }
}
