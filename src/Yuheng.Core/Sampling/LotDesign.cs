using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>A plan for one lot with what it costs.</summary>
/// <param name="N">Items to draw.</param>
/// <param name="C">Acceptance number.</param>
/// <param name="ConsumerRisk">Probability that a lot at the quality guarded against is accepted.</param>
/// <param name="Ati">Average total inspection at the process average; n where nothing was asked.</param>
public readonly record struct LotPlan(long N, long C, double ConsumerRisk, double Ati);

/// <summary>Plans for lots that stand alone, searched exactly instead of read from tables.</summary>
public static class LotDesign
{
    /// <summary>The limiting qualities of ISO 2859-2, in percent.</summary>
    public static IReadOnlyList<string> LimitingQualities { get; } =
        ["0.50", "0.80", "1.25", "2.0", "3.15", "5.0", "8.0", "12.5", "20.0", "31.5"];

    /// <summary>
    /// The smallest sample that accepts, with c or fewer nonconforming, a lot of <paramref name="nonconforming"/> with
    /// at most the given risk. With c = 0 this is the plan of zero acceptance.
    /// </summary>
    /// <param name="lotSize">Items in the lot.</param>
    /// <param name="nonconforming">Nonconforming items guarded against; more than <paramref name="c"/>.</param>
    /// <param name="c">Acceptance number.</param>
    /// <param name="risk">Consumer's risk, between 0 and 1.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public static LotPlan Smallest(long lotSize, long nonconforming, long c, double risk = 0.10)
    {
        CodeLetters.CheckLot(lotSize);
        PlanNumbers.Need(c >= 0 && nonconforming > c && nonconforming <= lotSize && risk is > 0 and < 1);
        var risks = new DesignRisks(0, risk);
        long fails = c, meets = lotSize;
        while (meets - fails > 1)
        {
            var middle = fails + ((meets - fails) / 2);
            var pa = new Hypergeometric(lotSize, nonconforming, middle).Cdf(c);
            (fails, meets) = risks.MeetsConsumer(pa) ? (fails, middle) : (middle, meets);
        }

        return new(meets, c, new Hypergeometric(lotSize, nonconforming, meets).Cdf(c), meets);
    }

    /// <summary>
    /// The single plan with the least total inspection at the process average among those that accept a lot at the
    /// tolerance with at most the given risk (Dodge and Romig's LTPD plans; their printed tables use approximations).
    /// </summary>
    /// <param name="lotSize">Items in the lot, at most 10^7.</param>
    /// <param name="tolerance">Fraction nonconforming of a lot that shall not pass (LTPD).</param>
    /// <param name="processAverage">The usual fraction nonconforming, below the tolerance.</param>
    /// <param name="risk">Consumer's risk, 0.10 in the book.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public static LotPlan LeastInspection(long lotSize, double tolerance, double processAverage, double risk = 0.10)
    {
        CodeLetters.CheckLot(lotSize);
        PlanNumbers.Need(lotSize <= AttributesDesign.LargestSample && tolerance <= 1
            && processAverage >= 0 && processAverage < tolerance);

        // A lot of exactly the tolerance may not exist: the next worse one is guarded against.
        var nonconforming = (long)Math.Ceiling((lotSize * tolerance) - 1e-9);
        var best = new LotPlan(lotSize, 0, 0, double.PositiveInfinity);
        for (var c = 0L; c < nonconforming; c++)
        {
            var plan = Smallest(lotSize, nonconforming, c, risk);
            if (plan.N >= best.Ati)
            {
                break;
            }

            var rejected = new Binomial(plan.N, processAverage).Survival(c);
            var ati = plan.N + ((lotSize - plan.N) * rejected);
            best = ati < best.Ati ? plan with { Ati = ati } : best;
        }

        return best;
    }
}
