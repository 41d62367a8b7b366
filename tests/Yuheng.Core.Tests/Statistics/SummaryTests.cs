using Shouldly;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Statistics;

public sealed class SummaryTests
{
    // NIST's univariate sets NumAcc1 to NumAcc4: certified mean and standard deviation.
    [Fact]
    public void NumAcc1_is_exact()
    {
        double[] values = [10000001, 10000003, 10000002];
        Summary.Mean(values).ShouldBe(10000002);
        Summary.StandardDeviation(values).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 1e-14)]
    [InlineData(1_000_000, 1e-8)]
    [InlineData(10_000_000, 1e-8)]
    public void NumAcc2_to_4_keep_eight_digits_or_more(double whole, double relative)
    {
        double[] values =
            [whole + 0.2, .. Enumerable.Range(0, 1000).Select(i => whole + (i % 2 == 0 ? 0.1 : 0.3))];
        Summary.Mean(values).ShouldBeClose(whole + 0.2, 1e-15);
        Summary.StandardDeviation(values).ShouldBeClose(0.1, relative);
    }

    [Fact]
    public void A_sum_keeps_what_a_plain_sum_loses() => Summary.Sum([1e16, 1, -1e16, 1]).ShouldBe(2);

    [Fact]
    public void Too_few_values_are_refused()
    {
        Should.Throw<Refused>(() => Summary.Mean([])).Code.ShouldBe("too-few");
        Should.Throw<Refused>(() => Summary.Range([])).Code.ShouldBe("too-few");
        Should.Throw<Refused>(() => Summary.StandardDeviation([1])).Code.ShouldBe("too-few");
    }
}
