namespace Yuheng.Core.Statistics;

/// <summary>Control charts of counts: p, np, c and u.</summary>
public static class CountCharts
{
    /// <summary>Shares nonconforming of groups that may differ in size.</summary>
    /// <exception cref="Refused">Counts and sizes that do not go together, or an impossible setting.</exception>
    public static ControlChart P(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, ChartSettings settings)
    {
        Check(counts, sizes, settings, within: true);
        var center = Share(counts, sizes, settings);
        var sigma = settings.Sigma ?? Math.Sqrt(center * (1 - center));
        return Chart("p", center, sigma, [.. counts.Select((count, i) => count / sizes[i])], i =>
            (settings.Width * sigma / Math.Sqrt(sizes[i]), 1));
    }

    /// <summary>Numbers nonconforming of groups of one size.</summary>
    /// <exception cref="Refused">Sizes that differ, counts above them, or an impossible setting.</exception>
    public static ControlChart Np(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, ChartSettings settings)
    {
        Check(counts, sizes, settings, within: true);
        if (sizes.Any(size => size != sizes[0]))
        {
            throw new Refused("refused.statistics.np-sizes") { Field = "sizes" };
        }

        var center = settings.Target ?? Summary.Mean(counts);
        var sigma = settings.Sigma ?? Math.Sqrt(center * (1 - (center / sizes[0])));
        return Chart("np", center, sigma, counts, _ => (settings.Width * sigma, sizes[0]));
    }

    /// <summary>Numbers of nonconformities on equal areas.</summary>
    /// <exception cref="Refused">A negative count, no count, or an impossible setting.</exception>
    public static ControlChart C(IReadOnlyList<double> counts, ChartSettings settings)
    {
        Check(counts, [.. counts.Select(_ => 1.0)], settings, within: false);
        var center = settings.Target ?? Summary.Mean(counts);
        var sigma = settings.Sigma ?? Math.Sqrt(center);
        return Chart("c", center, sigma, counts, _ => (settings.Width * sigma, double.PositiveInfinity));
    }

    /// <summary>Nonconformities a unit, on areas that may differ.</summary>
    /// <exception cref="Refused">Counts and sizes that do not go together, or an impossible setting.</exception>
    public static ControlChart U(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, ChartSettings settings)
    {
        Check(counts, sizes, settings, within: false);
        var center = Share(counts, sizes, settings);
        var sigma = settings.Sigma ?? Math.Sqrt(center);
        return Chart("u", center, sigma, [.. counts.Select((count, i) => count / sizes[i])], i =>
            (settings.Width * sigma / Math.Sqrt(sizes[i]), double.PositiveInfinity));
    }

    private static double Share(IReadOnlyList<double> counts, IReadOnlyList<double> sizes, ChartSettings settings) =>
        settings.Target ?? Summary.Sum(counts) / Summary.Sum(sizes);

    // A count cannot fall below zero, nor a share rise above one: the limits stop there.
    private static ControlChart Chart(
        string name,
        double center,
        double sigma,
        IReadOnlyList<double> statistics,
        Func<int, (double Half, double Most)> limits) => new(
            name,
            center,
            sigma,
            [.. statistics.Select((_, i) => Math.Max(0, center - limits(i).Half))],
            [.. statistics.Select((_, i) => Math.Min(limits(i).Most, center + limits(i).Half))],
            statistics);

    private static void Check(
        IReadOnlyList<double> counts, IReadOnlyList<double> sizes, ChartSettings settings, bool within)
    {
        settings.Checked();
        if (counts.Count == 0 || counts.Count != sizes.Count)
        {
            throw new Refused("refused.statistics.sizes", $"{counts.Count}", $"{sizes.Count}") { Field = "sizes" };
        }

        for (var i = 0; i < counts.Count; i++)
        {
            if (!(sizes[i] > 0) || !(counts[i] >= 0) || (within && counts[i] > sizes[i]))
            {
                throw new Refused("refused.statistics.count", $"{i + 1}") { Field = "data" };
            }
        }

        if (settings.Target is { } target && !(target >= 0 && (!within || target <= sizes[0])))
        {
            throw new Refused("refused.statistics.chart-setting", "target") { Field = "target" };
        }
    }
}
