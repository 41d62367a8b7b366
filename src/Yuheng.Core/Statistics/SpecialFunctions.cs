namespace Yuheng.Core.Statistics;

/// <summary>
/// The two parts of a saddle-point expansion (C. Loader, 2000), from which all probabilities of counts are made without
/// cancellation, and the logarithm of the gamma function.
/// </summary>
internal static class SpecialFunctions
{
    public const double LogSqrtTwoPi = 0.918938533204672741780330;

    // From here on six terms of Stirling's series are exact to the last digit.
    private const double StirlingFrom = 16;
    private static readonly double[] OfSmallCounts = SmallCounts();

    /// <summary>ln Γ(x + 1) − (x + ½) ln x + x − ln √2π: the error of Stirling's formula, for x &gt; 0.</summary>
    public static double StirlingError(double x)
    {
        if (x < StirlingFrom && x == Math.Floor(x))
        {
            return OfSmallCounts[(int)x];
        }

        var error = 0.0;
        for (; x < StirlingFrom; x++)
        {
            error += ((x + 0.5) * LogOnePlus(1 / x)) - 1;
        }

        return error + StirlingSeries(x);
    }

    /// <summary>x ln(x/m) + m − x, without cancellation near x = m; x, m &gt; 0.</summary>
    public static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) + m - x;
        }

        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        v *= v;

        // The ratio of terms is below 0.01: twenty reach the last digit of a double.
        for (var j = 1; j < 20; j++)
        {
            term *= v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>ln(1 + x) with full relative accuracy near zero (the platform's LogP1 rounds 1 + x first).</summary>
    public static double LogOnePlus(double x)
    {
        var one = 1 + x;
        return one == 1 ? x : Math.Log(one) * (x / (one - 1));
    }

    /// <summary>ln Γ(x), x &gt; 0.</summary>
    public static double LogGamma(double x) =>
        x < 1
            ? LogGamma(x + 1) - Math.Log(x)
            : StirlingError(x) + ((x - 0.5) * Math.Log(x)) - x + LogSqrtTwoPi;

    /// <summary>Γ(x + ½)/Γ(x), x &gt; 0, without the cancellation of two logarithms.</summary>
    public static double HalfStepOfGamma(double x)
    {
        if (x < StirlingFrom)
        {
            return HalfStepOfGamma(x + 1) * (x / (x + 0.5));
        }

        // Both gammas by Stirling: ln Γ(y) = δ(y) + (y − ½) ln y − y + ln √2π.
        var log = StirlingSeries(x + 0.5) - StirlingSeries(x) + (x * LogOnePlus(0.5 / x)) - 0.5;
        return Math.Sqrt(x) * Math.Exp(log);
    }

    private static double StirlingSeries(double x)
    {
        var s = 1 / (x * x);
        return ((1.0 / 12) - ((s * (1.0 / 360)) - (s * s * ((1.0 / 1260) - (s * ((1.0 / 1680)
            - (s * ((1.0 / 1188) - (s * (691.0 / 360360)))))))))) / x;
    }

    private static double[] SmallCounts()
    {
        var errors = new double[(int)StirlingFrom];
        for (var n = 1; n < errors.Length; n++)
        {
            var shifted = 0.0;
            for (double x = n; x < StirlingFrom; x++)
            {
                shifted += ((x + 0.5) * LogOnePlus(1 / x)) - 1;
            }

            errors[n] = shifted + StirlingSeries(StirlingFrom);
        }

        return errors;
    }
}
