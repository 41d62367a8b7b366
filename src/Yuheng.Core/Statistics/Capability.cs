namespace Yuheng.Core.Statistics;

/// <summary>How a process fits its limits; an index is null where it has no limit to refer to.</summary>
/// <param name="Cp">Width of the limits over six σ within subgroups; needs both limits.</param>
/// <param name="Cpk">Distance of the mean from the nearer limit over three σ within subgroups.</param>
/// <param name="Pp">As Cp with the overall standard deviation.</param>
/// <param name="Ppk">As Cpk with the overall standard deviation.</param>
public sealed record CapabilityIndices(double? Cp, double Cpk, double? Pp, double Ppk);

/// <summary>Capability and performance indices.</summary>
public static class Capability
{
    /// <summary>The indices of subgroups against specification limits.</summary>
    /// <param name="rows">Subgroups of two or more values.</param>
    /// <param name="lower">Lower limit, if any.</param>
    /// <param name="upper">Upper limit, if any.</param>
    /// <exception cref="Refused">No limit, limits that cross, too few values or no spread.</exception>
    public static CapabilityIndices Of(IReadOnlyList<double[]> rows, double? lower, double? upper)
    {
        if ((lower is null && upper is null) || lower >= upper)
        {
            throw new Refused("refused.statistics.limits") { Field = "upper" };
        }

        var within = VariablesCharts.XbarS(rows, new ChartSettings())[0].Sigma;
        double[] all = [.. rows.SelectMany(row => row)];
        var overall = Summary.StandardDeviation(all);
        if (!(within > 0 && overall > 0))
        {
            throw new Refused("refused.statistics.no-spread") { Field = "data" };
        }

        var mean = Summary.Mean(all);
        var nearer = Math.Min(mean - (lower ?? double.NegativeInfinity), (upper ?? double.PositiveInfinity) - mean);
        return new(
            (upper - lower) / (6 * within),
            nearer / (3 * within),
            (upper - lower) / (6 * overall),
            nearer / (3 * overall));
    }
}
