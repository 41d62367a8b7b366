using CsCheck;
using Shouldly;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Quantities;

public sealed class RoundingTests
{
    [Theory]
    [InlineData("0.2549", "0.25")]
    [InlineData("0.255", "0.26")]
    [InlineData("0.245", "0.24")]
    [InlineData("0.2450001", "0.25")]
    [InlineData("0.2538", "0.25")]
    [InlineData("-0.255", "-0.26")]
    [InlineData("12.5", "12.5")]
    public void A_lone_five_goes_to_the_even_digit(string value, string rounded)
    {
        var exact = Ratio.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        var expected = decimal.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture);

        exact.Round(2).ShouldBe(expected);
        new Rounding(RoundingMethod.GbT8170, 2).Apply(exact).ShouldBe(Ratio.Of(expected));
        new Rounding(RoundingMethod.AstmE29, 2).Apply(exact).ShouldBe(Ratio.Of(expected));
        new Rounding(RoundingMethod.Absolute, 2).Apply(exact).ShouldBe(exact);
    }

    [Fact]
    public void Rounding_agrees_with_the_decimals_of_the_framework() => Gen.Int[-10_000_000, 10_000_000]
        .Sample(i => Ratio.Of(i / 10000m).Round(2) == decimal.Round(i / 10000m, 2, MidpointRounding.ToEven));

    [Fact]
    public void Fractions_are_exact()
    {
        var third = Ratio.Of(1m) / Ratio.Of(3m);

        (third + third + third).ShouldBe(Ratio.One);
        (third * Ratio.Of(3m)).ShouldBe(Ratio.One);
        (third < Ratio.One).ShouldBeTrue();
        (third > Ratio.One).ShouldBeFalse();
        (third >= Ratio.Of(0.3m) && third <= Ratio.Of(0.4m)).ShouldBeTrue();
        third.ToDecimal().ShouldBe(0.333333333333m);
        (Ratio.Of(-1m) / Ratio.Of(-4m)).ToDecimal().ShouldBe(0.25m);
        default(Ratio).CompareTo(Ratio.Of(0m)).ShouldBe(0);
        Should.Throw<DivideByZeroException>(() => third / Ratio.Of(0m));
    }
}
