namespace Yuheng.Core.Sampling;

/// <summary>A single plan found by design, with what it does at the two points.</summary>
/// <param name="N">Items to draw.</param>
/// <param name="C">Acceptance number.</param>
/// <param name="Pa1">Probability of acceptance at the producer's point; at least 1 − alpha.</param>
/// <param name="Pa2">Probability of acceptance at the consumer's point; at most beta.</param>
public readonly record struct DesignedPlan(long N, long C, double Pa1, double Pa2);

/// <summary>A variables plan found by design.</summary>
/// <param name="N">Items to draw.</param>
/// <param name="K">Acceptability constant; it meets the producer's point exactly.</param>
/// <param name="Pa1">Probability of acceptance at the producer's point: 1 − alpha.</param>
/// <param name="Pa2">Probability of acceptance at the consumer's point; at most beta.</param>
public readonly record struct DesignedVariablesPlan(long N, double K, double Pa1, double Pa2);

/// <summary>The two risks of a design.</summary>
/// <param name="Alpha">Producer's risk: of a lot at the first quality not being accepted.</param>
/// <param name="Beta">Consumer's risk: of a lot at the second quality being accepted.</param>
public readonly record struct DesignRisks(double Alpha, double Beta)
{
    // A probability that equals its bound on paper may miss it by a last digit (sampling.md, section 6).
    private const double Guard = 1e-12;

    /// <summary>Whether a plan meets the producer's point.</summary>
    public bool MeetsProducer(double pa) => pa >= (1 - Alpha) * (1 - Guard);

    /// <summary>Whether a plan meets the consumer's point.</summary>
    public bool MeetsConsumer(double pa) => pa <= Beta * (1 + Guard);

    internal DesignRisks Checked()
    {
        var (a, b) = (Alpha, Beta);
        return a > 0 && b > 0 && a + b < 1
            ? this
            : throw new Refused("refused.sampling.risks") { Field = a > 0 && a < 1 ? "beta" : "alpha" };
    }
}
