using System.Collections.Immutable;
using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>The bare numbers of a plan, as its risks need them.</summary>
/// <param name="SampleSizes">Items drawn at each stage.</param>
/// <param name="Ac">Acceptance numbers, cumulative; null where a stage cannot accept.</param>
/// <param name="Re">Rejection numbers, cumulative.</param>
public sealed record StagedPlan(
    ImmutableArray<long> SampleSizes,
    ImmutableArray<long?> Ac,
    ImmutableArray<long> Re)
{
    /// <summary>The largest sample of one stage: tails of larger ones take more than milliseconds.</summary>
    public const long LargestSample = 1_000_000_000;

    /// <summary>The most stages of a plan: the standards have seven at most.</summary>
    public const int MostStages = 20;

    /// <summary>The largest rejection number of a plan with several stages: the work grows with its square.</summary>
    public const long LargestStagedRe = 2_000;

    /// <summary>A single plan: n items, accepted with c or fewer nonconforming.</summary>
    public static StagedPlan Single(long n, long c) => new([n], [c], [c + 1]);

    /// <summary>The numbers of a plan of the tables.</summary>
    public static StagedPlan Of(SamplingPlan plan) => new(
        [.. plan.SampleSizes.Select(n => (long)n)],
        [.. plan.Ac.Select(ac => (long?)ac)],
        [.. plan.Re.Select(re => (long)re)]);

    /// <summary>Items drawn when every stage is needed.</summary>
    public long Total => SampleSizes.Sum();

    /// <summary>The plan itself, once its numbers are checked.</summary>
    /// <exception cref="Refused">Stages of different length, a sample outside 1 to 10^9, Ac ≥ Re, or no
    /// end.</exception>
    public StagedPlan Checked()
    {
        var stages = SampleSizes.Length;
        if (stages is 0 or > MostStages || Ac.Length != stages || Re.Length != stages)
        {
            throw new Refused("refused.sampling.stages-differ", Say(MostStages)) { Field = "sampleSizes" };
        }

        for (var stage = 0; stage < stages; stage++)
        {
            if (SampleSizes[stage] is < 1 or > LargestSample)
            {
                throw new Refused("refused.sampling.sample-size", Say(SampleSizes[stage]), Say(LargestSample))
                {
                    Field = "sampleSizes",
                };
            }

            CheckNumbers(Ac[stage], Re[stage], stages);
        }

        return Ac[^1] is null
            ? throw new Refused("refused.sampling.last-stage-undecided") { Field = "ac" }
            : this;
    }

    private static void CheckNumbers(long? ac, long re, int stages)
    {
        if (ac is < 0 || re < 1 || ac >= re)
        {
            throw new Refused("refused.sampling.ac-below-re", ac is { } number ? Say(number) : "#", Say(re))
            {
                Field = "ac",
            };
        }

        var most = stages > 1 ? LargestStagedRe : LargestSample + 1;
        if (re > most)
        {
            throw new Refused("refused.sampling.re-too-large", Say(re), Say(most)) { Field = "re" };
        }
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
