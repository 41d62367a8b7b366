namespace Yuheng.Server.Shell.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What the line is.</param>
/// <param name="Points">Its points from left to right.</param>
public sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>A point that the reader shall find: producer's risk, consumer's risk, today.</summary>
/// <param name="X">Horizontal.</param>
/// <param name="Y">Vertical.</param>
/// <param name="Label">Written beside it.</param>
public sealed record Landmark(double X, double Y, string Label);

/// <summary>
/// Lines over a number: an OC curve (probability of acceptance over per cent nonconforming), a trend.
/// </summary>
public static class LineChart
{
    /// <summary>Draws up to four lines, told apart by their dashes as well as by colour.</summary>
    /// <param name="labels">What it is of.</param>
    /// <param name="series">The lines.</param>
    /// <param name="landmarks">Points to find.</param>
    /// <param name="percent">Whether the vertical axis is a fraction, written as per cent and starting at
    /// nought.</param>
    public static ChartModel Draw(
        ChartLabels labels,
        IReadOnlyList<Series> series,
        IReadOnlyList<Landmark> landmarks,
        bool percent = false)
    {
        var axes = new Axes();
        var points = series.SelectMany(s => s.Points).ToArray();
        var x = Scale.Around(points.Select(p => p.X), axes.X0, axes.X1);
        var y = percent
            ? new Scale(0, 1, axes.Y0, axes.Y1)
            : Scale.Around(points.Select(p => p.Y), axes.Y0, axes.Y1);
        axes.Vertical(y, labels.Y, percent ? Axes.Percent : Axes.Plain);
        axes.Horizontal(x, labels.X);
        for (var i = 0; i < series.Count; i++)
        {
            axes.Canvas.Lines(series[i].Points.Select(p => (x[p.X], y[p.Y])), $"line s{i % 4}");
            if (series.Count > 1 && series[i].Points.Count > 0)
            {
                var (lastX, lastY) = series[i].Points[^1];
                axes.Canvas.Text(x[lastX] - 4, y[lastY] - 6, series[i].Name, "t end");
            }
        }

        foreach (var mark in landmarks)
        {
            axes.Canvas.Dot(x[mark.X], y[mark.Y], 4, "mark-dot", mark.Label);
            axes.Canvas.Text(x[mark.X] + 8, y[mark.Y] - 6, mark.Label, "t strong");
        }

        var write = percent ? (Func<double, string>)Axes.Percent : Axes.Plain;
        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            series.Count == 1 ? [labels.X, labels.Y] : ["", labels.X, labels.Y],
            [.. series.SelectMany(s => s.Points.Select(p => series.Count == 1
                ? (IReadOnlyList<string>)[Axes.Plain(p.X), write(p.Y)]
                : [s.Name, Axes.Plain(p.X), write(p.Y)]))]);
    }
}
