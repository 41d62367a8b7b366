using CsCheck;
using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class PlanningTests
{
    [Fact]
    public void Chances_are_scaled_to_the_inspectors_there_are()
    {
        var lots = Lots(("0.35", "0.2", 100), ("0.1", "0.05", 100), ("1", "1", 10));

        var allocation = LaneQuota.Allocate(lots, 45);

        allocation.IsShort.ShouldBeFalse();
        allocation.Expected.ShouldBeInRange(44.9m, 45m);
        allocation.Chances[^1].ShouldBe(SelectionProbability.Certain);
        allocation.Chances[0].CompareTo(SelectionProbability.Parse("0.35")).ShouldBeLessThan(0);
        allocation.Reason.Code.ShouldBe("supervision.quota.fits");
    }

    [Fact]
    public void With_enough_inspectors_the_chances_stay() =>
        LaneQuota.Allocate(Lots(("0.35", "0.2", 10)), 100).Chances
            .ShouldAllBe(p => p == SelectionProbability.Parse("7/20"));

    [Fact]
    public void Too_few_inspectors_lower_no_floor_and_are_named()
    {
        var allocation = LaneQuota.Allocate(Lots(("0.35", "0.2", 10), ("1", "1", 10)), 5);

        allocation.IsShort.ShouldBeTrue();
        allocation.Expected.ShouldBe(12);
        allocation.Chances[0].ShouldBe(SelectionProbability.Parse("0.2"));
        allocation.Reason.Code.ShouldBe("supervision.quota.short");
    }

    [Fact]
    public void The_expectation_never_exceeds_a_quota_that_can_be_kept() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 10], Gen.Int[0, 60]).Sample((a, b, c, quota) =>
        {
            var allocation = LaneQuota.Allocate(Lots(("0.35", "0.2", a), ("0.05", "0.02", b), ("1", "1", c)), quota);
            var least = (0.2m * a) + (0.02m * b) + c;
            allocation.IsShort.ShouldBe(least > quota);
            (allocation.IsShort || allocation.Expected <= quota).ShouldBeTrue();
        });

    [Theory]
    [InlineData("government-officer", "zhejiang-enforcement", "123", null, 0, "visit-actor")]
    [InlineData("association-officer", "zhejiang-enforcement", "123", null, 0, "visit-actor")]
    [InlineData("laboratory-signatory", "zhejiang-enforcement", "123", null, 0, "visit-actor")]
    [InlineData("inspector", "", "123", null, 0, "visit-number")]
    [InlineData("inspector", "zhejiang-enforcement", "", null, 0, "visit-number")]
    [InlineData("inspector", "zhejiang-enforcement", "123", null, 2, "visit-budget")]
    [InlineData("inspector", "zhejiang-enforcement", "123", " ", 2, "visit-cause")]
    public void A_visit_that_breaks_a_rule_is_refused(
        string actor, string system, string number, string? cause, int made, string code) =>
        Should.Throw<Refused>(() => VisitRules.Check(new Visit("f", ["lot-1"], actor, system, number, cause), 2, made))
            .Code.ShouldBe(code);

    [Fact]
    public void A_visit_within_the_budget_or_for_a_named_cause_may_go()
    {
        var planned = new Visit("f", ["lot-1"], "inspector", "zhejiang-enforcement", "123", null);

        Should.NotThrow(() => VisitRules.Check(planned, 2, 1));
        Should.NotThrow(() => VisitRules.Check(planned with { Cause = "overseas case 9" }, 2, 2));
        Should.Throw<Refused>(() => VisitRules.Check(planned with { Matters = [] }, 2, 1))
            .Code.ShouldBe("visit-matter");
    }

    [Fact]
    public void Several_matters_go_in_one_visit()
    {
        var merged = VisitRules.Merge([new("b", "2"), new("a", "3"), new("b", "1")]);

        merged.Select(v => v.FirmId).ShouldBe(["a", "b"]);
        merged[1].Matters.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_zone_is_planned_from_level_risk_alerts_and_quota()
    {
        var day = new DateOnly(2026, 11, 24);
        var alert = new Alert("2026-7", "II", "ball-valve", null, day, day.AddDays(30));
        var rules = new ZoneRules(Schemes.Embedded, ProductEngine.Default, AlertRules.Default, [alert]);
        var hazard = new ProductHazard("leak", "D", [1], [1]);
        FamilyFacts Family(string key, string family, int level, params QualityEvent[] events) => new(
            key, family, "8481.80", "US", new LevelHistory(level, day.AddYears(-1)), events, [hazard]);

        var standings = ZonePlan.Standings(
            rules,
            [
                Family("f1/tap", "tap", 1),
                Family("f1/ball", "ball-valve", 1),
                Family("f2/tap", "tap", 1, new QualityEvent("lot-9", "spot-lot-failed", day.AddDays(-3))),
                Family("f3/ball", "ball-valve", 3),
            ],
            day).ToDictionary(s => s.Key);

        standings["f1/tap"].Mode.Mode.Id.ShouldBe("self-declaration");
        standings["f1/ball"].Mode.Mode.Id.ShouldBe("document-check");
        standings["f2/tap"].Mode.Mode.Id.ShouldBe("document-check");
        standings["f3/ball"].Mode.Mode.Id.ShouldBe("every-lot");

        DeclaredLot[] lots = [new("a", "f1/tap", "north"), new("b", "f3/ball", "south"), new("c", "f1/ball", "north")];
        var chances = ZonePlan.Chances(lots, standings, new Dictionary<string, decimal> { ["north"] = 0.09m });

        chances.Select(c => c.LotId).ShouldBe(["a", "b", "c"]);
        chances[1].Probability.ShouldBe(SelectionProbability.Certain);
        chances[2].Probability.CompareTo(SelectionProbability.Parse("0.1")).ShouldBeLessThan(0);
        Should.Throw<Refused>(() => ZonePlan.Chances(
                [new("z", "nobody", "north")], standings, new Dictionary<string, decimal>()))
            .Code.ShouldBe("no-standing");
    }

    private static LaneLot[] Lots(params (string Probability, string Floor, int Count)[] groups)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return [.. groups.SelectMany(g => Enumerable.Range(0, g.Count).Select(i => new LaneLot(
            g.Probability + "-" + i, decimal.Parse(g.Probability, invariant), decimal.Parse(g.Floor, invariant))))];
    }
}
