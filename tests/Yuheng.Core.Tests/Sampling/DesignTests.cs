using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;
using Yuheng.Core.Statistics;
using Yuheng.Core.Tests.Statistics;

namespace Yuheng.Core.Tests.Sampling;

public sealed class DesignTests
{
    private static readonly DesignRisks Usual = new(0.05, 0.10);

    [Fact]
    public void The_three_models_give_their_known_plans()
    {
        var binomial = AttributesDesign.Find(RiskModel.Binomial, 0.01, 0.06, Usual);
        (binomial.N, binomial.C).ShouldBe((110, 3));
        var poisson = AttributesDesign.Find(RiskModel.Poisson, 0.01, 0.06, Usual);
        (poisson.N, poisson.C).ShouldBe((112, 3));
        var lot = AttributesDesign.FindForLot(1000, 10, 60, Usual);
        (lot.N, lot.C).ShouldBe((85, 2));
    }

    [Fact]
    public void A_bound_that_is_hit_exactly_counts_as_met() =>
        AttributesDesign.FindForLot(10, 0, 1, Usual).N.ShouldBe(9);

    [Fact]
    public void A_binomial_plan_meets_its_points_and_no_smaller_sample_does() =>
        Gen.Select(Gen.Double[0.001, 0.1], Gen.Double[1.3, 12], Gen.Double[0.01, 0.2], Gen.Double[0.01, 0.2])
            .Sample((p1, ratio, alpha, beta) =>
            {
                var (p2, risks) = (Math.Min(0.9, p1 * ratio), new DesignRisks(alpha, beta));
                var plan = AttributesDesign.Find(RiskModel.Binomial, p1, p2, risks);
                risks.MeetsProducer(plan.Pa1).ShouldBeTrue();
                risks.MeetsConsumer(plan.Pa2).ShouldBeTrue();

                // For one item fewer: the smallest c that satisfies the producer must fail the consumer.
                SmallerFails(n => new Binomial(n, p1), n => new Binomial(n, p2), plan, risks);
            }, iter: 200);

    // Rounding n to whole items can make a smaller c feasible below one that is not: 68 is, 69 is not, 70 is.
    [Theory]
    [InlineData(0.256, 0.345, 68)]
    [InlineData(0.257, 0.344, 72)]
    [InlineData(0.22, 0.303, 64)]
    public void The_smallest_acceptance_number_is_found_also_where_feasibility_has_a_gap(double p1, double p2, long c)
    {
        var plan = AttributesDesign.Find(RiskModel.Binomial, p1, p2, Usual);

        plan.C.ShouldBe(c);
        SmallerFails(n => new Binomial(n, p1), n => new Binomial(n, p2), plan, Usual);
    }

    [Fact]
    public void Large_acceptance_numbers_are_found_as_exactly_as_small_ones() =>
        Gen.Select(Gen.Double[0.05, 0.3], Gen.Double[1.15, 1.35]).Sample((p1, ratio) =>
        {
            var plan = AttributesDesign.Find(RiskModel.Binomial, p1, p1 * ratio, Usual);
            plan.C.ShouldBeGreaterThan(20);
            SmallerFails(n => new Binomial(n, p1), n => new Binomial(n, p1 * ratio), plan, Usual);
        }, iter: 60);

    [Fact]
    public void A_plan_for_one_lot_meets_its_points_and_no_smaller_sample_does() =>
        Gen.Select(Gen.Long[20, 3000], Gen.Double[0, 0.1], Gen.Double[0.02, 0.5], Gen.Double[0.01, 0.2])
            .Sample((lot, share, more, alpha) =>
            {
                var (d1, risks) = ((long)(lot * share), new DesignRisks(alpha, 0.1));
                var d2 = Math.Min(lot, d1 + 1 + (long)(lot * more));
                var plan = AttributesDesign.FindForLot(lot, d1, d2, risks);
                risks.MeetsProducer(plan.Pa1).ShouldBeTrue();
                risks.MeetsConsumer(plan.Pa2).ShouldBeTrue();
                SmallerFails(n => new Hypergeometric(lot, d1, n), n => new Hypergeometric(lot, d2, n), plan, risks);
            }, iter: 200);

    [Fact]
    public void Close_points_need_large_samples_and_are_found_all_the_same()
    {
        var plan = AttributesDesign.Find(RiskModel.Binomial, 0.01, 0.012, Usual);

        (plan.N, plan.C).ShouldBe((23222, 257));
        SmallerFails(n => new Binomial(n, 0.01), n => new Binomial(n, 0.012), plan, Usual);
        var nonconformities = AttributesDesign.Find(RiskModel.Poisson, 1, 2, Usual);
        (nonconformities.N, nonconformities.C).ShouldBe((13, 19));
    }

    [Fact]
    public void Sigma_known_has_its_closed_form()
    {
        var plan = VariablesDesign.Find(SpreadKnown.Sigma, 0.01, 0.06, Usual);

        plan.N.ShouldBe(15);
        plan.K.ShouldBeClose(1.90164849376538);
        VariablesDesign.Acceptance(SpreadKnown.Sigma, plan.N, plan.K, 0.01).ShouldBeClose(0.95);
    }

    [Theory]
    [InlineData(0.01, 0.06, 0.05, 42)]
    [InlineData(0.065, 0.20, 0.01, 47)]
    [InlineData(0.10, 0.30, 0.01, 31)]
    [InlineData(0.3, 0.9, 0.01, 5)]
    [InlineData(0.0001, 0.00012, 0.01, 47407)]
    public void Sigma_unknown_meets_the_producer_exactly_also_far_out_and_for_negative_k(
        double p1, double p2, double alpha, long n)
    {
        var plan = VariablesDesign.Find(SpreadKnown.S, p1, p2, new DesignRisks(alpha, 0.10));

        plan.N.ShouldBe(n);
        VariablesDesign.Acceptance(SpreadKnown.S, n, plan.K, p1).ShouldBeClose(1 - alpha, 1e-11);
        VariablesDesign.Acceptance(SpreadKnown.S, n, plan.K, p2).ShouldBeLessThanOrEqualTo(0.10);
        plan.Pa2.ShouldBeLessThanOrEqualTo(0.10);
    }

    [Fact]
    public void One_item_fewer_would_not_protect_the_consumer() =>
        Gen.Select(Gen.Double[0.001, 0.2], Gen.Double[1.5, 10], Gen.Bool).Sample((p1, ratio, known) =>
        {
            var p2 = Math.Min(0.95, p1 * ratio);
            var method = known ? SpreadKnown.Sigma : SpreadKnown.S;
            var plan = VariablesDesign.Find(method, p1, p2, Usual);
            plan.Pa2.ShouldBeLessThanOrEqualTo(0.1 * (1 + 1e-12));
            if (plan.N > 3)
            {
                var root = Math.Sqrt(plan.N - 1);
                var k = known
                    ? Normal.UpperQuantile(p1) - (Normal.UpperQuantile(0.05) / root)
                    : new NoncentralT(plan.N - 2, root * Normal.UpperQuantile(p1)).Quantile(0.05) / root;
                VariablesDesign.Acceptance(method, plan.N - 1, k, p2).ShouldBeGreaterThan(0.1);
            }
        }, iter: 60);

    [Fact]
    public void Impossible_points_are_refused()
    {
        Attributes(0.06, 0.01, Usual).ShouldBe("p1-below-p2");
        Attributes(-0.1, 0.01, Usual).ShouldBe("quality");
        Attributes(0.01, 1.5, Usual).ShouldBe("quality");
        Attributes(0.01, 0.06, new(0.5, 0.5)).ShouldBe("risks");
        Attributes(0.01, 0.06, new(0, 0.1)).ShouldBe("risks");
        Attributes(0.01, 0.06, new(0.1, 0)).ShouldBe("risks");
        Attributes(0.01, 0.06, new(1.1, 0.1)).ShouldBe("risks");
        Attributes(0.01, 0.01001, Usual).ShouldBe("no-plan");
        Attributes(0.01, 0.06, Usual, RiskModel.Hypergeometric).ShouldBe("counts-not-fractions");
        Code(() => AttributesDesign.FindForLot(100, -1, 6, Usual)).ShouldBe("count-outside-lot");
        Code(() => AttributesDesign.FindForLot(100, 1, 101, Usual)).ShouldBe("count-outside-lot");
        Code(() => AttributesDesign.FindForLot(100, 6, 6, Usual)).ShouldBe("d1-below-d2");
        Code(() => AttributesDesign.FindForLot(0, 1, 6, Usual)).ShouldBe("lot-size");
        Code(() => VariablesDesign.Find(SpreadKnown.S, 0, 0.1, Usual)).ShouldBe("fraction-inside");
        Code(() => VariablesDesign.Find(SpreadKnown.S, 0.1, 1, Usual)).ShouldBe("fraction-inside");
        Code(() => VariablesDesign.Find(SpreadKnown.S, 0.1, 0.1, Usual)).ShouldBe("p1-below-p2");
        Code(() => VariablesDesign.Find(SpreadKnown.Sigma, 0.1, 0.1000001, Usual)).ShouldBe("no-plan");
        Code(() => VariablesDesign.Acceptance(SpreadKnown.S, 1, 1, 0.1)).ShouldBe("sample-size");
        Code(() => VariablesDesign.Acceptance(SpreadKnown.Sigma, 2_000_000, 1, 0.1)).ShouldBe("sample-size");
    }

    private static void SmallerFails<T>(
        Func<long, T> producer, Func<long, T> consumer, DesignedPlan plan, DesignRisks risks)
        where T : struct, ICountDistribution
    {
        var n = plan.N - 1;
        var c = 0L;
        while (n > 0 && c < n && !risks.MeetsProducer(producer(n).Cdf(c)))
        {
            c++;
        }

        if (n > 0)
        {
            risks.MeetsConsumer(consumer(n).Cdf(c)).ShouldBeFalse($"n {n}, c {c} would do as well");
        }
    }

    private static string Attributes(double p1, double p2, DesignRisks risks, RiskModel model = RiskModel.Binomial) =>
        Code(() => AttributesDesign.Find(model, p1, p2, risks));

    private static string Code(Action act) => Should.Throw<Refused>(act).Code;
}
