using System.Xml.Linq;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Charts;

namespace Yuheng.Server.Tests.Shell;

public sealed class ChartTests
{
    private static readonly T Words =
        new(new Texts(typeof(Texts).Assembly, typeof(T).Assembly), new HttpContextAccessor());

    [Fact]
    public void The_same_numbers_give_the_same_bytes() =>
        GallerySamples.Charts(Words).Select(c => c.Svg).ShouldBe(GallerySamples.Charts(Words).Select(c => c.Svg));

    [Fact]
    public void Every_chart_is_well_formed_names_its_axes_and_carries_its_numbers_as_a_table()
    {
        foreach (var chart in GallerySamples.Charts(Words))
        {
            var picture = XDocument.Parse(chart.Svg);
            picture.Root!.Attribute("aria-label")!.Value.ShouldBe(chart.Labels.Title);
            picture.Descendants("text").Select(t => t.Value).ShouldContain(chart.Labels.X);
            chart.Rows.ShouldNotBeEmpty();
            chart.Rows.ShouldAllBe(r => r.Count == chart.Heads.Count);
        }
    }

    [Fact]
    public void A_name_cannot_break_out_of_the_picture()
    {
        var labels = new ChartLabels("<script>alert(1)</script>", "\"x\" & y", "y");

        var chart = Pareto.Draw(Words, labels, [new("</svg><script>", 3), new("a", 1)]);

        chart.Svg.ShouldNotContain("<script");
        XDocument.Parse(chart.Svg).Root!.Attribute("aria-label")!.Value.ShouldBe(labels.Title);
    }

    [Fact]
    public void A_Pareto_chart_sorts_its_causes_and_ends_at_all_of_them()
    {
        var chart = Pareto.Draw(Words, new ChartLabels("t", "x", "y"), [new("few", 1), new("many", 8), new("some", 3)]);

        chart.Rows.Select(r => r[1]).ShouldBe(["many", "some", "few"]);
        chart.Rows[^1][3].ShouldBe("100.0%");
    }

    [Fact]
    public void A_long_tail_of_causes_is_one_bar_and_loses_nothing()
    {
        var causes = Enumerable.Range(1, 40).Select(i => new Cause($"c{i}", i)).ToArray();

        var chart = Pareto.Draw(Words, new ChartLabels("t", "x", "y"), causes);

        chart.Rows.Count.ShouldBe(12);
        chart.Rows.Sum(r => int.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(820);
    }

    [Fact]
    public void A_p_chart_of_nothing_and_of_empty_periods_can_be_drawn()
    {
        var labels = new ChartLabels("t", "x", "y");

        XDocument.Parse(PChart.Draw(Words, labels, [], 0).Svg).ShouldNotBeNull();
        PChart.Draw(Words, labels, [new("1", 0, 0, 0, 1)], 0.1).Svg.ShouldNotContain("NaN");
    }

    [Fact]
    public void A_scale_holds_its_data_between_round_ends() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-6, 1e6]).Sample((least, span) =>
        {
            var scale = Scale.Around([least, least + span], 0, 100);
            var ticks = scale.Ticks().ToArray();
            return scale.Least <= least && scale.Most >= least + span && ticks.Length is >= 2 and <= 11
                && scale[least] >= -1e-6 && scale[least + span] <= 100 + 1e-6;
        });
}
