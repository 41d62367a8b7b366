namespace Yuheng.Server.Shell.Charts;

/// <summary>One point of a control chart.</summary>
/// <param name="Label">Its lot or day.</param>
/// <param name="Value">Its value; not a number where there is none (the first moving range).</param>
/// <param name="Rules">Numbers of the run rules that it breaks.</param>
public sealed record ControlPoint(string Label, double Value, IReadOnlyList<int> Rules);

/// <summary>One panel: individuals, moving ranges, means or ranges, with limits computed from the data.</summary>
/// <param name="Name">What the panel shows.</param>
/// <param name="Points">Its points in order.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Centre">Centre line.</param>
/// <param name="Upper">Upper limit.</param>
public sealed record ControlPanel(
    string Name,
    IReadOnlyList<ControlPoint> Points,
    double Lower,
    double Centre,
    double Upper);

/// <summary>A pair of panels over the same points: I-MR, or mean and range. Rule numbers stand at the points.</summary>
public static class ControlChart
{
    private const double Height = 190;

    /// <summary>Draws both panels one above the other.</summary>
    public static ChartModel Draw(T words, ChartLabels labels, ControlPanel above, ControlPanel below)
    {
        var axes = new Axes((2 * Height) + 46);
        Panel(axes, above, axes.Y1, axes.Y1 + Height - 24);
        Panel(axes, below, axes.Y1 + Height + 6, axes.Y0 - 6);
        axes.Labelled([.. above.Points.Select(p => p.Label)], i => Place(axes, above, i), labels.X);
        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            [labels.X, above.Name, words["shell.chart.rules"], below.Name, words["shell.chart.rules"]],
            [.. above.Points.Zip(below.Points, (a, b) => (IReadOnlyList<string>)
                [a.Label, Written(a), string.Join(", ", a.Rules), Written(b), string.Join(", ", b.Rules)])]);
    }

    private static void Panel(Axes axes, ControlPanel panel, double top, double bottom)
    {
        var values = panel.Points.Select(p => p.Value).Concat([panel.Lower, panel.Upper]);
        var y = Scale.Around(values, bottom, top);
        axes.Vertical(y, panel.Name);
        axes.Canvas.Line(axes.X0, y[panel.Centre], axes.X1, y[panel.Centre], "centre");
        axes.Canvas.Line(axes.X0, y[panel.Lower], axes.X1, y[panel.Lower], "limit");
        axes.Canvas.Line(axes.X0, y[panel.Upper], axes.X1, y[panel.Upper], "limit");
        var known = panel.Points.Select((p, i) => (Point: p, X: Place(axes, panel, i)))
            .Where(p => double.IsFinite(p.Point.Value))
            .ToArray();
        axes.Canvas.Lines(known.Select(k => (k.X, y[k.Point.Value])), "line s0");
        foreach (var (point, x) in known)
        {
            var signal = point.Rules.Count > 0;
            axes.Canvas.Dot(
                x,
                y[point.Value],
                signal ? 5 : 3,
                signal ? "dot out" : "dot",
                $"{point.Label}: {Written(point)}");
            if (signal)
            {
                axes.Canvas.Text(x, y[point.Value] - 8, string.Join(',', point.Rules), "t out mid");
            }
        }
    }

    private static double Place(Axes axes, ControlPanel panel, int i) =>
        axes.X0 + ((i + 0.5) * (axes.X1 - axes.X0) / Math.Max(1, panel.Points.Count));

    private static string Written(ControlPoint point) =>
        double.IsFinite(point.Value) ? Axes.Plain(Math.Round(point.Value, 6)) : "";
}
