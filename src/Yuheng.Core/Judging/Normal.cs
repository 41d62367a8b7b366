namespace Yuheng.Core.Judging;

/// <summary>The standard normal distribution, accurate to about 1e-15 relative in the tail.</summary>
public static class Normal
{
    /// <summary>Phi(z).</summary>
    public static double Below(double z) => 0.5 * Erfc(-z / Math.Sqrt(2));

    /// <summary>Density at z.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    // Series of erf near zero, continued fraction of erfc in the tail (Abramowitz and Stegun 7.1.6, 7.1.14).
    private static double Erfc(double x)
    {
        if (x < 0)
        {
            return 2 - Erfc(-x);
        }

        return x < 2.5 ? 1 - Series(x) : Tail(x);
    }

    private static double Series(double x)
    {
        // Ends after at most some 60 terms for x < 2.5: from n > x² on they fall faster than by half.
        double sum = x, term = x;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double Tail(double x)
    {
        // Backward evaluation: the farther out, the fewer levels; 90 reach the last digit at 2.5.
        var levels = 10 + (int)(500 / (x * x));
        var fraction = x;
        for (var n = levels; n > 0; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
