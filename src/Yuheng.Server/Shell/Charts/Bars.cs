namespace Yuheng.Server.Shell.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Written">How much, as written with its unit.</param>
public sealed record Bar(string Label, double Value, string Written)
{
    /// <summary>Interval around the value.</summary>
    public (double Low, double High)? Interval { get; init; }
}

/// <summary>Lying bars, so that long names read straight; with intervals where there are.</summary>
public static class Bars
{
    private const double Row = 28;

    /// <summary>Draws the chart. Labels stand above their bar: names are long and phones narrow.</summary>
    public static ChartModel Draw(ChartLabels labels, IReadOnlyList<Bar> bars)
    {
        const double Each = Row + 16;
        var axes = new Axes((bars.Count * Each) + 62, left: 12);
        var ends = bars.SelectMany(b => new[] { b.Value, b.Interval?.High ?? b.Value });
        var x = Scale.Around(ends, axes.X0, axes.X1 - 60, zero: true);
        axes.Horizontal(x, labels.X);
        for (var i = 0; i < bars.Count; i++)
        {
            var top = axes.Y1 + (i * Each) + 14;
            axes.Canvas.Text(axes.X0, top - 3, bars[i].Label);
            axes.Canvas.Box(x[0], top, x[bars[i].Value] - x[0], Row - 10, "bar", bars[i].Label);
            if (bars[i].Interval is { } interval)
            {
                axes.Canvas.Line(x[interval.Low], top + 9, x[interval.High], top + 9, "whisker");
            }

            axes.Canvas.Text(x[bars[i].Interval?.High ?? bars[i].Value] + 6, top + 13, bars[i].Written, "t strong");
        }

        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            [labels.Y, labels.X],
            [.. bars.Select(b => (IReadOnlyList<string>)[b.Label, b.Written])]);
    }
}
