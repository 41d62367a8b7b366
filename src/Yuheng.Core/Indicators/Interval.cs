namespace Yuheng.Core.Indicators;

/// <summary>An interval of 95 % confidence.</summary>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>Halvings of a bracket until nothing is left of it in double precision.</summary>
    private const int Halvings = 200;

    /// <summary>Above this count the exact Poisson limits and Wilson and Hilferty's agree to four digits.</summary>
    private const int ExactUpTo = 500;

    /// <summary>Wilson's interval for a share; for a weighted one, with its effective number.</summary>
    /// <param name="share">Observed share, 0 to 1.</param>
    /// <param name="n">Number of observations, above 0.</param>
    public static Interval Wilson(double share, double n)
    {
        var z2 = Z * Z;
        var center = (share + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z / (1 + (z2 / n)) * Math.Sqrt((share * (1 - share) / n) + (z2 / (4 * n * n)));
        return new Interval(
            share <= 0 ? 0 : Math.Max(0, center - half),
            share >= 1 ? 1 : Math.Min(1, center + half));
    }

    /// <summary>The interval of the mean of a Poisson count.</summary>
    public static Interval Poisson(long count)
    {
        if (count > ExactUpTo)
        {
            return new Interval(WilsonHilferty(count, -Z), WilsonHilferty(count + 1, Z));
        }

        var lower = count == 0 ? 0 : Solve(mean => 1 - Below(count - 1, mean), rising: true, count);
        return new Interval(lower, Solve(mean => Below(count, mean), rising: false, count));
    }

    private static double WilsonHilferty(long count, double z) =>
        count * Math.Pow(1 - (1 / (9.0 * count)) + (z / (3 * Math.Sqrt(count))), 3);

    /// <summary>The mean at which a tail probability is 2.5 %.</summary>
    private static double Solve(Func<double, double> tail, bool rising, long count)
    {
        var (low, high) = (0.0, (2.0 * count) + 20);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var above = tail(middle) > 0.025;
            (low, high) = above == rising ? (low, middle) : (middle, high);
        }

        return (low + high) / 2;
    }

    /// <summary>P(X ≤ count) for a Poisson variable.</summary>
    private static double Below(long count, double mean)
    {
        var term = Math.Exp(-mean);
        var sum = term;
        for (var k = 1L; k <= count; k++)
        {
            term *= mean / k;
            sum += term;
        }

        return Math.Min(1, sum);
    }
}
