using System.Globalization;

namespace Yuheng.Server.Shell.Charts;

/// <summary>One period of a p-chart; limits are computed by the statistics engine for this n.</summary>
/// <param name="Label">The period.</param>
/// <param name="N">Units looked at.</param>
/// <param name="Count">Nonconforming among them.</param>
/// <param name="Lower">Lower limit for this n, a fraction.</param>
/// <param name="Upper">Upper limit for this n, a fraction.</param>
public sealed record PPoint(string Label, long N, long Count, double Lower, double Upper)
{
    /// <summary>Numbers of the run rules that this point breaks.</summary>
    public IReadOnlyList<int> Rules { get; init; } = [];

    internal double Fraction => N == 0 ? double.NaN : (double)Count / N;
}

/// <summary>Fraction nonconforming by period, with limits for each n and n under each point.</summary>
public static class PChart
{
    /// <summary>Draws the chart.</summary>
    /// <param name="words">Words of the legend and of the table.</param>
    /// <param name="labels">What it is of.</param>
    /// <param name="points">The periods in order.</param>
    /// <param name="centre">The mean fraction.</param>
    public static ChartModel Draw(T words, ChartLabels labels, IReadOnlyList<PPoint> points, double centre)
    {
        var axes = new Axes(340);
        var y = Scale.Around(
            points.SelectMany(p => new[] { p.Fraction, p.Upper, centre }),
            axes.Y0 - 14,
            axes.Y1,
            zero: true);
        var step = (axes.X1 - axes.X0) / Math.Max(1, points.Count);
        double Place(int i) => axes.X0 + ((i + 0.5) * step);

        axes.Vertical(y, labels.Y, Axes.Percent);
        axes.Labelled([.. points.Select(p => p.Label)], Place, labels.X);
        axes.Canvas.Line(axes.X0, y[centre], axes.X1, y[centre], "centre");
        Limits(axes, points, y, step);
        axes.Canvas.Lines(
            points.Select((p, i) => (Place(i), y[p.Fraction])).Where(p => double.IsFinite(p.Item2)),
            "line s0");
        for (var i = 0; i < points.Count; i++)
        {
            Point(axes, points[i], Place(i), y);
        }

        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            [labels.X, "n", words["shell.chart.count"], labels.Y, words["shell.chart.lower"],
                words["shell.chart.upper"],
                words["shell.chart.rules"]],
            [.. points.Select(Row)]);
    }

    private static void Limits(Axes axes, IReadOnlyList<PPoint> points, Scale y, double step)
    {
        // Steps, not a smooth line: the limit belongs to this n alone.
        foreach (var limit in (Func<PPoint, double>[])[p => p.Upper, p => p.Lower])
        {
            axes.Canvas.Lines(
                points.SelectMany((p, i) => new[]
                {
                    (axes.X0 + (i * step), y[limit(p)]),
                    (axes.X0 + ((i + 1) * step), y[limit(p)]),
                }),
                "limit");
        }
    }

    private static void Point(Axes axes, PPoint point, double x, Scale y)
    {
        axes.Canvas.Text(x, axes.Y0 - 2, Whole(point.N), "t tiny mid");
        if (!double.IsFinite(point.Fraction))
        {
            return;
        }

        var signal = point.Rules.Count > 0;
        axes.Canvas.Dot(
            x,
            y[point.Fraction],
            signal ? 5 : 3.5,
            signal ? "dot out" : "dot",
            $"{point.Label}: {Written(point)}");
        if (signal)
        {
            axes.Canvas.Text(x, y[point.Fraction] - 9, string.Join(',', point.Rules), "t out mid");
        }
    }

    private static IReadOnlyList<string> Row(PPoint point) =>
    [
        point.Label, Whole(point.N), Whole(point.Count), Written(point), Share(point.Lower), Share(point.Upper),
        string.Join(", ", point.Rules),
    ];

    private static string Written(PPoint point) => double.IsFinite(point.Fraction) ? Share(point.Fraction) : "";

    private static string Share(double fraction) =>
        (fraction * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
