using System.Collections.Concurrent;

namespace Yuheng.Core.Statistics;

/// <summary>The constants of control charts, computed instead of copied from rounded tables.</summary>
public static class ControlConstants
{
    /// <summary>The largest subgroup whose range is used: beyond it the range wastes the data.</summary>
    public const int LargestSubgroup = 1000;

    private const int Panels = 14;
    private static readonly ConcurrentDictionary<int, double> MeanRanges = new();
    private static readonly ConcurrentDictionary<int, double> RangeSpreads = new();

    /// <summary>d2: the mean range of n standard normal values.</summary>
    /// <exception cref="Refused">n is not 2 to 1000.</exception>
    public static double D2(int n) => MeanRanges.GetOrAdd(Checked(n), static size =>
        2 * Panelled(0, 14, x => 1 - Math.Pow(Normal.Cdf(x), size) - Math.Pow(Normal.Survival(x), size)));

    /// <summary>d3: the standard deviation of that range.</summary>
    /// <exception cref="Refused">n is not 2 to 1000.</exception>
    public static double D3(int n) => RangeSpreads.GetOrAdd(Checked(n), static size =>
    {
        var meanOfSquare = 2 * Panelled(0, 20, range => range * RangeAbove(size, range));
        var mean = D2(size);
        return Math.Sqrt(meanOfSquare - (mean * mean));
    });

    /// <summary>c4: the mean standard deviation (n − 1) of n standard normal values.</summary>
    /// <exception cref="Refused">n is below 2.</exception>
    public static double C4(long n) => n >= 2
        ? Math.Sqrt(2.0 / (n - 1)) * SpecialFunctions.HalfStepOfGamma((n - 1) / 2.0)
        : throw new Refused("refused.statistics.subgroup", $"{n}", $"{LargestSubgroup}") { Field = "data" };

    // P(range > r) = 1 − n ∫ φ(x) (Φ(x + r) − Φ(x))^(n−1) dx; the difference is taken on the side of the smaller tail.
    private static double RangeAbove(int n, double range) => 1 - (n * Panelled(-10, 10, x =>
    {
        var between = x > 0
            ? Normal.Survival(x) - Normal.Survival(x + range)
            : Normal.Cdf(x + range) - Normal.Cdf(x);
        return Normal.Density(x) * Math.Pow(between, n - 1);
    }));

    private static double Panelled(double from, double to, Func<double, double> function)
    {
        var sum = 0.0;
        for (var i = 0; i < Panels; i++)
        {
            var width = (to - from) / Panels;
            sum += GaussLegendre.Integrate(from + (i * width), from + ((i + 1) * width), function);
        }

        return sum;
    }

    private static int Checked(int n) => n is >= 2 and <= LargestSubgroup
        ? n
        : throw new Refused("refused.statistics.subgroup", $"{n}", $"{LargestSubgroup}") { Field = "data" };
}
