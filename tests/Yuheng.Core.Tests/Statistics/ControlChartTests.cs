using System.Globalization;
using Shouldly;
using Yuheng.Core.Statistics;
using Yuheng.Core.Tests.Sampling;

namespace Yuheng.Core.Tests.Statistics;

public sealed class ControlChartTests
{
    private static readonly ChartSettings Usual = new();
    private static readonly double[][] Rows = [[10, 12, 11], [9, 11, 10], [12, 13, 14], [10, 10, 13]];

    // Integrals with 20 digits; tables round to three or four.
    [Theory]
    [InlineData(5, 2.325928947281039, 0.8640819410995041)]
    [InlineData(2, 1.1283791670955126, 0.8525024664274214)]
    public void The_constants_of_ranges_are_exact(int n, double d2, double d3)
    {
        ControlConstants.D2(n).ShouldBeClose(d2, 1e-13);
        ControlConstants.D3(n).ShouldBeClose(d3, 1e-12);
    }

    [Fact]
    public void The_constants_of_large_subgroups_are_exact()
    {
        ControlConstants.D2(25).ShouldBeClose(3.930629219507113, 1e-13);
        ControlConstants.D2(100).ShouldBeClose(5.015187272883369, 1e-13);
        ControlConstants.C4(2).ShouldBeClose(0.79788456080286536, 1e-14);
        ControlConstants.C4(5).ShouldBeClose(0.93998560298662518, 1e-14);
        ControlConstants.C4(1_000_000).ShouldBeClose(0.99999974999978125, 1e-14);
    }

    [Fact]
    public void Means_and_ranges_of_equal_subgroups_follow_the_textbook()
    {
        var charts = VariablesCharts.XbarR(Rows, Usual);

        var sigma = 2.25 / ControlConstants.D2(3);
        charts[0].Center.ShouldBe(11.25, 1e-12);
        charts[0].Sigma.ShouldBeClose(sigma);
        charts[0].Upper[0].ShouldBeClose(11.25 + (3 * sigma / Math.Sqrt(3)));
        charts[1].Name.ShouldBe("r");
        charts[1].Center.ShouldBe(2.25);
        charts[1].Lower[0].ShouldBe(0);
        charts[1].Upper[0].ShouldBeClose(2.25 + (3 * ControlConstants.D3(3) * sigma));
        charts[0].Beyond.ShouldBeEmpty();
    }

    [Fact]
    public void Means_and_deviations_use_c4()
    {
        var charts = VariablesCharts.XbarS(Rows, Usual);

        var mean = Rows.Average(row => Summary.StandardDeviation(row));
        charts[0].Sigma.ShouldBeClose(mean / ControlConstants.C4(3));
        charts[1].Center.ShouldBeClose(mean);
        charts[1].Name.ShouldBe("s");
    }

    [Fact]
    public void A_known_sigma_and_target_replace_the_estimates()
    {
        var known = Usual with { Sigma = 2, Target = 10, Width = 2 };

        var charts = VariablesCharts.XbarR(Rows, known);

        charts[0].Center.ShouldBe(10);
        charts[0].Upper[0].ShouldBeClose(10 + (4 / Math.Sqrt(3)));
        charts[0].Beyond.ShouldBe([3]);
        charts[1].Center.ShouldBeClose(2 * ControlConstants.D2(3));
        VariablesCharts.IndividualsMovingRange([1, 2, 9], known)[1].Center.ShouldBeClose(2 * ControlConstants.D2(2));
        VariablesCharts.Ewma(Rows, known).Sigma.ShouldBe(2);
    }

    [Fact]
    public void Single_values_have_moving_ranges_one_fewer()
    {
        var charts = VariablesCharts.IndividualsMovingRange([1, 2, 4, 3], Usual);

        charts[1].Statistics.ShouldBe([1, 2, 1]);
        charts[0].Sigma.ShouldBeClose(4.0 / 3 / ControlConstants.D2(2));
    }

    [Fact]
    public void An_EWMA_starts_at_the_target_and_its_limits_widen()
    {
        var chart = VariablesCharts.Ewma([[10], [12], [11]], Usual with { Target = 10, Sigma = 1 });

        chart.Statistics[0].ShouldBe(10);
        chart.Statistics[1].ShouldBeClose(10.4);
        chart.Statistics[2].ShouldBeClose(10.52);
        chart.Upper[0].ShouldBeClose(10.6);
        chart.Upper[1].ShouldBeGreaterThan(chart.Upper[0]);
    }

    [Fact]
    public void A_CUSUM_adds_up_what_exceeds_k_on_either_side()
    {
        var charts = VariablesCharts.Cusum([[1], [2], [-3], [-3]], Usual with { Target = 0, Sigma = 1 });

        charts[0].Statistics.ShouldBe([0.5, 2, 0, 0]);
        charts[1].Statistics.ShouldBe([0, 0, -2.5, -5]);
        charts[1].Lower[0].ShouldBe(-5);
        VariablesCharts.Cusum([[1], [2], [-3], [-4]], Usual with { Target = 0, Sigma = 1 })[1].Beyond.ShouldBe([4]);
    }

    [Fact]
    public void Shares_have_limits_by_group_and_stay_between_none_and_all()
    {
        var chart = CountCharts.P([1, 12, 3], [10, 100, 50], Usual);

        chart.Center.ShouldBe(0.1);
        chart.Lower[0].ShouldBe(0);
        chart.Lower[1].ShouldBe(0.1 - (3 * 0.3 / 10), 1e-12);
        chart.Upper[0].ShouldBeClose(0.1 + (3 * 0.3 / Math.Sqrt(10)));
        CountCharts.P([9, 10], [10, 10], Usual).Upper[0].ShouldBe(1);
        CountCharts.Np([9, 10], [10, 10], Usual).Upper[0].ShouldBe(10);
    }

    [Fact]
    public void Counts_have_the_spread_of_a_Poisson_variable()
    {
        CountCharts.C([9, 9, 9], Usual).Upper[0].ShouldBe(18);
        CountCharts.C([9, 30, 9], Usual with { Target = 9 }).Beyond.ShouldBe([2]);
        CountCharts.U([20, 25], [2, 2.5], Usual).Upper[0].ShouldBeClose(10 + (3 * Math.Sqrt(5)));
        var known = Usual with { Target = 0.2, Sigma = 0.4 };
        CountCharts.P([5, 5], [50, 50], known).Upper[0].ShouldBeClose(0.2 + (1.2 / Math.Sqrt(50)));
        CountCharts.U([5, 5], [50, 50], known).Upper[0].ShouldBeClose(0.2 + (1.2 / Math.Sqrt(50)));
        CountCharts.C([5, 5], known).Upper[0].ShouldBeClose(1.4);
        VariablesCharts.Cusum(Rows, Usual)[0].Sigma.ShouldBeClose(2.25 / ControlConstants.D2(3));
        CountCharts.Np([5, 5], [50, 50], Usual with { Target = 5, Sigma = 2 }).Lower[0].ShouldBe(0);
    }

    [Fact]
    public void Shared_piston_rings_have_their_published_centres()
    {
        var rings = SharedTable.Read("spc", "pistonrings.csv").Where(row => row["trial"] == "TRUE")
            .GroupBy(row => row["sample"])
            .Select(g => g.Select(row => double.Parse(row["diameter"], CultureInfo.InvariantCulture)).ToArray())
            .ToList();

        var charts = VariablesCharts.XbarR(rings, Usual);

        charts[0].Center.ShouldBe(74.001176, 1e-9);
        charts[1].Center.ShouldBe(0.02276, 1e-9);
        charts[0].Sigma.ShouldBeClose(0.02276 / ControlConstants.D2(5), 1e-9);
    }

    [Fact]
    public void What_does_not_make_a_chart_is_refused()
    {
        Code(() => VariablesCharts.XbarR([], Usual)).ShouldBe("too-few");
        Code(() => VariablesCharts.XbarR([[1]], Usual)).ShouldBe("subgroup");
        Code(() => VariablesCharts.XbarR([new double[1001]], Usual)).ShouldBe("subgroup");
        Code(() => ControlConstants.C4(1)).ShouldBe("subgroup");
        Code(() => VariablesCharts.IndividualsMovingRange([1], Usual)).ShouldBe("too-few");
        Code(() => VariablesCharts.Cusum([[1], [1]], Usual)).ShouldBe("no-spread");
        Code(() => VariablesCharts.Ewma([], Usual)).ShouldBe("too-few");
        Code(() => VariablesCharts.Ewma(Rows, Usual with { Lambda = 0 })).ShouldBe("chart-setting");
        Code(() => VariablesCharts.Ewma(Rows, Usual with { Lambda = 1.1 })).ShouldBe("chart-setting");
        Code(() => VariablesCharts.Ewma(Rows, Usual with { Width = 0 })).ShouldBe("chart-setting");
        Code(() => VariablesCharts.Cusum(Rows, Usual with { K = -1 })).ShouldBe("chart-setting");
        Code(() => VariablesCharts.Cusum(Rows, Usual with { H = 0 })).ShouldBe("chart-setting");
        Code(() => VariablesCharts.XbarR(Rows, Usual with { Sigma = 0 })).ShouldBe("chart-setting");
        Code(() => CountCharts.P([1], [1, 2], Usual)).ShouldBe("sizes");
        Code(() => CountCharts.C([], Usual)).ShouldBe("sizes");
        Code(() => CountCharts.P([3], [2], Usual)).ShouldBe("count");
        Code(() => CountCharts.P([-1], [2], Usual)).ShouldBe("count");
        Code(() => CountCharts.U([1], [0], Usual)).ShouldBe("count");
        Code(() => CountCharts.Np([1, 1], [2, 3], Usual)).ShouldBe("np-sizes");
        Code(() => CountCharts.P([1], [2], Usual with { Target = -0.1 })).ShouldBe("chart-setting");
        Code(() => CountCharts.P([1], [2], Usual with { Target = 3 })).ShouldBe("chart-setting");
    }

    [Fact]
    public void Capability_compares_the_limits_with_the_spread()
    {
        var indices = Capability.Of(Rows, 5, 20);

        var within = VariablesCharts.XbarS(Rows, Usual)[0].Sigma;
        indices.Cp!.Value.ShouldBeClose(15 / (6 * within));
        indices.Cpk.ShouldBeClose(6.25 / (3 * within));
        var overall = Summary.StandardDeviation([.. Rows.SelectMany(row => row)]);
        indices.Ppk.ShouldBeClose(6.25 / (3 * overall));
        Capability.Of(Rows, null, 20).Cp.ShouldBeNull();
        Capability.Of(Rows, null, 20).Cpk.ShouldBeClose(8.75 / (3 * within));
        Capability.Of(Rows, 5, null).Pp.ShouldBeNull();
        Code(() => Capability.Of(Rows, null, null)).ShouldBe("limits");
        Code(() => Capability.Of(Rows, 5, 5)).ShouldBe("limits");
        Code(() => Capability.Of([[1, 1]], 5, 6)).ShouldBe("no-spread");
    }

    private static string Code(Action act)
    {
        var refused = Should.Throw<Refused>(act);
        Texts.OfCore.Say(Language.Chinese, refused.Phrase).ShouldNotContain("{");
        return refused.Code;
    }
}
