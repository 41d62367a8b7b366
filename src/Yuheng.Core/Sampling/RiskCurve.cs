namespace Yuheng.Core.Sampling;

/// <summary>Qualities at given risks: the points by which a plan is known.</summary>
public static class RiskCurve
{
    private const int GridPoints = 400;
    private const int GoldenSteps = 80;

    /// <summary>The levels of Pa that are usually stated.</summary>
    public static IReadOnlyList<double> UsualLevels { get; } = [0.95, 0.90, 0.50, 0.10, 0.05];

    /// <summary>The quality that is accepted with a given probability, to full accuracy.</summary>
    /// <param name="plan">The numbers of the plan.</param>
    /// <param name="model">Binomial or Poisson.</param>
    /// <param name="pa">Between 0 and 1, both excluded.</param>
    /// <exception cref="Refused">The plan or level is impossible, or the model counts items of a lot.</exception>
    public static double QualityAt(StagedPlan plan, RiskModel model, double pa)
    {
        if (!(pa > 0 && pa < 1))
        {
            throw new Refused("refused.sampling.fraction-inside", $"{pa:R}") { Field = "pa" };
        }

        var oc = new OperatingCharacteristic(plan, model);
        double low = 0, high = 1;
        while (model == RiskModel.Poisson && oc.At(high).Pa > pa)
        {
            high *= 2;
        }

        // Ends when no double lies between: after some sixty halvings, more for very small qualities.
        while (Math.BitIncrement(low) < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = oc.At(middle).Pa > pa ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>
    /// The largest number of nonconforming items in a lot that is still accepted with at least this probability.
    /// </summary>
    /// <exception cref="Refused">The plan or level is impossible.</exception>
    public static long CountAt(StagedPlan plan, long lotSize, double pa)
    {
        if (!(pa > 0 && pa < 1))
        {
            throw new Refused("refused.sampling.fraction-inside", $"{pa:R}") { Field = "pa" };
        }

        var oc = new OperatingCharacteristic(plan, RiskModel.Hypergeometric, lotSize);
        long accepted = 0, rejected = lotSize + 1;
        while (rejected - accepted > 1)
        {
            var middle = accepted + ((rejected - accepted) / 2);
            (accepted, rejected) = oc.AtCount(middle).Pa >= pa ? (middle, rejected) : (accepted, middle);
        }

        return accepted;
    }

    /// <summary>The average outgoing quality limit: the worst average that leaves inspection, and where.</summary>
    /// <exception cref="Refused">The plan is impossible, or the model counts items of a lot.</exception>
    public static (double Aoql, double P) AverageOutgoingQualityLimit(
        StagedPlan plan, RiskModel model, long? lotSize = null)
    {
        var oc = new OperatingCharacteristic(plan, model, lotSize);
        var largest = QualityAt(plan, model, 1e-9);
        var best = Enumerable.Range(1, GridPoints).MaxBy(i => oc.At(largest * i / GridPoints).Aoq);
        double low = largest * (best - 1) / GridPoints, high = Math.Min(largest * (best + 1) / GridPoints, largest);
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < GoldenSteps; step++)
        {
            var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
            (low, high) = oc.At(left).Aoq > oc.At(right).Aoq ? (low, right) : (left, high);
        }

        var p = (low + high) / 2;
        return (oc.At(p).Aoq, p);
    }
}
