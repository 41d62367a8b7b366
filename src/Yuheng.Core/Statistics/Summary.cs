namespace Yuheng.Core.Statistics;

/// <summary>
/// Mean and standard deviation that survive large means with a small spread (NIST's NumAcc sets): sums carry their
/// rounding errors along, and deviations are taken from a mean of twice the digits.
/// </summary>
public static class Summary
{
    /// <summary>The sum, correct to the last digit but for extreme cancellation.</summary>
    public static double Sum(IReadOnlyList<double> values)
    {
        var (high, low) = Exact(values);
        return high + low;
    }

    /// <summary>The mean.</summary>
    /// <exception cref="Refused">There is no value.</exception>
    public static double Mean(IReadOnlyList<double> values)
    {
        NeedsValues(values, 1);
        var (high, low) = Exact(values);
        return (high + low) / values.Count;
    }

    /// <summary>The standard deviation with n − 1.</summary>
    /// <exception cref="Refused">There are fewer than two values.</exception>
    public static double StandardDeviation(IReadOnlyList<double> values)
    {
        NeedsValues(values, 2);
        var (high, low) = Exact(values);
        var mean = high / values.Count;
        var rest = (Math.FusedMultiplyAdd(-mean, values.Count, high) + low) / values.Count;
        double squares = 0, deviations = 0;
        foreach (var value in values)
        {
            var deviation = value - mean - rest;
            squares += deviation * deviation;
            deviations += deviation;
        }

        // What is left of the mean's rounding error is taken back.
        return Math.Sqrt((squares - (deviations * deviations / values.Count)) / (values.Count - 1));
    }

    /// <summary>The largest value minus the smallest.</summary>
    /// <exception cref="Refused">There is no value.</exception>
    public static double Range(IReadOnlyList<double> values)
    {
        NeedsValues(values, 1);
        return values.Max() - values.Min();
    }

    // Knuth's two-sum: high + low is the exact sum of all that was added, up to the rounding of low itself.
    private static (double High, double Low) Exact(IReadOnlyList<double> values)
    {
        double high = 0, low = 0;
        foreach (var value in values)
        {
            var sum = high + value;
            var part = sum - high;
            low += (high - (sum - part)) + (value - part);
            high = sum;
        }

        return (high, low);
    }

    private static void NeedsValues(IReadOnlyList<double> values, int least)
    {
        if (values.Count < least)
        {
            throw new Refused("refused.statistics.too-few", $"{least}") { Field = "data" };
        }
    }
}
