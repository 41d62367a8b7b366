namespace Yuheng.Core.Statistics;

/// <summary>
/// Tails of count distributions, each summed from its own end of the mode, so that neither is one minus the other: a
/// tail of 1e-300 is as exact as one of a half.
/// </summary>
public static class CountTails
{
    /// <summary>P(X ≤ x).</summary>
    public static double Cdf<T>(this T distribution, long x)
        where T : struct, ICountDistribution
    {
        if (x < distribution.Smallest)
        {
            return 0;
        }

        if (x >= distribution.Largest)
        {
            return 1;
        }

        return x < distribution.Mean
            ? Downward(distribution, x)
            : AtMostOne(1 - Upward(distribution, x + 1));
    }

    /// <summary>P(X &gt; x).</summary>
    public static double Survival<T>(this T distribution, long x)
        where T : struct, ICountDistribution
    {
        if (x < distribution.Smallest)
        {
            return 1;
        }

        if (x >= distribution.Largest)
        {
            return 0;
        }

        return x < distribution.Mean
            ? AtMostOne(1 - Downward(distribution, x))
            : Upward(distribution, x + 1);
    }

    /// <summary>Writes P(X = 0), P(X = 1), … into <paramref name="probabilities"/>.</summary>
    public static void Fill<T>(this T distribution, Span<double> probabilities)
        where T : struct, ICountDistribution
    {
        probabilities.Clear();
        var last = Math.Min(probabilities.Length - 1, distribution.Largest);
        if (last < distribution.Smallest)
        {
            return;
        }

        // Outward from the mode, or from the end nearest to it: every step then goes downhill.
        var mode = (long)Math.Clamp(distribution.Mean, distribution.Smallest, last);
        probabilities[(int)mode] = distribution.Probability(mode);
        for (var x = mode; x > distribution.Smallest; x--)
        {
            probabilities[(int)x - 1] = probabilities[(int)x] * distribution.StepDown(x);
        }

        for (var x = mode; x < last; x++)
        {
            probabilities[(int)x + 1] = probabilities[(int)x] * distribution.StepUp(x);
        }
    }

    private static double Downward<T>(T distribution, long x)
        where T : struct, ICountDistribution
    {
        var term = distribution.Probability(x);
        var sum = term;
        for (; x > distribution.Smallest && term > sum * 1e-18; x--)
        {
            term *= distribution.StepDown(x);
            sum += term;
        }

        return AtMostOne(sum);
    }

    private static double Upward<T>(T distribution, long x)
        where T : struct, ICountDistribution
    {
        var term = distribution.Probability(x);
        var sum = term;
        for (; x < distribution.Largest && term > sum * 1e-18; x++)
        {
            term *= distribution.StepUp(x);
            sum += term;
        }

        return AtMostOne(sum);
    }

    // Rounding may carry a sum past one by a last digit.
    private static double AtMostOne(double probability) => Math.Clamp(probability, 0, 1);
}
