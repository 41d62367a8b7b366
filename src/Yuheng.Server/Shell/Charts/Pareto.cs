using System.Globalization;

namespace Yuheng.Server.Shell.Charts;

/// <summary>One cause of a Pareto chart.</summary>
/// <param name="Label">The cause.</param>
/// <param name="Count">How often.</param>
public sealed record Cause(string Label, long Count);

/// <summary>What fails most: bars in falling order, the running share and the line of 80 %.</summary>
public static class Pareto
{
    /// <summary>Bars shown; the rest are one bar, because nobody reads a long tail.</summary>
    private const int MostBars = 12;

    /// <summary>Draws the chart.</summary>
    public static ChartModel Draw(T words, ChartLabels labels, IReadOnlyList<Cause> causes)
    {
        var sorted = Sorted(words, causes);
        var total = sorted.Sum(c => c.Count);
        var axes = new Axes(360);
        var count = new Scale(0, Math.Max(1, total), axes.Y0, axes.Y1);
        var share = new Scale(0, 1, axes.Y0, axes.Y1);
        var step = (axes.X1 - axes.X0 - 30) / Math.Max(1, sorted.Length);
        double Place(int i) => axes.X0 + ((i + 0.5) * step);

        axes.Vertical(count, labels.Y);
        axes.Labelled([.. sorted.Select((_, i) => Whole(i + 1))], Place, labels.X);
        axes.Canvas.Line(axes.X0, share[0.8], axes.X1, share[0.8], "limit");
        axes.Canvas.Text(axes.X1, share[0.8] - 4, "80%", "t end");
        long running = 0;
        List<(double X, double Y)> line = [];
        List<IReadOnlyList<string>> rows = [];
        for (var i = 0; i < sorted.Length; i++)
        {
            running += sorted[i].Count;
            var part = total == 0 ? 0 : (double)running / total;
            var top = count[sorted[i].Count];
            axes.Canvas.Box(Place(i) - (step * 0.4), top, step * 0.8, axes.Y0 - top, "bar", sorted[i].Label);
            axes.Canvas.Text(Place(i), top - 4, Whole(sorted[i].Count), "t mid");
            line.Add((Place(i), share[part]));
            rows.Add(
                [Whole(i + 1), sorted[i].Label, Whole(sorted[i].Count),
                    (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%"]);
        }

        axes.Canvas.Lines(line, "line s1");
        return new ChartModel(
            labels,
            axes.Canvas.Picture(labels.Title),
            ["", labels.X, labels.Y, words["shell.chart.running"]],
            rows);
    }

    private static Cause[] Sorted(T words, IReadOnlyList<Cause> causes)
    {
        var sorted = causes.OrderByDescending(c => c.Count).ThenBy(c => c.Label, StringComparer.Ordinal).ToArray();
        if (sorted.Length <= MostBars)
        {
            return sorted;
        }

        var rest = sorted[(MostBars - 1)..].Sum(c => c.Count);
        return [.. sorted[..(MostBars - 1)], new Cause(words["shell.chart.rest"], rest)];
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
