using Shouldly;
using Yuheng.Core.Indicators;

namespace Yuheng.Core.Tests.Indicators;

public sealed class ChartDataTests
{
    [Fact]
    public void A_p_chart_has_limits_for_each_number()
    {
        var chart = ChartData.PChart([new("Jan", 10, 100), new("Feb", 0, 0), new("Mar", 10, 400), new("Apr", 30, 100)]);

        chart.Center.ShouldBe(50 / 600.0, 1e-12);
        var half = 3 * Math.Sqrt(chart.Center * (1 - chart.Center) / 100);
        chart.Points[0].Limits.Upper.ShouldBe(chart.Center + half, 1e-12);
        chart.Points[0].Limits.Lower.ShouldBe(Math.Max(0, chart.Center - half), 1e-12);
        (chart.Points[2].Limits.Upper - chart.Center).ShouldBe(half / 2, 1e-12);
        chart.Points[1].Share.ShouldBeNull();
        chart.Points.Select(p => p.IsBeyond).ShouldBe([false, false, true, true]);
    }

    [Fact]
    public void A_funnel_draws_no_firm_with_few_lots()
    {
        var firms = Enumerable.Range(0, 30).Select(i => new CountOf("f" + i, 5, 100)).Append(new("odd", 30, 100));

        var funnel = ChartData.Funnel([.. firms, new CountOf("small", 10, 19)]);

        funnel.TooFew.ShouldBe(1);
        funnel.Points.ShouldNotContain(p => p.Name == "small");
        funnel.Points.Where(p => p.IsOutside998).ShouldHaveSingleItem().Name.ShouldBe("odd");
        var (inner, outer) = ChartData.FunnelLimits(0.1, 100);
        inner.Upper.ShouldBe(0.1 + (1.959964 * 0.03), 1e-6);
        outer.Upper.ShouldBe(0.1 + (3.090232 * 0.03), 1e-6);
    }

    [Fact]
    public void A_Pareto_runs_to_one_and_breaks_ties_by_name()
    {
        // Failures of a national check: wall 10, stem 8, composition 2, high-pressure seat 2, others 1.
        var bars = ChartData.Pareto([
            new("seat-high", 2, 90), new("wall", 10, 90), new("shell", 1, 90), new("stem", 8, 90),
            new("composition", 2, 90), new("torque", 0, 90), new("seat-low", 1, 90)]);

        bars.Select(b => b.Name).ShouldBe(["wall", "stem", "composition", "seat-high", "seat-low", "shell"]);
        bars[1].Running.ShouldBe(18 / 24.0, 1e-12);
        bars[^1].Running.ShouldBe(1, 1e-12);
        ChartData.Pareto([]).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_month_does_not_look_like_a_clean_one()
    {
        var grid = ChartData.HeatGrid([
            new(2, 1, 10, 0), new(1, 2, 0, 0), new(1, 1, 100, 5),
            new(1, 3, 100, 11), new(1, 4, 10, 9), new(1, 5, 10, 1)]);

        grid.Select(c => (c.Firm, c.Month, c.Step))
            .ShouldBe([(1, 1, 1), (1, 2, null), (1, 3, 3), (1, 4, 4), (1, 5, 2), (2, 1, 0)]);
    }
}
