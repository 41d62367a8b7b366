namespace Yuheng.Core.Indicators;

/// <summary>
/// The numbers of the boards' charts, without any drawing: the same numbers go to page, print and CSV.
/// </summary>
public static class ChartData
{
    /// <summary>The 99.9 % point of the normal distribution: limits of 99.8 %.</summary>
    private const double OuterZ = 3.090232306167813;

    /// <summary>A p-chart: shares of groups with limits for each group's own size.</summary>
    /// <param name="groups">Groups in order of time.</param>
    public static PChart PChart(IReadOnlyList<CountOf> groups)
    {
        var n = groups.Sum(g => g.Total);
        var center = n == 0 ? 0 : (double)groups.Sum(g => g.Count) / n;
        return new PChart(center, [.. groups.Select(g => Point(g, center, 3))]);
    }

    /// <summary>
    /// A funnel: each firm's share against its number, with limits of 95 % and 99.8 % around the common share. A firm
    /// with fewer than 20 lots has no share here, as everywhere.
    /// </summary>
    public static Funnel Funnel(IReadOnlyList<CountOf> firms)
    {
        var total = firms.Sum(f => f.Total);
        var center = total == 0 ? 0 : (double)firms.Sum(f => f.Count) / total;
        var points = firms
            .Where(f => f.Total >= Indicator.LeastForFirm)
            .Select(f => new FunnelPoint(
                f.Name,
                f.Total,
                (double)f.Count / f.Total,
                Outside(f, center, Interval.Z),
                Outside(f, center, OuterZ)));
        return new Funnel(center, [.. points], firms.Count(f => f.Total < Indicator.LeastForFirm));
    }

    /// <summary>Limits of a funnel at a number: 95 % and 99.8 %.</summary>
    public static (Interval Inner, Interval Outer) FunnelLimits(double center, long n) =>
        (Limits(center, n, Interval.Z), Limits(center, n, OuterZ));

    /// <summary>
    /// Causes, most frequent first, with the running share; equal counts in the order of their names.
    /// </summary>
    public static IReadOnlyList<ParetoBar> Pareto(IEnumerable<CountOf> causes)
    {
        var sorted = causes
            .Where(c => c.Count > 0)
            .OrderByDescending(c => c.Count)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToArray();
        var total = sorted.Sum(c => c.Count);
        var running = 0L;
        return [.. sorted.Select(c => new ParetoBar(c.Name, c.Count, (double)(running += c.Count) / total))];
    }

    /// <summary>
    /// A grid of firms and months: counts, and a step from 0 to 4 for the eye, by the share that failed.
    /// </summary>
    public static IReadOnlyList<HeatCell> HeatGrid(IEnumerable<FirmMonth> cells) =>
    [
        .. cells
            .OrderBy(c => c.Firm)
            .ThenBy(c => c.Month)
            .Select(c => new HeatCell(c.Firm, c.Month, c.Lots, c.Failed, Step(c))),
    ];

    private static PPoint Point(CountOf group, double center, double width)
    {
        var limits = Limits(center, group.Total, width);
        double? share = group.Total == 0 ? null : (double)group.Count / group.Total;
        return new PPoint(group.Name, group.Total, share, limits, share < limits.Lower || share > limits.Upper);
    }

    private static bool Outside(CountOf firm, double center, double z)
    {
        var limits = Limits(center, firm.Total, z);
        var share = (double)firm.Count / firm.Total;
        return share < limits.Lower || share > limits.Upper;
    }

    private static Interval Limits(double center, long n, double width)
    {
        var half = n == 0 ? 1 : width * Math.Sqrt(center * (1 - center) / n);
        return new Interval(Math.Max(0, center - half), Math.Min(1, center + half));
    }

    /// <summary>No lots is its own step, so that an empty month does not look like a clean one.</summary>
    private static int? Step(FirmMonth cell) => cell.Lots == 0
        ? null
        : ((double)cell.Failed / cell.Lots) switch
        {
            0 => 0,
            <= 0.05 => 1,
            <= 0.10 => 2,
            <= 0.20 => 3,
            _ => 4,
        };
}

/// <summary>A count out of a total, by name.</summary>
public sealed record CountOf(string Name, long Count, long Total);

/// <summary>A p-chart.</summary>
public sealed record PChart(double Center, IReadOnlyList<PPoint> Points);

/// <summary>A point with limits for its own size; no share where nothing was inspected.</summary>
public sealed record PPoint(string Name, long Total, double? Share, Interval Limits, bool IsBeyond);

/// <summary>A funnel plot; firms with too few lots are counted and not drawn.</summary>
public sealed record Funnel(double Center, IReadOnlyList<FunnelPoint> Points, int TooFew);

/// <summary>A firm in the funnel.</summary>
public sealed record FunnelPoint(string Name, long Total, double Share, bool IsOutside95, bool IsOutside998);

/// <summary>A bar of a Pareto chart with the running share.</summary>
public sealed record ParetoBar(string Name, long Count, double Running);

/// <summary>A firm's month: the month as year times twelve plus month.</summary>
public sealed record FirmMonth(int Firm, int Month, long Lots, long Failed);

/// <summary>A cell of the grid; the step is null where there were no lots.</summary>
public sealed record HeatCell(int Firm, int Month, long Lots, long Failed, int? Step);
