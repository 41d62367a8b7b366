using System.Globalization;

namespace Yuheng.Core.Statistics;

/// <summary>A two-sided interval.</summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end.</param>
public readonly record struct Interval(double Lower, double Upper);

/// <summary>Intervals for a proportion of which k of n were seen.</summary>
public static class Proportion
{
    /// <summary>Wilson's score interval: close to its level on average, also for small n and for k = 0.</summary>
    /// <param name="k">How many were seen, 0 to n.</param>
    /// <param name="n">Out of how many, 1 or more.</param>
    /// <param name="confidence">The level, between 0 and 1; 95 % unless given.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public static Interval Wilson(long k, long n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        var z = Normal.UpperQuantile((1 - confidence) / 2);
        var (share, square) = ((double)k / n, z * z);
        var centre = (k + (square / 2)) / (n + square);
        var half = z / (n + square) * Math.Sqrt((k * (1 - share)) + (square / 4));
        return new(k == 0 ? 0 : centre - half, k == n ? 1 : centre + half);
    }

    /// <summary>Clopper and Pearson's exact interval: never below its level, therefore wider.</summary>
    /// <param name="k">How many were seen, 0 to n.</param>
    /// <param name="n">Out of how many, 1 or more.</param>
    /// <param name="confidence">The level, between 0 and 1; 95 % unless given.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public static Interval ClopperPearson(long k, long n, double confidence = 0.95)
    {
        Check(k, n, confidence);
        var tail = (1 - confidence) / 2;
        return new(
            k == 0 ? 0 : Beta.Quantile(k, n - k + 1, tail),
            k == n ? 1 : 1 - Beta.Quantile(n - k, k + 1, tail));
    }

    private static void Check(long k, long n, double confidence)
    {
        if (n < 1 || k < 0 || k > n)
        {
            throw new Refused("refused.statistics.proportion", Say(k), Say(n)) { Field = "k" };
        }

        if (!(confidence > 0 && confidence < 1))
        {
            throw new Refused("refused.statistics.confidence-level") { Field = "confidence" };
        }
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
