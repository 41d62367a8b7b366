using System.Globalization;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>What was measured in a sample, and against what.</summary>
/// <param name="Method">σ known or estimated.</param>
/// <param name="N">Items measured.</param>
/// <param name="K">Acceptability constant.</param>
/// <param name="Mean">Mean of the measurements.</param>
/// <param name="Spread">σ, or s of the sample; above 0.</param>
/// <param name="Lower">Lower specification limit, if any.</param>
/// <param name="Upper">Upper specification limit, if any.</param>
public sealed record VariablesSample(
    SpreadKnown Method, long N, double K, double Mean, double Spread, double? Lower, double? Upper);

/// <summary>The lot by form k and by form p*; members without a limit are null.</summary>
/// <param name="Accepted">Form k, each limit by itself: Q ≥ k.</param>
/// <param name="QLower">(mean − L)/spread; negative when the mean lies outside.</param>
/// <param name="QUpper">(U − mean)/spread.</param>
/// <param name="PLower">Estimated fraction below L.</param>
/// <param name="PUpper">Estimated fraction above U.</param>
/// <param name="PTotal">Their sum.</param>
/// <param name="M">The largest fraction allowed: the estimate that belongs to Q = k.</param>
/// <param name="CombinedAccepted">Form p*, both limits together: the sum is at most M.</param>
public sealed record VariablesVerdict(
    bool Accepted,
    double? QLower,
    double? QUpper,
    double? PLower,
    double? PUpper,
    double? PTotal,
    double? M,
    bool? CombinedAccepted);

/// <summary>Judges a lot by measurements (ISO 3951, MIL-STD-414: forms k and p*).</summary>
public static class VariablesLot
{
    /// <summary>The verdict of a sample.</summary>
    /// <exception cref="Refused">No limit, limits that cross, a spread not above 0, or a sample too small or too
    /// large.</exception>
    public static VariablesVerdict Judge(VariablesSample sample)
    {
        Check(sample);
        double? qLower = sample.Lower is { } lower ? (sample.Mean - lower) / sample.Spread : null;
        double? qUpper = sample.Upper is { } upper ? (upper - sample.Mean) / sample.Spread : null;
        var accepted = !(qLower < sample.K) && !(qUpper < sample.K);
        if (sample.N < SmallestForEstimate(sample.Method))
        {
            return new(accepted, qLower, qUpper, null, null, null, null, null);
        }

        double? pLower = qLower is { } ql ? Estimate(sample.Method, sample.N, ql) : null;
        double? pUpper = qUpper is { } qu ? Estimate(sample.Method, sample.N, qu) : null;
        var total = (pLower ?? 0) + (pUpper ?? 0);
        var most = Estimate(sample.Method, sample.N, sample.K);
        return new(accepted, qLower, qUpper, pLower, pUpper, total, most, total <= most);
    }

    /// <summary>
    /// The best unbiased estimate of the fraction beyond a limit. A negative Q stays negative: the fraction is then
    /// above one half.
    /// </summary>
    /// <param name="method">σ known or estimated.</param>
    /// <param name="n">Sample size: 2 or more with σ, 3 or more with s.</param>
    /// <param name="q">The distance of the mean from the limit in units of spread.</param>
    public static double Estimate(SpreadKnown method, long n, double q)
    {
        if (method == SpreadKnown.Sigma)
        {
            return Normal.Cdf(-q * Math.Sqrt(n / (n - 1.0)));
        }

        var shape = (n / 2.0) - 1;
        var shift = q * Math.Sqrt(n) / (n - 1);
        return shift >= 1 ? 0 : shift <= -1 ? 1 : Beta.Regularized(shape, shape, (1 - shift) / 2);
    }

    // Below it the estimate is a step between 0 and 1.
    private static long SmallestForEstimate(SpreadKnown method) => method == SpreadKnown.Sigma ? 2 : 3;

    private static void Check(VariablesSample sample)
    {
        var least = sample.Method == SpreadKnown.Sigma ? 1 : 2;
        if (sample.N < least || sample.N > VariablesDesign.LargestSample)
        {
            throw new Refused("refused.sampling.sample-size", Say(sample.N), Say(VariablesDesign.LargestSample))
            {
                Field = "n",
            };
        }

        if (sample.Lower is null && sample.Upper is null)
        {
            throw new Refused("refused.sampling.limit-needed") { Field = "lower" };
        }

        if (sample.Lower >= sample.Upper)
        {
            throw new Refused("refused.sampling.limits-cross") { Field = "upper" };
        }

        if (!(sample.Spread > 0))
        {
            throw new Refused("refused.sampling.spread") { Field = "spread" };
        }
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
