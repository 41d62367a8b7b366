using System.Globalization;

namespace Yuheng.Server.Shell.Charts;

/// <summary>One firm of a funnel plot.</summary>
/// <param name="Label">The firm, or its number where others' names are not shown.</param>
/// <param name="N">Lots or units looked at.</param>
/// <param name="Fraction">Its rate.</param>
public sealed record FunnelPoint(string Label, long N, double Fraction)
{
    /// <summary>Whether it is the reader's own.</summary>
    public bool Own { get; init; }

    /// <summary>Whether it lies outside the outer limits.</summary>
    public bool Outside { get; init; }
}

/// <summary>Limits at an n: what chance alone would give around the centre.</summary>
/// <param name="N">Units looked at.</param>
/// <param name="Lower">Lower limit, a fraction.</param>
/// <param name="Upper">Upper limit, a fraction.</param>
public sealed record FunnelLimit(long N, double Lower, double Upper);

/// <summary>Rates of many firms over their n: small firms swing widely and are not ranked for it.</summary>
public static class FunnelPlot
{
    /// <summary>Draws the chart.</summary>
    /// <param name="words">Words of the table.</param>
    /// <param name="labels">What it is of.</param>
    /// <param name="points">The firms.</param>
    /// <param name="limits">Limits by growing n; computed by the statistics engine.</param>
    public static ChartModel Draw(
        T words,
        ChartLabels labels,
        IReadOnlyList<FunnelPoint> points,
        IReadOnlyList<FunnelLimit> limits)
    {
        var axes = new Axes(340);
        var x = Scale.Around(
            points.Select(p => (double)p.N).Concat(limits.Select(l => (double)l.N)),
            axes.X0,
            axes.X1,
            zero: true);
        var y = Scale.Around(
            points.Select(p => p.Fraction).Concat(limits.SelectMany(l => new[] { l.Lower, l.Upper })),
            axes.Y0,
            axes.Y1);
        axes.Vertical(y, labels.Y, Axes.Percent);
        axes.Horizontal(x, labels.X);
        axes.Canvas.Lines(limits.Select(l => (x[l.N], y[l.Lower])), "limit");
        axes.Canvas.Lines(limits.Select(l => (x[l.N], y[l.Upper])), "limit");
        foreach (var point in points.OrderBy(p => p.Own).ThenBy(p => p.Label, StringComparer.Ordinal))
        {
            var kind = point.Own ? "mark-dot" : point.Outside ? "dot out" : "dot faint";
            axes.Canvas.Dot(x[point.N], y[point.Fraction], point.Own ? 6 : 4, kind, point.Label);
            if (point.Own || point.Outside)
            {
                axes.Canvas.Text(x[point.N] + 8, y[point.Fraction] + 4, point.Label, "t");
            }
        }

        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            [words["shell.chart.who"], labels.X, labels.Y],
            [.. points.Select(p => (IReadOnlyList<string>)
                [p.Label, p.N.ToString(CultureInfo.InvariantCulture), Axes.Percent(Math.Round(p.Fraction, 4))])]);
    }
}
