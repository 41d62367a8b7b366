namespace Yuheng.Core.Statistics;

/// <summary>The number of nonconforming items in a sample from an endless process.</summary>
/// <param name="Trials">Items drawn.</param>
/// <param name="P">Fraction nonconforming, 0 to 1.</param>
public readonly record struct Binomial(long Trials, double P) : ICountDistribution
{
    /// <inheritdoc/>
    public long Smallest => 0;

    /// <inheritdoc/>
    public long Largest => Trials;

    /// <inheritdoc/>
    public double Mean => Trials * P;

    /// <inheritdoc/>
    public double Probability(long x) => x < 0 || x > Trials ? 0 : Raw(x, Trials, P, 1 - P);

    /// <inheritdoc/>
    public double StepUp(long x) => (Trials - x) * P / ((x + 1) * (1 - P));

    /// <inheritdoc/>
    public double StepDown(long x) => x * (1 - P) / ((Trials - x + 1) * P);

    /// <summary>The probability with p and q = 1 − p both given, so that neither loses digits.</summary>
    internal static double Raw(double x, double n, double p, double q)
    {
        if (p == 0 || q == 0)
        {
            return (p == 0 ? x == 0 : x == n) ? 1 : 0;
        }

        if (x == 0 || x == n)
        {
            return Math.Exp(x == 0 ? n * LogOfOther(p, q) : n * LogOfOther(q, p));
        }

        var log = SpecialFunctions.StirlingError(n) - SpecialFunctions.StirlingError(x)
            - SpecialFunctions.StirlingError(n - x)
            - SpecialFunctions.Deviance(x, n * p) - SpecialFunctions.Deviance(n - x, n * q);
        return Math.Exp(log - SpecialFunctions.LogSqrtTwoPi) * Math.Sqrt(n / (x * (n - x)));
    }

    // ln q where p + q = 1; from p when p is small, because q has then lost its digits.
    private static double LogOfOther(double p, double q) => p < 0.5 ? SpecialFunctions.LogOnePlus(-p) : Math.Log(q);
}
