using CsCheck;
using Shouldly;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Statistics;

public sealed class ProportionTests
{
    [Fact]
    public void Three_of_125_have_known_intervals()
    {
        var wilson = Proportion.Wilson(3, 125);
        wilson.Lower.ShouldBeClose(0.0081952565265495916);
        wilson.Upper.ShouldBeClose(0.068188998283777196);
        var exact = Proportion.ClopperPearson(3, 125);
        exact.Lower.ShouldBeClose(0.0049769897490534446);
        exact.Upper.ShouldBeClose(0.068536316110670065);
    }

    [Fact]
    public void None_and_all_reach_the_end()
    {
        Proportion.Wilson(0, 20).Lower.ShouldBe(0);
        Proportion.Wilson(20, 20).Upper.ShouldBe(1);
        Proportion.ClopperPearson(0, 20).Lower.ShouldBe(0);
        Proportion.ClopperPearson(20, 20).Upper.ShouldBe(1);
        Proportion.ClopperPearson(0, 20).Upper.ShouldBeClose(1 - Math.Pow(0.025, 1.0 / 20));
    }

    [Fact]
    public void Both_contain_the_share_and_the_exact_one_keeps_its_level() =>
        Gen.Select(Gen.Int[1, 400], Gen.Double[0, 1]).Sample((n, share) =>
        {
            var k = (int)(share * n);
            var exact = Proportion.ClopperPearson(k, n);
            var wilson = Proportion.Wilson(k, n);
            exact.Lower.ShouldBeLessThanOrEqualTo((double)k / n);
            exact.Upper.ShouldBeGreaterThanOrEqualTo((double)k / n);
            wilson.Lower.ShouldBeLessThanOrEqualTo((double)k / n);
            wilson.Upper.ShouldBeGreaterThanOrEqualTo((double)k / n);
            if (k > 0)
            {
                new Binomial(n, exact.Lower).Survival(k - 1).ShouldBeClose(0.025, 1e-9);
            }
        });

    [Theory]
    [InlineData(1, 0, 0.95)]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 1)]
    public void Impossible_numbers_are_refused(long k, long n, double confidence)
    {
        Should.Throw<Refused>(() => Proportion.Wilson(k, n, confidence));
        Should.Throw<Refused>(() => Proportion.ClopperPearson(k, n, confidence));
    }
}
