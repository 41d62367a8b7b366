using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class RequirementGapsTests
{
    private static Requirement Shell => BenchLot.Shell;

    [Fact]
    public void One_lot_is_judged_by_both_markets_at_once()
    {
        var export = Requirements.Ask(
            PackSet.Embedded, BenchLot.Question with { Family = "lead-free-ball", Market = "US" });
        var home = Requirements.Ask(
            PackSet.Embedded, BenchLot.Question with { Family = "lead-free-ball", Market = "CN" });

        var both = RequirementGaps.Together(export.Requirements, home.Requirements);

        both.Select(r => r.Key).ShouldBeUnique();
        both.ShouldContain(r => r.Id == "lead-content");
        both.ShouldContain(r => r.Standard == "GB/T 13927");
        RequirementGaps.Between(export.Requirements, home.Requirements).Single(g => g.Id == "lead-content").Stricter
            .ShouldBe(GapSide.Export);
        RequirementGaps.Between(export.Requirements, home.Requirements).Single(g => g.Id == "marking").Stricter
            .ShouldBe(GapSide.Home);
    }

    [Fact]
    public void The_stricter_side_is_named()
    {
        var pressure = Shell with { TestPressure = Shell.TestPressure! with { Min = new Reading(30m, "bar") } };

        Of(Shell, Shell).ShouldBe(GapSide.Same);
        Of(pressure, Shell).ShouldBe(GapSide.Export);
        Of(Shell, Shell with { MinDurationSeconds = 60 }).ShouldBe(GapSide.Home);
        Of(pressure, Shell with { MinDurationSeconds = 60 }).ShouldBe(GapSide.Different);
        Of(Shell with { TestPressure = null }, Shell).ShouldBe(GapSide.Different);
        Of(Shell with { MinDurationSeconds = null }, Shell).ShouldBe(GapSide.Different);
        Of(Shell with { Limit = null }, Shell).ShouldBe(GapSide.Different);
        Of(Shell, Shell with { Limit = null }).ShouldBe(GapSide.Different);
        Of(Shell, Shell with { TestPressure = null }).ShouldBe(GapSide.Different);
        Of(Shell, Shell with { MinDurationSeconds = null }).ShouldBe(GapSide.Different);
        var untested = Shell with { TestPressure = null, MinDurationSeconds = null };
        Of(untested, untested).ShouldBe(GapSide.Same);
    }

    [Fact]
    public void Limits_are_compared_in_their_units()
    {
        Of(Limit(LimitKind.Maximum, upper: 0.25m, unit: "%"), Limit(LimitKind.Maximum, upper: 2500m, unit: "mg/kg"))
            .ShouldBe(GapSide.Same);
        Of(Limit(LimitKind.Maximum, upper: 0.2m, unit: "%"), Limit(LimitKind.Maximum, upper: 2500m, unit: "mg/kg"))
            .ShouldBe(GapSide.Export);
        Of(Limit(LimitKind.Maximum, upper: 1m, unit: "ug"), Limit(LimitKind.Maximum, upper: 5m, unit: "ug/L"))
            .ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.Minimum, lower: 2m, unit: "mm"), Limit(LimitKind.Minimum, lower: 3m, unit: "mm"))
            .ShouldBe(GapSide.Home);
        Of(Limit(LimitKind.NoneVisible), Limit(LimitKind.Maximum, upper: 5m, unit: "mm3/s")).ShouldBe(GapSide.Export);
        Of(Limit(LimitKind.Maximum, upper: 5m, unit: "mm3/s"), Limit(LimitKind.NoneVisible)).ShouldBe(GapSide.Home);
        Of(Limit(LimitKind.Attribute), Limit(LimitKind.NoneVisible)).ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.NoneVisible), Limit(LimitKind.Attribute)).ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.Attribute), Limit(LimitKind.Attribute)).ShouldBe(GapSide.Same);
        Of(Limit(LimitKind.Maximum, upper: 5m, unit: "mm"), Limit(LimitKind.Minimum, 1m, unit: "mm"))
            .ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.Range, 1m, 2m, "mm"), Limit(LimitKind.Range, 2m, 2m, "mm")).ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.Composition), Limit(LimitKind.Composition)).ShouldBe(GapSide.Same);
        Of(Limit(LimitKind.Range, 1m, 2m, "mm"), Limit(LimitKind.Range, 1m, 3m, "mm")).ShouldBe(GapSide.Different);
        Of(Limit(LimitKind.Range, 1m, 2m, "mm"), Limit(LimitKind.Range, 1m, 2m, "mm")).ShouldBe(GapSide.Same);
    }

    private static GapSide Of(Requirement export, Requirement home) =>
        RequirementGaps.Between([export], [home]).Single().Stricter;

    private static Requirement Limit(
        LimitKind kind, decimal? lower = null, decimal? upper = null, string? unit = null) =>
        Shell with { Limit = new RequirementLimit { Kind = kind, Lower = lower, Upper = upper, Unit = unit } };
}
