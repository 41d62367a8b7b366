using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class TestJudgeTests
{
    private static readonly Requirement Wall = Limited(
        LimitKind.Minimum, lower: 2.3m, unit: "mm", id: "wall-thickness");
    private static readonly Requirement Lead = Limited(
        LimitKind.Maximum, upper: 0.25m, unit: "%", id: "lead-content") with
    {
        Rounding = new Rounding(RoundingMethod.AstmE29, 2),
    };

    private static readonly Requirement Leak = BenchLot.Shell with
    {
        Id = "seat-liquid",
        Limit = new RequirementLimit { Kind = LimitKind.Maximum, Upper = 10m, Unit = "mm3/s" },
    };

    [Theory]
    [InlineData("2.40 MPa", "15 s", TestStatus.Pass)]
    [InlineData("24.0 bar", "0.25 min", TestStatus.Pass)]
    [InlineData("2.39 MPa", "15 s", TestStatus.InvalidTest)]
    [InlineData("2.40 MPa", "14.9 s", TestStatus.InvalidTest)]
    [InlineData("348 psi", "15 s", TestStatus.InvalidTest)]
    [InlineData("349 psi", "15 s", TestStatus.Pass)]
    public void The_conditions_come_before_the_result(string pressure, string hold, TestStatus expected) =>
        Judge(BenchLot.Good("shell", "1") with { Pressure = Pressure.Read(pressure, "p"),
            Hold = Duration.Read(hold, "h") })
            .ShouldBe(expected);

    [Fact]
    public void A_leak_in_an_invalid_test_is_still_an_invalid_test() =>
        Judge(BenchLot.Good("shell", "1") with { Pressure = new Reading(2.1m, "MPa"),
            Value = new Reading(5m, "drops") })
            .ShouldBe(TestStatus.InvalidTest);

    [Fact]
    public void A_pressure_above_the_range_is_invalid()
    {
        var low = BenchLot.Tests.Single(r => r.Id == "seat-gas-low");

        TestJudge.Judge(low, BenchLot.Good("seat-gas-low", "1") with { Pressure = new Reading(0.71m, "MPa") })
            .Reasons[0].Says.Code.ShouldBe("judging.test.pressure-too-high");
        TestJudge.Judge(low, BenchLot.Good("seat-gas-low", "1") with { Pressure = new Reading(0.7m, "MPa") })
            .Status.ShouldBe(TestStatus.Pass);
    }

    [Fact]
    public void An_expired_gauge_and_another_medium_make_the_test_invalid()
    {
        Judge(BenchLot.Good("shell", "1") with { GaugeDue = new DateOnly(2026, 11, 19) })
            .ShouldBe(TestStatus.InvalidTest);
        Judge(BenchLot.Good("shell", "1") with { GaugeDue = new DateOnly(2026, 11, 20) }).ShouldBe(TestStatus.Pass);
        Judge(BenchLot.Good("shell", "1") with { Medium = "gas" }).ShouldBe(TestStatus.InvalidTest);
    }

    [Fact]
    public void Whatever_is_missing_cannot_be_judged()
    {
        var good = BenchLot.Good("shell", "1");
        Observation[] without =
        [
            good with { Gauge = null }, good with { GaugeDue = null }, good with { Medium = null },
                good with { Pressure = null },
            good with { Pressure = new Reading(2.4m, "mm") }, good with { Hold = null },
                good with { Hold = new Reading(15m, "mm") },
            good with { Value = null }, good with { Value = new Reading(-1m, "drops") },
            good with { Value = new Reading(3m, "drops"), Finding = Finding.NoneVisible },
            good with { Value = new Reading(0m, "drops"), Finding = Finding.DoesNotConform },
            good with { Value = new Reading(-1m, "drops"), Finding = Finding.NoneVisible },
        ];

        without.ShouldAllBe(o => Judge(o) == TestStatus.CannotJudge);
    }

    [Fact]
    public void An_observation_shorter_than_the_hold_shows_nothing() =>
        Judge(BenchLot.Good("shell", "1") with { Observed = new Reading(9m, "s") }).ShouldBe(TestStatus.InvalidTest);

    [Fact]
    public void A_number_and_a_finding_may_agree()
    {
        var good = BenchLot.Good("shell", "1");

        Judge(good with { Finding = Finding.NoneVisible }).ShouldBe(TestStatus.Pass);
        Judge(good with { Finding = Finding.DoesNotConform, Value = new Reading(2m, "drops") })
            .ShouldBe(TestStatus.Fail);
        TestJudge.Judge(BenchLot.Shell with { MinDurationSeconds = null }, good with { Hold = null }).Status
            .ShouldBe(TestStatus.Pass);
    }

    [Theory]
    [InlineData(Finding.NoneVisible, TestStatus.Pass)]
    [InlineData(Finding.Conforms, TestStatus.Pass)]
    [InlineData(Finding.DoesNotConform, TestStatus.Fail)]
    public void None_visible_is_a_finding(Finding finding, TestStatus expected) =>
        Judge(BenchLot.Good("shell", "1") with { Value = null, Finding = finding }).ShouldBe(expected);

    [Fact]
    public void An_unknown_requirement_cannot_be_judged()
    {
        var good = BenchLot.Good("shell", "1");

        TestJudge.Judge(BenchLot.Shell with { Edition = "" }, good).Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(BenchLot.Shell with { Limit = null }, good).Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(BenchLot.Shell with { Unknown = Phrase.Of("judging.unknown.rate-not-agreed") }, good)
            .Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(BenchLot.Shell with { Limit = new RequirementLimit { Kind = LimitKind.LeakRate } }, good)
            .Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(Wall, good).Status.ShouldBe(TestStatus.NotApplicable);
    }

    [Theory]
    [InlineData("2.3", "mm", TestStatus.Pass)]
    [InlineData("2.29", "mm", TestStatus.Fail)]
    [InlineData("2300", "um", TestStatus.Pass)]
    [InlineData("2.3", "%", TestStatus.CannotJudge)]
    [InlineData("-2.3", "mm", TestStatus.CannotJudge)]
    public void A_minimum_is_met_at_the_limit(string value, string unit, TestStatus expected) =>
        TestJudge.Judge(Wall, Measured("wall-thickness", value, unit)).Status.ShouldBe(expected);

    [Theory]
    [InlineData("0.2549", TestStatus.Pass)]
    [InlineData("0.255", TestStatus.Fail)]
    public void Rounding_is_the_named_one(string value, TestStatus expected) =>
        TestJudge.Judge(Lead, Measured("lead-content", value, "%")).Status.ShouldBe(expected);

    [Theory]
    [InlineData("9.6", "drops/min", null, TestStatus.Pass)]
    [InlineData("9.61", "drops/min", null, TestStatus.Fail)]
    [InlineData("0.6", "ml/min", null, TestStatus.Pass)]
    [InlineData("48", "drops", "300 s", TestStatus.Pass)]
    [InlineData("49", "drops", "300 s", TestStatus.Fail)]
    [InlineData("9", "bubbles/min", null, TestStatus.Pass)]
    [InlineData("10", "bubbles/min", null, TestStatus.Fail)]
    public void Leakage_is_compared_by_the_volumes_of_the_edition(
        string value, string unit, string? over, TestStatus expected)
    {
        var medium = unit == "bubbles/min" ? "gas" : "liquid";
        var observation = BenchLot.Good("seat-liquid", "1") with
        {
            Medium = medium,
            Pressure = new Reading(2.4m, "MPa"),
            Value = new Reading(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit),
            Observed = over is null ? null : Duration.Read(over, "o"),
        };

        TestJudge.Judge(Leak with { Medium = medium }, observation).Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("gas", "drops/min")]
    [InlineData("gas", "drops")]
    [InlineData("liquid", "bubbles/min")]
    [InlineData("liquid", "bubbles")]
    public void Gas_is_not_counted_in_drops_nor_liquid_in_bubbles(string medium, string unit) => TestJudge.Judge(
        Leak with { Medium = medium },
        BenchLot.Good("seat-liquid", "1") with
        {
            Medium = medium, Pressure = new Reading(2.4m, "MPa"), Value = new Reading(1m, unit),
        }).Status.ShouldBe(TestStatus.CannotJudge);

    [Fact]
    public void A_limit_in_drops_takes_a_rate_and_the_other_way_round()
    {
        var drops = Leak with { Limit = new RequirementLimit { Kind = LimitKind.Maximum, Upper = 12m,
            Unit = "drops/min" } };
        var bubbles = Leak with { Limit = new RequirementLimit { Kind = LimitKind.Maximum, Upper = 24m,
            Unit = "bubbles/min" } };
        var leak = BenchLot.Good(
            "seat-liquid", "1") with { Pressure = new Reading(2.4m, "MPa"), Value = new Reading(12.5m, "mm3/s") };

        TestJudge.Judge(drops, leak).Status.ShouldBe(TestStatus.Pass);
        TestJudge.Judge(bubbles, leak).Status.ShouldBe(TestStatus.Pass);
        TestJudge.Judge(drops, leak with { Value = new Reading(12.5m, "mm") }).Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(Leak with { Volumes = new LeakVolumes(null, null) },
            leak with { Value = new Reading(1m, "drops/s") })
            .Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(drops with { Volumes = new LeakVolumes(null, null) }, leak).Status.ShouldBe(
            TestStatus.CannotJudge);
        TestJudge.Judge(bubbles with { Volumes = new LeakVolumes(62.5m, null) }, leak).Status.ShouldBe(
            TestStatus.CannotJudge);
    }

    [Fact]
    public void The_uncertainty_enters_as_the_rule_says()
    {
        var measured = Measured("lead-content", "0.23", "%") with { Uncertainty = 0.03m };
        var guarded = Lead with { Rule = new DecisionRule(DecisionRuleId.Guarded) };
        var nonBinary = Lead with { Rule = new DecisionRule(DecisionRuleId.NonBinary) };

        TestJudge.Judge(Lead, measured).ProbabilityBeyondLimit.ShouldBe(0.091211m);
        TestJudge.Judge(Lead, measured).Status.ShouldBe(TestStatus.Pass);
        TestJudge.Judge(guarded, measured).Status.ShouldBe(TestStatus.Fail);
        TestJudge.Judge(nonBinary, measured).Conditional.ShouldBeTrue();
        TestJudge.Judge(nonBinary, measured).Status.ShouldBe(TestStatus.Pass);
        TestJudge.Judge(nonBinary, measured with { Value = new Reading(0.27m, "%") }).Conditional.ShouldBeTrue();
        TestJudge.Judge(nonBinary, measured with { Value = new Reading(0.20m, "%") }).Conditional.ShouldBeFalse();
        TestJudge.Judge(guarded, measured with { Uncertainty = null }).Status.ShouldBe(TestStatus.CannotJudge);
        TestJudge.Judge(Lead, measured with { CoverageFactor = 3m }).ProbabilityBeyondLimit.ShouldBe(0.02275m);
        TestJudge.Judge(Wall with { Rule = new DecisionRule(DecisionRuleId.Guarded) },
            Measured("wall-thickness", "2.5", "mm") with { Uncertainty = 0.1m }).ProbabilityBeyondLimit.ShouldBe(
                0.000032m);
        TestJudge.Judge(Lead, measured with { Uncertainty = 0m }).ProbabilityBeyondLimit.ShouldBeNull();
    }

    [Fact]
    public void A_range_bounds_both_sides()
    {
        var range = Limited(LimitKind.Range, lower: 8.2m, upper: 10m, unit: "mm", id: "x");

        TestJudge.Judge(range, Measured("x", "8.2", "mm")).Status.ShouldBe(TestStatus.Pass);
        TestJudge.Judge(range, Measured("x", "10.01", "mm")).Status.ShouldBe(TestStatus.Fail);
        TestJudge.Judge(range, Measured("x", "8.19", "mm")).Status.ShouldBe(TestStatus.Fail);
        TestJudge.Judge(range, Measured("x", "9", "mm") with { Value = null, Gauge = null }).Status.ShouldBe(
            TestStatus.CannotJudge);
    }

    [Theory]
    [InlineData(Finding.Conforms, TestStatus.Pass)]
    [InlineData(Finding.DoesNotConform, TestStatus.Fail)]
    [InlineData(Finding.NoneVisible, TestStatus.CannotJudge)]
    [InlineData(null, TestStatus.CannotJudge)]
    public void An_attribute_is_what_the_inspector_finds(Finding? finding, TestStatus expected)
    {
        var marking = Limited(LimitKind.Attribute, id: "marking");

        TestJudge.Judge(marking, Measured("marking", "1", "1") with { Value = null, Gauge = null, Finding = finding })
            .Status.ShouldBe(expected);
    }

    [Fact]
    public void A_composition_needs_every_limited_element()
    {
        var alloy = Limited(LimitKind.Composition, id: "composition") with
        {
            Limit = new RequirementLimit
            {
                Kind = LimitKind.Composition,
                Elements = [new ElementLimit("Cu", 57m, 59m), new ElementLimit("Pb", null, 2.5m),
                    new ElementLimit("Sn", 1m, null)],
            },
        };
        TestOutcome Of(params ElementReading[] analysis) => TestJudge.Judge(alloy,
            Measured("composition", "1", "1") with { Value = null, Gauge = null, Elements = analysis });

        Of([new("Cu", 58m), new("Pb", 2.5m), new("Sn", 1m)]).Status.ShouldBe(TestStatus.Pass);
        Of([new("Cu", 58m), new("Pb", 2.5m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([new("Cu", 60m), new("Pb", 2.6m), new("Sn", 0.9m)]).Reasons.Count.ShouldBe(3);
        Of([new("Cu", 60m)]).Status.ShouldBe(TestStatus.Fail);
        Of([new("Cu", 80m), new("Pb", 60m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([new("Cu", -1m), new("Pb", 2m), new("Sn", 1m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([new("Cu", 101m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([new("Cu", 58m), new("Pb", 2m), new("Sn", 0.5m), new("Pb", 2m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([new("Cu", 58m), new("Cu", 58m)]).Status.ShouldBe(TestStatus.CannotJudge);
        Of([]).Status.ShouldBe(TestStatus.CannotJudge);
    }

    private static TestStatus Judge(Observation observation)
    {
        var outcome = TestJudge.Judge(BenchLot.Shell, observation);
        outcome.Reasons.Count.ShouldBeGreaterThan(0);
        outcome.Reasons[0].Clause.ShouldStartWith("GB/T 13927 2022");
        return outcome.Status;
    }

    private static Observation Measured(string id, string value, string unit) => BenchLot.Good(id, "1") with
    {
        Value = new Reading(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit),
    };

    private static Requirement Limited(
        LimitKind kind, decimal? lower = null, decimal? upper = null, string? unit = null,
        string id = "x") => BenchLot.Shell with
    {
        Id = id,
        TestPressure = null,
        MinDurationSeconds = null,
        Medium = null,
        Limit = new RequirementLimit { Kind = kind, Lower = lower, Upper = upper, Unit = unit },
    };
}
