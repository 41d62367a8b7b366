using Shouldly;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Quantities;

public sealed class LeakAmountTests
{
    private static readonly LeakVolumes Iso = new(62.5m, 65.449846949787m);

    [Fact]
    public void Twelve_drops_in_a_minute_are_12_5_mm3_a_second() =>
        LeakAmount.InMm3PerSecond(new Reading(12m, "drops"), new Reading(1m, "min"), Iso)!.Value.ToDecimal()
            .ShouldBe(12.5m);

    [Fact]
    public void A_bubble_is_what_the_edition_says()
    {
        var reading = new Reading(60m, "bubbles/min");

        LeakAmount.InMm3PerSecond(reading, null, new LeakVolumes(null, 10m))!.Value.ToDecimal().ShouldBe(10m);
        LeakAmount.InMm3PerSecond(reading, null, new LeakVolumes(null, 40m))!.Value.ToDecimal().ShouldBe(40m);
        LeakAmount.InMm3PerSecond(reading, null, new LeakVolumes(62.5m, null)).ShouldBeNull();
    }

    [Fact]
    public void A_count_without_its_time_is_no_rate()
    {
        LeakAmount.InMm3PerSecond(new Reading(3m, "bubbles"), null, Iso).ShouldBeNull();
        LeakAmount.InMm3PerSecond(new Reading(3m, "bubbles"), new Reading(0m, "s"), Iso).ShouldBeNull();
        LeakAmount.InMm3PerSecond(new Reading(3m, "drops"), new Reading(60m, "s"), new LeakVolumes(null, 10m))
            .ShouldBeNull();
    }

    [Fact]
    public void Other_kinds_are_no_leakage() =>
        LeakAmount.InMm3PerSecond(new Reading(3m, "mm"), null, Iso).ShouldBeNull();

    // ISO 5208: the published drops and bubbles a second at DN 1 follow from the volumes, but for EE gas.
    [Theory]
    [InlineData("0.006", "0.18", "0.0001", "0.003")]
    [InlineData("0.01", "0.3", "0.0002", "0.0046")]
    [InlineData("0.1", "30", "0.0016", "0.4584")]
    [InlineData("0.3", "300", "0.0048", "4.5837")]
    [InlineData("1", "3000", "0.016", "45.837")]
    public void The_volumes_reproduce_the_published_table(string liquid, string gas, string drops, string bubbles)
    {
        Divided(liquid, 62.5m, Decimals(drops)).ShouldBe(Number(drops));
        Divided(gas, 65.449846949787m, Decimals(bubbles)).ShouldBe(Number(bubbles));
    }

    private static decimal Divided(string rate, decimal volume, int decimals) =>
        (Ratio.Of(Number(rate)) / Ratio.Of(volume)).Round(decimals);

    private static int Decimals(string text) => text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal);

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
