namespace Yuheng.Core.Statistics;

/// <summary>The standard normal distribution; both tails keep full relative accuracy.</summary>
public static class Normal
{
    private const double InverseSqrtTwoPi = 0.398942280401432677939946;

    // Chebyshev coefficients of erfcx(z)·(1 + 2z) in t = (z − 4)/(z + 4), computed with 40 digits for this file.
    private static readonly double[] ScaledComplement =
    [
        1.1774832005374486986,
        -0.0072607966203019004839,
        -0.081265123236184997863,
        0.060092128041222249993,
        -0.028753935580276660274,
        0.010595663363472860012,
        -0.0031369272945542642392,
        0.00074564943725361840472,
        -0.0001369696503010054051,
        0.000017183861600300940044,
        -7.158364623450307049e-7,
        -2.4261399442449050766e-7,
        5.5765709395708942547e-8,
        -2.1057869513753009225e-9,
        -1.1717889351828876752e-9,
        1.9098355172982622257e-10,
        1.4088717646710139323e-11,
        -6.9011083167494701448e-12,
        9.1679586277727449223e-14,
        2.1454508426383554463e-13,
        -1.4716574942303362759e-14,
        -6.6686763504765604905e-15,
        7.5045737256006499682e-16,
        2.2200571382538742048e-16,
        -3.1709394973423712565e-17,
        -8.1987263804603692843e-18,
    ];

    /// <summary>The density at x.</summary>
    public static double Density(double x) => InverseSqrtTwoPi * ExpOfHalfSquare(x);

    /// <summary>P(X ≤ x).</summary>
    public static double Cdf(double x) => x <= 0 ? LowerTail(-x) : 1 - LowerTail(x);

    /// <summary>P(X &gt; x).</summary>
    public static double Survival(double x) => Cdf(-x);

    /// <summary>The x with P(X ≤ x) = p; minus and plus infinity at 0 and 1.</summary>
    /// <param name="p">A probability, 0 to 1.</param>
    public static double Quantile(double p) => p <= 0.5 ? LowerQuantile(p) : -LowerQuantile(1 - p);

    /// <summary>The x with P(X &gt; x) = q: for small q more exact than the quantile of 1 − q.</summary>
    public static double UpperQuantile(double q) => -Quantile(q);

    /// <summary>ln P(X ≤ x), also where the probability itself is too small for a double.</summary>
    internal static double LogCdf(double x) =>
        x <= 0 ? Math.Log(ScaledTail(-x)) - (x * x / 2) : SpecialFunctions.LogOnePlus(-LowerTail(x));

    /// <summary>φ(x)/Φ(x): the slope of <see cref="LogCdf"/>.</summary>
    internal static double Hazard(double x) =>
        x <= 0 ? InverseSqrtTwoPi / ScaledTail(-x) : Density(x) / Cdf(x);

    // P(X ≤ −x), x ≥ 0.
    private static double LowerTail(double x) =>
        double.IsPositiveInfinity(x) ? 0 : ExpOfHalfSquare(x) * ScaledTail(x);

    // P(X ≤ −x) exp(x²/2), x ≥ 0.
    private static double ScaledTail(double x)
    {
        var z = x * 0.707106781186547524400844;
        var t = (z - 4) / (z + 4);
        double next = 0, afterNext = 0;
        for (var i = ScaledComplement.Length - 1; i > 0; i--)
        {
            (next, afterNext) = ((2 * t * next) - afterNext + ScaledComplement[i], next);
        }

        return 0.5 * ((t * next) - afterNext + ScaledComplement[0]) / (1 + (2 * z));
    }

    // exp(−x²/2) with the rounding error of x² taken back, which would cost digits far out.
    private static double ExpOfHalfSquare(double x)
    {
        var square = x * x;
        return double.IsPositiveInfinity(square)
            ? 0
            : Math.Exp(-square / 2) * (1 - (Math.FusedMultiplyAdd(x, x, -square) / 2));
    }

    private static double LowerQuantile(double p)
    {
        if (p <= 0)
        {
            return double.NegativeInfinity;
        }

        // A crude start; each of Halley's steps triples the digits (4 → 12 → 36), one more is kept for the far tail.
        var t = Math.Sqrt(-2 * Math.Log(p));
        var x = -(t - ((2.30753 + (0.27061 * t)) / (1 + (t * (0.99229 + (0.04481 * t))))));
        for (var step = 0; step < 4; step++)
        {
            // log form: the relative error of the tail over the hazard.
            var hazard = Hazard(x);
            var error = Math.Log(LowerTail(-x) / p) / hazard;
            x -= error / (1 + (error * (x + hazard) / 2));
        }

        return x;
    }
}
