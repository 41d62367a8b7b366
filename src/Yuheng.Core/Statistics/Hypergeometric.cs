namespace Yuheng.Core.Statistics;

/// <summary>The number of nonconforming items in a sample drawn without replacement from a lot.</summary>
/// <param name="Lot">Items in the lot.</param>
/// <param name="Nonconforming">Nonconforming items in the lot, 0 to <paramref name="Lot"/>.</param>
/// <param name="Sample">Items drawn, 0 to <paramref name="Lot"/>.</param>
public readonly record struct Hypergeometric(long Lot, long Nonconforming, long Sample) : ICountDistribution
{
    /// <inheritdoc/>
    public long Smallest => Math.Max(0, Sample - (Lot - Nonconforming));

    /// <inheritdoc/>
    public long Largest => Math.Min(Sample, Nonconforming);

    /// <inheritdoc/>
    public double Mean => Lot == 0 ? 0 : (double)Sample * Nonconforming / Lot;

    /// <inheritdoc/>
    public double Probability(long x)
    {
        if (x < Smallest || x > Largest)
        {
            return 0;
        }

        if (Smallest == Largest)
        {
            return 1;
        }

        // The lot as two binomials, one of nonconforming and one of good items, over one of all (Loader).
        var p = (double)Sample / Lot;
        var q = (double)(Lot - Sample) / Lot;
        return Binomial.Raw(x, Nonconforming, p, q) * Binomial.Raw(Sample - x, Lot - Nonconforming, p, q)
            / Binomial.Raw(Sample, Lot, p, q);
    }

    /// <inheritdoc/>
    public double StepUp(long x) =>
        (double)(Nonconforming - x) * (Sample - x) / ((double)(x + 1) * (Lot - Nonconforming - Sample + x + 1));

    /// <inheritdoc/>
    public double StepDown(long x) =>
        (double)x * (Lot - Nonconforming - Sample + x) / ((double)(Nonconforming - x + 1) * (Sample - x + 1));
}
