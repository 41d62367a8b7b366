using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>Compares what was found with the acceptance and rejection numbers, stage by stage.</summary>
public static class Deciding
{
    /// <summary>The decision of a plan.</summary>
    /// <param name="plan">The plan of the lot.</param>
    /// <param name="found">Nonconforming items of each stage, not cumulative; stages after the decision are
    /// ignored.</param>
    /// <exception cref="Refused">A number is negative.</exception>
    public static DecisionAtStage Decide(SamplingPlan plan, IReadOnlyList<long> found)
    {
        var total = 0L;
        var stages = Math.Min(plan.SampleSizes.Length, found.Count);
        for (var stage = 0; stage < stages; stage++)
        {
            if (found[stage] is < 0 or > CodeLetters.LargestLot)
            {
                var number = found[stage].ToString(CultureInfo.InvariantCulture);
                throw new Refused("refused.sampling.nonconforming", number) { Field = "nonconforming" };
            }

            total += found[stage];
            if (total >= plan.Re[stage])
            {
                return new(LotDecision.NotAccept, stage + 1, total);
            }

            if (total <= plan.Ac[stage])
            {
                return new(LotDecision.Accept, stage + 1, total);
            }
        }

        // Only the reduced plans of MIL-STD-105E end with a gap between Ac and Re: the lot passes, reduced inspection
        // ends.
        return stages == plan.SampleSizes.Length
            ? new(LotDecision.Accept, stages, total, InGap: true)
            : new(LotDecision.Continue, stages, total);
    }
}
