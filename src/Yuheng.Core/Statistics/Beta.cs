namespace Yuheng.Core.Statistics;

/// <summary>The regularized incomplete beta function I_x(a, b); both tails keep full relative accuracy.</summary>
public static class Beta
{
    // The fraction converges in about √max(a, b) steps; ten thousand serve parameters up to 10^7.
    private const int MostSteps = 10_000;
    private const int MostHalvings = 200;

    /// <summary>I_x(a, b): the probability that a beta variable is at most x.</summary>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <param name="x">0 to 1.</param>
    public static double Regularized(double a, double b, double x) => Tail(a, b, x, 1 - x);

    /// <summary>1 − I_x(a, b) by its own sum.</summary>
    public static double Complement(double a, double b, double x) => Tail(b, a, 1 - x, x);

    /// <summary>The x with I_x(a, b) = p.</summary>
    public static double Quantile(double a, double b, double p)
    {
        if (p is 0 or 1)
        {
            return p;
        }

        double low = 0, high = 1, x = a / (a + b);
        for (var step = 0; step < MostHalvings && high - low > 1e-16 * high; step++)
        {
            var error = Regularized(a, b, x) - p;
            (low, high) = error > 0 ? (low, x) : (x, high);

            // Newton while it stays inside the bracket, otherwise halving (of the logarithm near zero).
            var density = a * Front(a, b, x, 1 - x) / (x * (1 - x));
            var next = x - (error / density);
            next = next > low && next < high ? next : Between(low, high);
            if (Math.Abs(next - x) <= 1e-16 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private static double Between(double low, double high) =>
        low > 0 && low < high / 16 ? Math.Sqrt(low * high) : (low + high) / 2;

    private static double Tail(double a, double b, double x, double y)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // Left of the mean the fraction converges fast; right of it the other tail does.
        return x < (a + 1) / (a + b + 2)
            ? Front(a, b, x, y) * Fraction(a, b, x)
            : 1 - (Front(b, a, y, x) * Fraction(b, a, y));
    }

    // x^a (1 − x)^b / (a B(a, b)), by the saddle point: no difference of large logarithms.
    private static double Front(double a, double b, double x, double y) => b / (a + b) * Binomial.Raw(a, a + b, x, y);

    // Lentz's evaluation of the continued fraction.
    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = 1 / (1 - ((a + b) * x / (a + 1))), f = d;
        for (var m = 1; m < MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / (1 + (even * d));
            c = 1 + (even / c);
            f *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / (1 + (odd * d));
            c = 1 + (odd / c);
            f *= d * c;
            if (Math.Abs((d * c) - 1) < 3e-16)
            {
                break;
            }
        }

        return f;
    }
}
