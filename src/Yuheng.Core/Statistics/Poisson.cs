namespace Yuheng.Core.Statistics;

/// <summary>The number of nonconformities found when their mean is known.</summary>
/// <param name="Mean">The expected number, 0 or more.</param>
public readonly record struct Poisson(double Mean) : ICountDistribution
{
    /// <inheritdoc/>
    public long Smallest => 0;

    /// <inheritdoc/>
    public long Largest => long.MaxValue;

    /// <inheritdoc/>
    public double Probability(long x)
    {
        if (x <= 0 || Mean == 0)
        {
            return x == 0 ? Math.Exp(-Mean) : 0;
        }

        var log = -SpecialFunctions.StirlingError(x) - SpecialFunctions.Deviance(x, Mean);
        return Math.Exp(log - SpecialFunctions.LogSqrtTwoPi) / Math.Sqrt(x);
    }

    /// <inheritdoc/>
    public double StepUp(long x) => Mean / (x + 1);

    /// <inheritdoc/>
    public double StepDown(long x) => x / Mean;
}
