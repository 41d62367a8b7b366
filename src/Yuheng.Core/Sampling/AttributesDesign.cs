using System.Globalization;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>
/// The smallest sample that meets both points, and then the smallest acceptance number. For each c there is a smallest
/// n that protects the consumer; it grows with c. The first c whose smallest n also satisfies the producer is the
/// answer.
/// </summary>
public static class AttributesDesign
{
    /// <summary>
    /// The largest sample that is searched; a design beyond it is refused, so that no search goes on forever.
    /// </summary>
    public const long LargestSample = 10_000_000;

    // Beyond this c the first answer is found by doubling and halving instead of one by one.
    private const long OneByOne = 64;

    /// <summary>A plan for fractions nonconforming (binomial) or nonconformities an item (Poisson).</summary>
    /// <param name="model">Binomial or Poisson.</param>
    /// <param name="p1">Producer's quality, accepted with probability 1 − alpha or more.</param>
    /// <param name="p2">Consumer's quality, worse than <paramref name="p1"/>, accepted with beta or less.</param>
    /// <param name="risks">Alpha and beta.</param>
    /// <exception cref="Refused">A number is impossible, or no plan up to the largest sample exists.</exception>
    public static DesignedPlan Find(RiskModel model, double p1, double p2, DesignRisks risks)
    {
        OperatingCharacteristic.CheckQuality(p1, model, "p1");
        OperatingCharacteristic.CheckQuality(p2, model, "p2");
        risks.Checked();
        if (p1 >= p2)
        {
            throw new Refused("refused.sampling.p1-below-p2") { Field = "p1" };
        }

        return model switch
        {
            RiskModel.Binomial => Search(
                n => new Binomial(n, p1), n => new Binomial(n, p2), new(p2, c => c + 1, LargestSample), risks),
            RiskModel.Poisson => Search(
                n => new Poisson(n * p1), n => new Poisson(n * p2), new(p2, _ => 1, LargestSample), risks),
            _ => throw new Refused("refused.sampling.counts-not-fractions") { Field = "p1" },
        };
    }

    /// <summary>A plan for one lot, drawn without replacement.</summary>
    /// <param name="lotSize">Items in the lot.</param>
    /// <param name="d1">Nonconforming items in a lot that shall pass.</param>
    /// <param name="d2">Nonconforming items in a lot that shall not; more than <paramref name="d1"/>.</param>
    /// <param name="risks">Alpha and beta.</param>
    /// <exception cref="Refused">A number is impossible, or no plan up to the largest sample exists.</exception>
    public static DesignedPlan FindForLot(long lotSize, long d1, long d2, DesignRisks risks)
    {
        CodeLetters.CheckLot(lotSize);
        risks.Checked();
        if (d1 < 0 || d2 > lotSize)
        {
            throw new Refused("refused.sampling.count-outside-lot", Say(d1 < 0 ? d1 : d2), Say(lotSize))
            {
                Field = d1 < 0 ? "d1" : "d2",
            };
        }

        if (d1 >= d2)
        {
            throw new Refused("refused.sampling.d1-below-d2") { Field = "d1" };
        }

        return Search(
            n => new Hypergeometric(lotSize, d1, n),
            n => new Hypergeometric(lotSize, d2, n),
            new((double)d2 / lotSize, c => c + 1, Math.Min(LargestSample, lotSize)),
            risks);
    }

    private static DesignedPlan Search<T>(
        Func<long, T> producer, Func<long, T> consumer, SearchRange range, DesignRisks risks)
        where T : struct, ICountDistribution
    {
        var candidates = new Candidates<T>(producer, consumer, range, risks);
        for (var c = 0L; c < OneByOne; c++)
        {
            if (candidates.FeasibleOrBeyond(c))
            {
                return candidates.Plan(c);
            }
        }

        return candidates.Plan(FirstFeasible(candidates));
    }

    // Up to rounding of n to whole items, feasibility once gained stays. So: find a border by doubling and halving,
    // then walk down while a lower c fails by that rounding alone.
    private static long FirstFeasible<T>(Candidates<T> candidates)
        where T : struct, ICountDistribution
    {
        long low = OneByOne - 1, high = 2 * OneByOne;
        while (!candidates.FeasibleOrBeyond(high))
        {
            (low, high) = (high, 2 * high);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = candidates.FeasibleOrBeyond(middle) ? (low, middle) : (middle, high);
        }

        for (var c = high - 1; c >= OneByOne && candidates.FeasibleButForRounding(c); c--)
        {
            high = candidates.FeasibleOrBeyond(c) ? c : high;
        }

        return high;
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Where n is looked for: the quality of the consumer's point, the least n of a c, and the largest n.
    /// </summary>
    private sealed record SearchRange(double ConsumerQuality, Func<long, long> Least, long Largest);

    private sealed class Candidates<T>(
        Func<long, T> producer, Func<long, T> consumer, SearchRange range, DesignRisks risks)
        where T : struct, ICountDistribution
    {
        /// <summary>
        /// The smallest n that protects the consumer also satisfies the producer; or there is no such n.
        /// </summary>
        public bool FeasibleOrBeyond(long c) => Beyond(c) || risks.MeetsProducer(producer(SmallestSample(c)).Cdf(c));

        /// <summary>One item fewer would satisfy the producer.</summary>
        public bool FeasibleButForRounding(long c) => risks.MeetsProducer(producer(SmallestSample(c) - 1).Cdf(c));

        public DesignedPlan Plan(long c)
        {
            if (Beyond(c))
            {
                throw new Refused("refused.sampling.no-plan", Say(range.Largest));
            }

            var n = SmallestSample(c);
            return new(n, c, producer(n).Cdf(c), consumer(n).Cdf(c));
        }

        private bool Beyond(long c) => !Protects(range.Largest, c);

        // The smallest n that protects the consumer with acceptance number c.
        private long SmallestSample(long c)
        {
            // n times the quality is near a gamma quantile (Wilson and Hilferty): a start close to the answer.
            var z = Normal.UpperQuantile(risks.Beta);
            var shape = c + 1.0;
            var root = 1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)));
            var start = (long)(shape * root * root * root / range.ConsumerQuality);
            var n = Math.Clamp(start, range.Least(c), range.Largest);
            return Protects(n, c) ? Down(n, c) : Up(n, c);
        }

        private long Down(long protects, long c)
        {
            var least = range.Least(c);
            var fails = protects;
            for (var step = 1L; fails >= least; step *= 2)
            {
                fails = Math.Max(protects - step, least - 1);
                if (fails < least || !Protects(fails, c))
                {
                    break;
                }

                protects = fails;
            }

            return Halve(fails, protects, c);
        }

        private long Up(long fails, long c)
        {
            var step = 1L;
            var protects = Math.Min(fails + step, range.Largest);
            while (!Protects(protects, c))
            {
                (fails, step) = (protects, step * 2);
                protects = Math.Min(fails + step, range.Largest);
            }

            return Halve(fails, protects, c);
        }

        private long Halve(long fails, long protects, long c)
        {
            while (protects - fails > 1)
            {
                var middle = fails + ((protects - fails) / 2);
                (fails, protects) = Protects(middle, c) ? (fails, middle) : (middle, protects);
            }

            return protects;
        }

        private bool Protects(long n, long c) => risks.MeetsConsumer(consumer(n).Cdf(c));
    }
}
