namespace Yuheng.Core.Statistics;

/// <summary>One control chart.</summary>
/// <param name="Name">xbar, r, s, i, mr, p, np, c, u, ewma, cusumUpper or cusumLower.</param>
/// <param name="Center">The centre line.</param>
/// <param name="Sigma">The standard deviation of the process (of one item), as estimated or given.</param>
/// <param name="Lower">The lower limit at each point.</param>
/// <param name="Upper">The upper limit at each point.</param>
/// <param name="Statistics">What is plotted.</param>
public sealed record ControlChart(
    string Name,
    double Center,
    double Sigma,
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper,
    IReadOnlyList<double> Statistics)
{
    /// <summary>The points outside the limits, counted from 1.</summary>
    public IReadOnlyList<int> Beyond =>
    [
        .. Enumerable.Range(0, Statistics.Count)
            .Where(i => Statistics[i] < Lower[i] || Statistics[i] > Upper[i])
            .Select(i => i + 1),
    ];
}

/// <summary>What a chart may be told instead of estimating it, and its settings.</summary>
public sealed record ChartSettings
{
    /// <summary>The known centre.</summary>
    public double? Target { get; init; }

    /// <summary>The known standard deviation of the process, above 0.</summary>
    public double? Sigma { get; init; }

    /// <summary>Limits at this many standard deviations of the statistic; above 0.</summary>
    public double Width { get; init; } = 3;

    /// <summary>The weight of the newest point of an EWMA chart, above 0 and at most 1.</summary>
    public double Lambda { get; init; } = 0.2;

    /// <summary>The reference value of a CUSUM in standard deviations of the statistic; 0 or more.</summary>
    public double K { get; init; } = 0.5;

    /// <summary>The decision interval of a CUSUM in standard deviations of the statistic; above 0.</summary>
    public double H { get; init; } = 5;

    internal ChartSettings Checked()
    {
        Need(Sigma is null or > 0, "sigma");
        Need(Width > 0, "width");
        Need(Lambda is > 0 and <= 1, "lambda");
        Need(K >= 0, "k");
        Need(H > 0, "h");
        return this;
    }

    private static void Need(bool holds, string field)
    {
        if (!holds)
        {
            throw new Refused("refused.statistics.chart-setting", field) { Field = field };
        }
    }
}
