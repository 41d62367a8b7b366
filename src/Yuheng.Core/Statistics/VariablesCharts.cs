namespace Yuheng.Core.Statistics;

/// <summary>Control charts of measured values: X̄-R, X̄-s, single values, EWMA and CUSUM.</summary>
public static class VariablesCharts
{
    /// <summary>Means and ranges of subgroups; σ is the mean of R/d2.</summary>
    /// <exception cref="Refused">No subgroup, a subgroup outside 2 to 1000 values, or an impossible
    /// setting.</exception>
    public static IReadOnlyList<ControlChart> XbarR(IReadOnlyList<double[]> rows, ChartSettings settings) =>
        WithSpread(rows, settings, new("r", Summary.Range, ControlConstants.D2, ControlConstants.D3));

    /// <summary>Means and standard deviations of subgroups; σ is the mean of s/c4.</summary>
    /// <exception cref="Refused">No subgroup, a subgroup of fewer than 2 values, or an impossible setting.</exception>
    public static IReadOnlyList<ControlChart> XbarS(IReadOnlyList<double[]> rows, ChartSettings settings) =>
        WithSpread(rows, settings, new("s", Summary.StandardDeviation, n => ControlConstants.C4(n), SpreadOfS));

    /// <summary>Single values and their moving ranges; σ is the mean moving range over d2 of two.</summary>
    /// <exception cref="Refused">Fewer than two values, or an impossible setting.</exception>
    public static IReadOnlyList<ControlChart> IndividualsMovingRange(
        IReadOnlyList<double> values, ChartSettings settings)
    {
        settings.Checked();
        var ranges = MovingRanges(values);
        var d2 = ControlConstants.D2(2);
        var sigma = settings.Sigma ?? Summary.Mean(ranges) / d2;
        var rangeCenter = settings.Sigma is { } known ? known * d2 : Summary.Mean(ranges);
        var half = settings.Width * ControlConstants.D3(2) * sigma;
        return
        [
            Level("i", values, settings.Target ?? Summary.Mean(values), sigma, _ => settings.Width * sigma),
            new(
                "mr",
                rangeCenter,
                sigma,
                [.. ranges.Select(_ => Math.Max(0, rangeCenter - half))],
                [.. ranges.Select(_ => rangeCenter + half)],
                ranges),
        ];
    }

    /// <summary>The exponentially weighted moving average, with limits that widen from the start.</summary>
    /// <exception cref="Refused">Too few values, or an impossible setting.</exception>
    public static ControlChart Ewma(IReadOnlyList<double[]> rows, ChartSettings settings)
    {
        settings.Checked();
        var (means, center, sigma) = Process(rows, settings);
        var lambda = settings.Lambda;
        var weighted = new double[means.Length];
        var before = center;
        for (var i = 0; i < means.Length; i++)
        {
            before = weighted[i] = (lambda * means[i]) + ((1 - lambda) * before);
        }

        return Level("ewma", weighted, center, sigma, i => settings.Width * sigma * Math.Sqrt(
            lambda / (2 - lambda) * (1 - Math.Pow(1 - lambda, 2 * (i + 1))) / rows[i].Length));
    }

    /// <summary>
    /// The two one-sided cumulative sums in standard deviations of the subgroup mean. The lower sum runs below zero:
    /// its limit is −h.
    /// </summary>
    /// <exception cref="Refused">Too few values, or an impossible setting.</exception>
    public static IReadOnlyList<ControlChart> Cusum(IReadOnlyList<double[]> rows, ChartSettings settings)
    {
        settings.Checked();
        var (means, center, sigma) = Process(rows, settings);
        var upper = new double[means.Length];
        var lower = new double[means.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var z = (means[i] - center) / (sigma / Math.Sqrt(rows[i].Length));
            upper[i] = Math.Max(0, (i == 0 ? 0 : upper[i - 1]) + z - settings.K);
            lower[i] = Math.Min(0, (i == 0 ? 0 : lower[i - 1]) + z + settings.K);
        }

        return
        [
            new("cusumUpper", 0, sigma, [.. upper.Select(_ => 0.0)], [.. upper.Select(_ => settings.H)], upper),
            new("cusumLower", 0, sigma, [.. lower.Select(_ => -settings.H)], [.. lower.Select(_ => 0.0)], lower),
        ];
    }

    private static IReadOnlyList<ControlChart> WithSpread(
        IReadOnlyList<double[]> rows, ChartSettings settings, SpreadChart spread)
    {
        settings.Checked();
        NeedRows(rows, 1, 2);
        double[] spreads = [.. rows.Select(row => spread.Of(row))];
        var sigma = settings.Sigma ?? Summary.Mean([.. rows.Select((row, i) => spreads[i] / spread.Mean(row.Length))]);
        double[] means = [.. rows.Select(row => Summary.Mean(row))];
        var center = settings.Sigma is { } known ? known * spread.Mean(rows[0].Length) : Weighted(rows, spreads);
        double Half(double[] row) => settings.Width * spread.Deviation(row.Length) * sigma;
        return
        [
            Level(
                "xbar",
                means,
                settings.Target ?? Weighted(rows, means),
                sigma,
                i => settings.Width * sigma / Math.Sqrt(rows[i].Length)),
            new(
                spread.Name,
                center,
                sigma,
                [.. rows.Select(row => Math.Max(0, center - Half(row)))],
                [.. rows.Select(row => center + Half(row))],
                spreads),
        ];
    }

    private static (double[] Means, double Center, double Sigma) Process(
        IReadOnlyList<double[]> rows, ChartSettings settings)
    {
        NeedRows(rows, 1, 1);
        double[] means = [.. rows.Select(row => Summary.Mean(row))];
        var center = settings.Target ?? Weighted(rows, means);
        if (settings.Sigma is { } known)
        {
            return (means, center, known);
        }

        var single = rows.Any(row => row.Length == 1);
        var sigma = single
            ? Summary.Mean(MovingRanges(means)) / ControlConstants.D2(2)
            : Summary.Mean([.. rows.Select(row => Summary.Range(row) / ControlConstants.D2(row.Length))]);
        return sigma > 0
            ? (means, center, sigma)
            : throw new Refused("refused.statistics.no-spread") { Field = "data" };
    }

    private static ControlChart Level(
        string name, IReadOnlyList<double> statistics, double center, double sigma, Func<int, double> half) => new(
            name,
            center,
            sigma,
            [.. statistics.Select((_, i) => center - half(i))],
            [.. statistics.Select((_, i) => center + half(i))],
            statistics);

    private static double SpreadOfS(int n)
    {
        var c4 = ControlConstants.C4(n);
        return Math.Sqrt(1 - (c4 * c4));
    }

    private static double[] MovingRanges(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
        {
            throw new Refused("refused.statistics.too-few", "2") { Field = "data" };
        }

        return [.. Enumerable.Range(1, values.Count - 1).Select(i => Math.Abs(values[i] - values[i - 1]))];
    }

    // Each subgroup counts by its size.
    private static double Weighted(IReadOnlyList<double[]> rows, double[] statistics) =>
        Summary.Sum([.. rows.Select((row, i) => row.Length * statistics[i])]) / rows.Sum(row => row.Length);

    private static void NeedRows(IReadOnlyList<double[]> rows, int leastRows, int leastValues)
    {
        if (rows.Count < leastRows)
        {
            throw new Refused("refused.statistics.too-few", $"{leastRows}") { Field = "data" };
        }

        if (rows.FirstOrDefault(row => row.Length < leastValues) is { } small)
        {
            throw new Refused("refused.statistics.subgroup", $"{small.Length}", $"{ControlConstants.LargestSubgroup}")
            {
                Field = "data",
            };
        }
    }

    private sealed record SpreadChart(
        string Name, Func<double[], double> Of, Func<int, double> Mean, Func<int, double> Deviation);
}
