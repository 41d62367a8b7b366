using CsCheck;
using Shouldly;
using Yuheng.Core.Indicators;

namespace Yuheng.Core.Tests.Indicators;

public sealed class IntervalTests
{
    /// <summary>Values computed with another program from Wilson's formula (z = 1.959964).</summary>
    [Theory]
    [InlineData(0, 20, 0, 0.161125)]
    [InlineData(1, 78, 0.002267, 0.069109)]
    [InlineData(5, 25, 0.088606, 0.391310)]
    [InlineData(18, 30, 0.423204, 0.754094)]
    [InlineData(20, 20, 0.838875, 1)]
    [InlineData(18, 90, 0.130424, 0.294137)]
    public void Wilson(int count, int n, double lower, double upper)
    {
        var interval = Interval.Wilson((double)count / n, n);

        interval.Lower.ShouldBe(lower, 2e-6);
        interval.Upper.ShouldBe(upper, 2e-6);
    }

    /// <summary>The exact limits of a Poisson mean, as tabled.</summary>
    [Theory]
    [InlineData(0, 0, 3.688879)]
    [InlineData(1, 0.025318, 5.571643)]
    [InlineData(10, 4.795389, 18.390356)]
    [InlineData(38, 26.891, 52.158)]
    [InlineData(100, 81.3639, 121.627)]
    public void Poisson(long count, double lower, double upper)
    {
        var interval = Interval.Poisson(count);

        interval.Lower.ShouldBe(lower, 1e-3);
        interval.Upper.ShouldBe(upper, 1e-3);
    }

    [Fact]
    public void The_two_Poisson_methods_meet()
    {
        var exact = Interval.Poisson(500);
        var beyond = Interval.Poisson(501);

        (beyond.Lower - exact.Lower).ShouldBeInRange(0.8, 1.2);
        (beyond.Upper - exact.Upper).ShouldBeInRange(0.8, 1.2);
    }

    [Fact]
    public void An_interval_holds_the_share_and_narrows_with_number() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[1, 1000]).Sample((percent, n) =>
        {
            var share = percent / 100.0;
            var few = Interval.Wilson(share, n);
            var many = Interval.Wilson(share, n * 4.0);
            return few.Lower <= share && share <= few.Upper && many.Upper - many.Lower < few.Upper - few.Lower;
        });
}
