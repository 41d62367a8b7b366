using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Core.Workflows;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Charts;
using Drawn = Yuheng.Server.Shell.Charts;

namespace Yuheng.Server.Zone;

/// <summary>Draws the board's numbers; the engine's limits, the shell's pictures, the same numbers as tables.</summary>
internal sealed class BoardCharts(T words)
{
    /// <summary>Places at which the funnel's limits are drawn.</summary>
    private const int FunnelSteps = 24;

    /// <summary>The outer limits, past which a firm is outside.</summary>
    private const int OuterRule = 1;

    /// <summary>Main nonconformity by month, limits for each month's own n.</summary>
    public ChartModel ByMonth(FigureAnswer answer)
    {
        var months = Months(answer.Asked.Period);
        var counts = months
            .Select(m =>
                answer.ByMonth.GetValueOrDefault(m) is { } t
                    ? new CountOf(Label(m), t.MainFailedLots, t.MainLots)
                    : new CountOf(Label(m), 0, 0)
            )
            .ToList();
        var chart = ChartData.PChart(counts);
        var points = chart.Points.Zip(
            counts,
            (p, c) =>
                new Drawn.PPoint(p.Name, p.Total, c.Count, p.Limits.Lower, p.Limits.Upper)
                {
                    Rules = p.IsBeyond ? [OuterRule] : [],
                }
        );
        var labels = new ChartLabels(words["zone.chart.p"], words["zone.chart.month"], words["zone.chart.share"])
        {
            N = counts.Sum(c => c.Total),
            Source = Source(answer),
        };
        return Drawn.PChart.Draw(words, labels, [.. points], chart.Center);
    }

    /// <summary>What fails most, over all families.</summary>
    public ChartModel Causes(FigureAnswer answer)
    {
        var causes = answer
            .ByFamily.SelectMany(f =>
                MainPerformance
                    .Default.Of(f.Key)
                    .Characteristics.Select((c, i) => (Name: Name(c.Name), Count: f.Value.FailedOn[i]))
            )
            .GroupBy(c => c.Name, StringComparer.Ordinal)
            .Select(g => new Cause(g.Key, g.Sum(c => c.Count)))
            .Where(c => c.Count > 0)
            .ToList();
        var labels = new ChartLabels(
            words["zone.chart.pareto"],
            words["zone.chart.characteristic"],
            words["zone.chart.failed"]
        )
        {
            N = causes.Sum(c => c.Count),
            Source = Source(answer),
        };
        return Pareto.Draw(words, labels, causes);
    }

    /// <summary>Firms over their n; a name only where the reader may see it.</summary>
    public ChartModel Funnel(FigureAnswer answer, IReadOnlyList<FirmCount> firms, Func<FirmCount, string?> name)
    {
        var funnel = ChartData.Funnel([.. firms.Select(f => new CountOf(f.Firm.ToString(), f.Failed, f.Lots))]);
        var byId = firms.ToDictionary(f => f.Firm.ToString(), StringComparer.Ordinal);
        var points = funnel
            .Points.Select(
                (p, i) =>
                    new Drawn.FunnelPoint(
                        name(byId[p.Name]) ?? words["zone.chart.firm", (i + 1).ToString(CultureInfo.InvariantCulture)],
                        p.Total,
                        p.Share
                    )
                    {
                        Outside = p.IsOutside998,
                    }
            )
            .ToList();
        var most = Math.Max(Indicator.LeastForFirm, firms.Select(f => f.Lots).DefaultIfEmpty(0).Max());
        var limits = Enumerable
            .Range(0, FunnelSteps + 1)
            .Select(i => Indicator.LeastForFirm + ((most - Indicator.LeastForFirm) * i / FunnelSteps))
            .Distinct()
            .Select(n => (N: n, ChartData.FunnelLimits(funnel.Center, n).Outer))
            .Select(l => new FunnelLimit(l.N, l.Outer.Lower, l.Outer.Upper));
        var title = words["zone.chart.funnel", funnel.TooFew.ToString(CultureInfo.InvariantCulture)];
        var labels = new ChartLabels(title, words["zone.chart.lots"], words["zone.chart.not-accepted"])
        {
            N = firms.Sum(f => f.Lots),
            Source = Source(answer),
        };
        return FunnelPlot.Draw(words, labels, points, [.. limits]);
    }

    /// <summary>Firm by month: failed of judged; a month without lots is not a clean month.</summary>
    public ChartModel Grid(FigureAnswer answer, IReadOnlyList<FirmCount> firms, IReadOnlyList<FirmMonthCount> cells)
    {
        var months = Months(answer.Asked.Period);
        var shown = firms.Where(f => cells.Any(c => c.Firm == f.Firm)).ToList();
        var index = shown.Select((f, i) => (f.Firm, i)).ToDictionary(p => p.Firm, p => p.i);
        var stepped = ChartData
            .HeatGrid(cells.Select(c => new FirmMonth(index[c.Firm], c.Month, c.Lots, c.Failed)))
            .ToDictionary(c => (c.Firm, c.Month));
        var rows = shown.Select(f =>
            (
                words.Language == Language.Chinese ? f.NameZh : f.NameEn,
                (IReadOnlyList<Drawn.HeatCell>)
                    [.. months.Select(m => Cell(stepped.GetValueOrDefault((index[f.Firm], m))))]
            )
        );
        var labels = new ChartLabels(words["zone.chart.grid"], words["zone.chart.month"], words["zone.chart.firms"])
        {
            N = cells.Sum(c => c.Lots),
            Source = Source(answer),
        };
        return Drawn.HeatGrid.Draw(labels, [.. months.Select(Label)], [.. rows]);
    }

    private static Drawn.HeatCell Cell(Core.Indicators.HeatCell? cell) =>
        cell?.Step is { } step
            ? new Drawn.HeatCell(step / 5.0, string.Create(CultureInfo.InvariantCulture, $"{cell.Failed}/{cell.Lots}"))
            : new Drawn.HeatCell(null, "–");

    private static List<int> Months(Period period)
    {
        var first = FigureRow.MonthOf(period.From);
        return [.. Enumerable.Range(first, FigureRow.MonthOf(period.Until) - first + 1)];
    }

    private static string Label(int month) => FigureRow.FirstOf(month).ToString("yy-MM", CultureInfo.InvariantCulture);

    private string Source(FigureAnswer answer) => words["zone.chart.source", Figures.Context(answer.Asked).Query];

    private string Name(Bilingual name) => words.Language == Language.Chinese ? name.Zh : name.En;
}
