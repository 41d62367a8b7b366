namespace Yuheng.Core.Statistics;

/// <summary>
/// A distribution of counts with one mode, given by its probabilities and the ratios of neighbours; the tails follow
/// from these in <see cref="CountTails"/>.
/// </summary>
public interface ICountDistribution
{
    /// <summary>The smallest possible count.</summary>
    long Smallest { get; }

    /// <summary>The largest possible count; <see cref="long.MaxValue"/> where there is none.</summary>
    long Largest { get; }

    /// <summary>The expected count.</summary>
    double Mean { get; }

    /// <summary>P(X = x).</summary>
    double Probability(long x);

    /// <summary>P(X = x + 1) / P(X = x), for x from smallest to largest − 1.</summary>
    double StepUp(long x);

    /// <summary>P(X = x − 1) / P(X = x), for x from smallest + 1 to largest.</summary>
    double StepDown(long x);
}
