using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>Chain sampling ChSP-1 (Dodge, 1955): one nonconforming item passes if the i lots before had none.</summary>
/// <param name="N">Items drawn from each lot.</param>
/// <param name="I">Lots that must have been free of nonconforming items; 1 or more.</param>
public sealed record ChainPlan(long N, int I)
{
    /// <summary>Long-run probability of acceptance: P0 + P1·P0^i.</summary>
    /// <param name="p">Fraction nonconforming.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double Acceptance(double p)
    {
        PlanNumbers.Need(N >= 1 && N <= StagedPlan.LargestSample && I >= 1);
        OperatingCharacteristic.CheckQuality(p, RiskModel.Binomial);
        var found = new Binomial(N, p);
        var none = found.Probability(0);
        return none + (found.Probability(1) * Math.Pow(none, I));
    }
}

/// <summary>
/// Skip-lot sampling SkSP-2 (Dodge and Perry): after i accepted lots only a fraction f of lots is inspected.
/// </summary>
/// <param name="I">Lots to be accepted in a row.</param>
/// <param name="F">Fraction inspected while skipping, above 0 and at most 1.</param>
public sealed record SkipLotPlan(int I, double F)
{
    /// <summary>Long-run probability that a lot passes, inspected or skipped.</summary>
    /// <param name="reference">Probability of acceptance of the plan that inspected lots are subject to.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double Acceptance(double reference)
    {
        var share = ShareInspected(reference);
        return 1 - (share * (1 - reference));
    }

    /// <summary>Long-run share of lots that are inspected: f/((1 − f) P^i + f).</summary>
    /// <param name="reference">Probability of acceptance of the plan that inspected lots are subject to.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double ShareInspected(double reference)
    {
        PlanNumbers.Need(I >= 1 && F is > 0 and <= 1 && reference is >= 0 and <= 1);
        return F / (((1 - F) * Math.Pow(reference, I)) + F);
    }
}

/// <summary>Continuous sampling CSP-1 (Dodge, 1943): i good items in a row, then one in 1/f until one fails.</summary>
/// <param name="I">Clearance number.</param>
/// <param name="F">Fraction inspected after clearance, above 0 and at most 1.</param>
public sealed record ContinuousPlan(int I, double F)
{
    /// <summary>Average fraction inspected.</summary>
    /// <param name="p">Fraction nonconforming, above 0 and below 1.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double FractionInspected(double p)
    {
        PlanNumbers.Need(I >= 1 && F is > 0 and <= 1 && p is > 0 and < 1);

        // u items on full inspection, v items on sampling; both times p·q^i, which keeps them finite.
        var clear = Math.Exp(I * SpecialFunctions.LogOnePlus(-p));
        return F / (F + ((1 - F) * clear));
    }

    /// <summary>Average outgoing quality: nonconforming items among those not inspected.</summary>
    /// <param name="p">Fraction nonconforming, above 0 and below 1.</param>
    /// <exception cref="Refused">A number is impossible.</exception>
    public double OutgoingQuality(double p) => p * (1 - FractionInspected(p));
}

internal static class PlanNumbers
{
    public static void Need(bool possible)
    {
        if (!possible)
        {
            throw new Refused("refused.sampling.plan-numbers");
        }
    }
}
