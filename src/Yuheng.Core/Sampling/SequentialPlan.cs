using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>
/// Wald's sequential plan for fractions nonconforming: after each item the count is compared with two lines. It is cut
/// off at a number of items, where the lot is accepted when the count lies nearer the acceptance line.
/// </summary>
/// <param name="InterceptAccept">hA: the acceptance line is slope·n − hA.</param>
/// <param name="InterceptReject">hR: the rejection line is slope·n + hR.</param>
/// <param name="Slope">The slope of both lines.</param>
public sealed record SequentialPlan(double InterceptAccept, double InterceptReject, double Slope)
{
    /// <summary>The most items after which a plan may be cut off.</summary>
    public const int LargestCut = 20_000;

    /// <summary>The plan for a producer's and a consumer's point.</summary>
    /// <exception cref="Refused">0 &lt; p1 &lt; p2 &lt; 1 does not hold, or the risks are impossible.</exception>
    public static SequentialPlan Wald(double p1, double p2, DesignRisks risks)
    {
        PlanNumbers.Need(p1 > 0 && p1 < p2 && p2 < 1);
        risks.Checked();
        var good = SpecialFunctions.LogOnePlus(-p1) - SpecialFunctions.LogOnePlus(-p2);
        var g = Math.Log(p2 / p1) + good;
        return new(
            Math.Log((1 - risks.Alpha) / risks.Beta) / g,
            Math.Log((1 - risks.Beta) / risks.Alpha) / g,
            good / g);
    }

    /// <summary>The largest count that accepts after n items; negative while none does.</summary>
    public long AcceptanceNumber(long n) => (long)Math.Floor((Slope * n) - InterceptAccept);

    /// <summary>The smallest count that rejects after n items.</summary>
    public long RejectionNumber(long n) => (long)Math.Ceiling((Slope * n) + InterceptReject);

    /// <summary>Probability of acceptance and average sample number, exactly, when cut off after some items.</summary>
    /// <param name="p">Fraction nonconforming.</param>
    /// <param name="cut">Items after which it is decided in any case, 1 to 20,000.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public (double Pa, double Asn) At(double p, int cut)
    {
        PlanNumbers.Need(cut is >= 1 and <= LargestCut);
        OperatingCharacteristic.CheckQuality(p, RiskModel.Binomial);
        var open = new double[(int)Math.Min(cut, RejectionNumber(cut)) + 2];
        open[0] = 1;
        double accepted = 0, asn = 0;
        for (var n = 1; n <= cut; n++)
        {
            var reaching = 0.0;
            for (var d = open.Length - 1; d >= 0; d--)
            {
                reaching += open[d];
                open[d] = (open[d] * (1 - p)) + (d > 0 ? open[d - 1] * p : 0);
            }

            asn += reaching;
            var most = n < cut ? AcceptanceNumber(n) : (long)Math.Floor(Slope * n);
            var least = n < cut ? RejectionNumber(n) : most + 1;
            for (var d = 0; d < open.Length; d++)
            {
                accepted += d <= most ? open[d] : 0;
                open[d] = d <= most || d >= least ? 0 : open[d];
            }
        }

        return (accepted, asn);
    }
}
