using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;
using Yuheng.Core.Tests.Statistics;

namespace Yuheng.Core.Tests.Sampling;

public sealed class VariablesLotTests
{
    private static readonly VariablesSample Sample = new(SpreadKnown.S, 5, 1.5, 10, 1, 7, null);

    [Fact]
    public void Form_k_compares_each_limit_with_k()
    {
        VariablesLot.Judge(Sample).Accepted.ShouldBeTrue();
        VariablesLot.Judge(Sample with { Lower = 8.6 }).Accepted.ShouldBeFalse();
        VariablesLot.Judge(Sample with { Upper = 11 }).Accepted.ShouldBeFalse();
        var one = VariablesLot.Judge(Sample);
        one.QLower.ShouldBe(3);
        one.QUpper.ShouldBeNull();
        one.PUpper.ShouldBeNull();
        one.PTotal.ShouldBe(one.PLower);
    }

    // A published package answers 0.075: it takes the absolute value of Q.
    [Fact]
    public void A_mean_outside_its_limit_leaves_most_items_nonconforming() =>
        VariablesLot.Estimate(SpreadKnown.S, 5, -1.33).ShouldBeClose(0.92509784623613706);

    [Fact]
    public void Far_inside_none_and_far_outside_all_are_nonconforming()
    {
        VariablesLot.Estimate(SpreadKnown.S, 5, 3).ShouldBe(0);
        VariablesLot.Estimate(SpreadKnown.S, 5, -3).ShouldBe(1);
        VariablesLot.Estimate(SpreadKnown.Sigma, 5, 0).ShouldBe(0.5);
    }

    [Fact]
    public void With_one_limit_form_p_star_agrees_with_form_k() =>
        Gen.Select(Gen.Long[3, 200], Gen.Double[-2, 3], Gen.Double[-3, 4], Gen.Bool).Sample((n, k, q, known) =>
        {
            var method = known ? SpreadKnown.Sigma : SpreadKnown.S;
            var verdict = VariablesLot.Judge(new(method, n, k, 0, 1, null, q));
            var bound = Math.Abs(q) * Math.Sqrt(n) / (n - 1) >= 1 || Math.Abs(k) * Math.Sqrt(n) / (n - 1) >= 1;
            if ((!bound || known) && Math.Abs(k - q) > 1e-9)
            {
                verdict.CombinedAccepted.ShouldBe(verdict.Accepted);
            }
        });

    [Fact]
    public void Two_limits_are_judged_together_by_their_sum()
    {
        var verdict = VariablesLot.Judge(new(SpreadKnown.S, 20, 1.5, 10, 1, 8.4, 11.6));

        verdict.Accepted.ShouldBeTrue();
        verdict.PTotal.ShouldBe(verdict.PLower + verdict.PUpper);
        verdict.CombinedAccepted.ShouldBe(false);
    }

    [Fact]
    public void The_smallest_samples_have_no_estimate()
    {
        VariablesLot.Judge(Sample with { N = 2 }).M.ShouldBeNull();
        VariablesLot.Judge(Sample with { N = 1, Method = SpreadKnown.Sigma }).PTotal.ShouldBeNull();
        VariablesLot.Judge(Sample with { N = 2, Method = SpreadKnown.Sigma }).M.ShouldNotBeNull();
    }

    [Fact]
    public void Impossible_samples_are_refused()
    {
        Code(Sample with { N = 1 }).ShouldBe("sample-size");
        Code(Sample with { N = 0, Method = SpreadKnown.Sigma }).ShouldBe("sample-size");
        Code(Sample with { N = 2_000_000 }).ShouldBe("sample-size");
        Code(Sample with { Lower = null }).ShouldBe("limit-needed");
        Code(Sample with { Upper = 7 }).ShouldBe("limits-cross");
        Code(Sample with { Spread = 0 }).ShouldBe("spread");
        Code(Sample with { Spread = double.NaN }).ShouldBe("spread");
    }

    private static string Code(VariablesSample sample) =>
        Should.Throw<Refused>(() => VariablesLot.Judge(sample)).Code;
}
