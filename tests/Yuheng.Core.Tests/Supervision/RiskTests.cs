using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class RiskTests
{
    /// <summary>q1 in percent with q2 = 10 %: Q = q1 / 1000.</summary>
    [Theory]
    [InlineData("A", "1", RiskGrade.High)] // Q = 0.001, at the threshold
    [InlineData("A", "0.999", RiskGrade.LessHigh)]
    [InlineData("A", "0.01", RiskGrade.LessHigh)] // 0.00001
    [InlineData("A", "0.0099", RiskGrade.Normal)]
    [InlineData("B", "10", RiskGrade.High)]
    [InlineData("B", "9.99", RiskGrade.LessHigh)]
    [InlineData("B", "0.1", RiskGrade.LessHigh)]
    [InlineData("B", "0.099", RiskGrade.Normal)]
    [InlineData("C", "100", RiskGrade.High)]
    [InlineData("C", "99.9", RiskGrade.LessHigh)]
    [InlineData("C", "1", RiskGrade.LessHigh)]
    [InlineData("C", "0.9", RiskGrade.Normal)]
    [InlineData("D", "100", RiskGrade.LessHigh)]
    [InlineData("D", "99.9", RiskGrade.Normal)]
    public void A_value_at_a_threshold_takes_the_stricter_grade(string severity, string q1, RiskGrade grade)
    {
        var hazard = Hazard(severity, decimal.Parse(q1, System.Globalization.CultureInfo.InvariantCulture), 10);

        ProductEngine.Default.Grade([hazard]).Grade.ShouldBe(grade);
    }

    [Fact]
    public void The_grade_is_the_highest_over_the_hazards_and_names_each()
    {
        var decision = ProductEngine.Default.Grade([Hazard("A", 1, 10), Hazard("D", 1, 1), Hazard("C", 1, 10)]);

        decision.Grade.ShouldBe(RiskGrade.High);
        decision.Reasons.Select(r => r.Args[^1]).ShouldBe(["high", "normal", "less-high"]);
    }

    [Fact]
    public void Changing_one_part_of_q2_leaves_the_others()
    {
        // The public code re-read the other parts of q2 from q1's fields when one changed.
        ProductHazard With(decimal last) => new("lead", "B", [2, 3, 5], [1, 2, 3, 1, last]);

        ProductEngine.Default.Grade([With(3)]).Reasons[0].Args[2].ShouldBe("0.01");
        ProductEngine.Default.Grade([With(2)]).Reasons[0].Args[2].ShouldBe("0.009");
    }

    [Fact]
    public void What_is_no_percentage_is_refused()
    {
        Should.Throw<Refused>(() => ProductEngine.Default.Grade([])).Code.ShouldBe("no-hazard");
        Should.Throw<Refused>(() => ProductEngine.Default.Grade([Hazard("A", -1, 10)])).Code.ShouldBe("percentages");
        Should.Throw<Refused>(() => ProductEngine.Default.Grade([Hazard("A", 101, 10)])).Code.ShouldBe("percentages");
        Should.Throw<Refused>(() => ProductEngine.Default.Grade([Hazard("E", 1, 10)])).Code.ShouldBe("severity");
    }

    [Theory]
    [InlineData(1, "0.5", RiskGrade.High)]
    [InlineData(1, "0.4999", RiskGrade.LessHigh)]
    [InlineData(2, "0.0001", RiskGrade.LessHigh)]
    [InlineData(3, "0.00001", RiskGrade.LessHigh)]
    [InlineData(4, "0.00001", RiskGrade.High)]
    [InlineData(4, "0.000001", RiskGrade.LessHigh)]
    [InlineData(4, "0.0000009", RiskGrade.Normal)]
    [InlineData(1, "0", RiskGrade.Normal)]
    public void The_second_engine_goes_by_bands(int severity, string probability, RiskGrade grade)
    {
        var value = decimal.Parse(probability, System.Globalization.CultureInfo.InvariantCulture);
        BandEngine.Default.Grade([new RiskScenario("burst", severity, value)]).Grade.ShouldBe(grade);
    }

    [Fact]
    public void The_bands_are_monotone()
    {
        var rows = BandEngine.Default.Bands.Select(b => b.Grades.Select(RiskGrades.Parse).ToArray()).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].ShouldBe([.. rows[i].Order()], "more severe is never lower");
            if (i > 0)
            {
                rows[i].Zip(rows[i - 1]).ShouldAllBe(p => p.First <= p.Second, "less probable is never higher");
            }
        }
    }

    [Theory]
    [InlineData("I", RiskGrade.Normal, RiskGrade.High)]
    [InlineData("II", RiskGrade.Normal, RiskGrade.High)]
    [InlineData("III", RiskGrade.Normal, RiskGrade.LessHigh)]
    [InlineData("III", RiskGrade.LessHigh, RiskGrade.High)]
    [InlineData("IV", RiskGrade.LessHigh, RiskGrade.LessHigh)]
    public void An_alert_in_force_raises_the_grade(string level, RiskGrade before, RiskGrade after)
    {
        var (first, last) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        var alert = new Alert("2026-7", level, "ball-valve", null, first, last);
        RiskGrade On(int day, string family = "ball-valve") => AlertRules.Default
            .Apply(new RiskDecision(before, []), [alert], new AlertScope(family, "US", new DateOnly(2026, 11, day)))
            .Grade;

        On(1).ShouldBe(after);
        On(30).ShouldBe(after);
        On(15, "tap").ShouldBe(before);
        AlertRules.Default.Apply(
                new RiskDecision(before, []), [alert], new AlertScope("ball-valve", "US", new DateOnly(2026, 12, 1)))
            .Grade.ShouldBe(before);
    }

    [Fact]
    public void An_alert_of_another_market_does_nothing()
    {
        var alert = new Alert("2026-8", "I", "tap", "DE", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        var scope = new AlertScope("tap", "US", new DateOnly(2026, 11, 2));

        AlertRules.Default.Apply(new RiskDecision(RiskGrade.Normal, []), [alert], scope)
            .Grade.ShouldBe(RiskGrade.Normal);
    }

    private static ProductHazard Hazard(string severity, decimal q1, decimal q2) => new("hazard", severity, [q1], [q2]);
}
