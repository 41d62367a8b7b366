using CsCheck;
using Shouldly;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Quantities;

public sealed class ReadingTests
{
    private static readonly Gen<decimal> Values = Gen.Int[0, 1_000_000].Select(i => i / 1000m);
    private static readonly string[] Pressures = ["MPa", "bar", "kPa", "psi", "Pa", "mbar", "kgf/cm2"];

    [Fact]
    public void The_digits_as_written_are_kept() =>
        Reading.Read("2.40 MPa", Dimension.Pressure, "p").ToString().ShouldBe("2.40 MPa");

    [Theory]
    [InlineData("25.4 mm", "1 in")]
    [InlineData("1 mm", "1000 um")]
    [InlineData("1 %", "10000 mg/kg")]
    [InlineData("1 mg/L", "1000 ug/L")]
    [InlineData("1 h", "60 min")]
    [InlineData("1 MPa", "10 bar")]
    public void Units_are_the_same_quantity(string a, string b)
    {
        var (x, y) = (Split(a), Split(b));

        x.CompareTo(y).ShouldBe(0);
        x.In(y.Unit).ToDecimal().ShouldBe(y.Value);
    }

    [Fact]
    public void A_pound_per_square_inch_is_exact() =>
        new Reading(1m, "psi").In("Pa").ToDecimal().ShouldBe(6894.757293168361m);

    [Fact]
    public void A_change_of_unit_never_changes_an_order() =>
        Gen.Select(Values, Values, Gen.Int[0, 6].Select(i => Pressures[i]))
        .Sample((a, b, unit) =>
        {
            var (x, y) = (new Reading(a, "MPa"), new Reading(b, "MPa"));
            var inUnit = x.In(unit) * Unit.Get(unit).Factor;
            return x.CompareTo(y) == a.CompareTo(b) && inUnit.CompareTo(y.InBase()) == a.CompareTo(b);
        });

    [Fact]
    public void Different_kinds_are_never_compared() =>
        Should.Throw<InvalidOperationException>(() => new Reading(1m, "mm").CompareTo(new Reading(1m, "s")));

    [Theory]
    [InlineData("2.4", "unit-missing")]
    [InlineData("2.4 mmHg", "unit-unknown")]
    [InlineData("2.4 mPa", "unit-unknown")]
    [InlineData("2.4 s", "unit-of-other-kind")]
    [InlineData("2,4 MPa", "unit-unknown")]
    [InlineData("MPa", "not-a-number")]
    [InlineData("NaN MPa", "not-a-number")]
    [InlineData("99999999999999999999999999999999 MPa", "not-a-number")]
    public void What_is_no_pressure_is_refused(string text, string code) =>
        Should.Throw<Refused>(() => Reading.Read(text, Dimension.Pressure, "pressure")).Code.ShouldBe(code);

    [Theory]
    [InlineData("15 s", 15)]
    [InlineData("1 min", 60)]
    [InlineData("15", 15)]
    public void Times_are_read(string text, int seconds) =>
        Duration.Read(text, "hold", "s").CompareTo(new Reading(seconds, "s")).ShouldBe(0);

    [Fact]
    public void A_hold_below_zero_is_refused() =>
        Should.Throw<Refused>(() => Duration.Read("-3 s", "hold")).Code.ShouldBe("below-zero");

    [Fact]
    public void Long_input_is_cut_before_it_is_read() => NumberText.Fold(new string('9', 500)).Length.ShouldBe(64);

    private static Reading Split(string text)
    {
        var (value, unit) = NumberText.SplitNumber(text, "x");
        return new Reading(value, Unit.Read(unit, "x").Code);
    }
}
