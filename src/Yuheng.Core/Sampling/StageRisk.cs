using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>What a stage finds, given what the stages before it drew and found.</summary>
internal interface IStageSampling<T>
    where T : struct, ICountDistribution
{
    T Next(long sample, long drawn, long found);

    /// <summary>Whether a stage does not depend on those before: one table then serves all that were found.</summary>
    bool Independent { get; }
}

internal readonly record struct BinomialSampling(double P) : IStageSampling<Binomial>
{
    public bool Independent => true;

    public Binomial Next(long sample, long drawn, long found) => new(sample, P);
}

internal readonly record struct PoissonSampling(double P) : IStageSampling<Poisson>
{
    public bool Independent => true;

    public Poisson Next(long sample, long drawn, long found) => new(sample * P);
}

internal readonly record struct LotSampling(long Lot, long Nonconforming) : IStageSampling<Hypergeometric>
{
    public bool Independent => false;

    public Hypergeometric Next(long sample, long drawn, long found) => new(Lot - drawn, Nonconforming - found, sample);
}

/// <summary>
/// Carries the probabilities of "continue with d found" from stage to stage. Acceptance and rejection are each summed
/// from positive terms, so both keep full relative accuracy.
/// </summary>
internal static class StageRisk
{
    private const int OnStack = 128;

    public static RiskPoint Of<TSampling, TFound>(StagedPlan plan, TSampling sampling, double p, long? lot)
        where TSampling : struct, IStageSampling<TFound>
        where TFound : struct, ICountDistribution
    {
        if (plan.SampleSizes.Length == 1)
        {
            return OfSingle(plan, sampling.Next(plan.SampleSizes[0], 0, 0), p, lot);
        }

        var width = (int)plan.Re.Max();
        var pool = width <= OnStack ? stackalloc double[5 * width] : new double[5 * width];
        var table = new FoundTable(pool[..width], pool.Slice(width, width), pool.Slice(2 * width, width));
        var carried = new Carried(pool.Slice(3 * width, width), pool.Slice(4 * width, width));
        for (var stage = 0; stage < plan.SampleSizes.Length; stage++)
        {
            carried.Pass<TSampling, TFound>(plan, stage, sampling, ref table);
            carried.Close(plan.SampleSizes[stage], p, lot);
        }

        return new(
            Math.Min(1, carried.Accepted),
            Math.Min(1, carried.Rejected),
            carried.Asn,
            carried.Aoq,
            lot is { } all ? carried.Ati + (all * carried.Rejected) : null);
    }

    private static RiskPoint OfSingle<TFound>(StagedPlan plan, TFound found, double p, long? lot)
        where TFound : struct, ICountDistribution
    {
        // Between Ac and Re of a last stage the lot is accepted (reduced MIL-STD-105E plans). The smaller of the two
        // probabilities is summed, so the other loses nothing.
        var n = plan.SampleSizes[0];
        var most = plan.Re[0] - 1;
        var acceptanceIsSmaller = most < found.Mean;
        var smaller = acceptanceIsSmaller ? found.Cdf(most) : found.Survival(most);
        var (accepted, rejected) = acceptanceIsSmaller ? (smaller, 1 - smaller) : (1 - smaller, smaller);
        return new(
            accepted,
            rejected,
            n,
            lot is { } all ? p * accepted * (all - n) / all : p * accepted,
            lot is { } items ? (n * accepted) + (items * rejected) : null);
    }

    /// <summary>Probabilities and both tails of what one stage finds, from 0 on.</summary>
    private ref struct FoundTable(Span<double> probability, Span<double> lower, Span<double> upper)
    {
        public readonly Span<double> Probability = probability;
        public readonly Span<double> Lower = lower;
        public readonly Span<double> Upper = upper;

        public long Sample { get; private set; }

        public void Make<TFound>(TFound found, long sample)
            where TFound : struct, ICountDistribution
        {
            Sample = sample;
            found.Fill(Probability);
            var sum = 0.0;
            for (var x = 0; x < Probability.Length; x++)
            {
                sum += Probability[x];
                Lower[x] = sum;
            }

            var tail = found.Survival(Probability.Length - 1);
            for (var x = Probability.Length - 1; x >= 0; x--)
            {
                Upper[x] = tail;
                tail += Probability[x];
            }
        }
    }

    private ref struct Carried
    {
        private Span<double> _now;
        private Span<double> _next;
        private long _from;
        private long _to;
        private long _drawn;
        private double _reached;
        private double _acceptedHere;

        public Carried(Span<double> now, Span<double> next)
        {
            _now = now;
            _next = next;
            _now.Clear();
            _now[0] = 1;
        }

        public double Accepted { get; private set; }

        public double Rejected { get; private set; }

        public double Asn { get; private set; }

        public double Aoq { get; private set; }

        public double Ati { get; private set; }

        public void Pass<TSampling, TFound>(StagedPlan plan, int stage, TSampling sampling, ref FoundTable table)
            where TSampling : struct, IStageSampling<TFound>
            where TFound : struct, ICountDistribution
        {
            var size = plan.SampleSizes[stage];
            var re = plan.Re[stage];
            var last = stage == plan.SampleSizes.Length - 1;
            var ac = last ? re - 1 : plan.Ac[stage] ?? -1;
            (_reached, _acceptedHere) = (0, 0);
            _next.Clear();
            for (var d = _from; d <= _to; d++)
            {
                var weight = _now[(int)d];
                if (weight == 0)
                {
                    continue;
                }

                if (!sampling.Independent || table.Sample != size)
                {
                    table.Make(sampling.Next(size, _drawn, d), size);
                }

                _reached += weight;
                _acceptedHere += d <= ac ? weight * table.Lower[(int)(ac - d)] : 0;
                Rejected += d < re ? weight * table.Upper[(int)(re - 1 - d)] : weight;
                for (var total = Math.Max(ac + 1, d); total < re; total++)
                {
                    _next[(int)total] += weight * table.Probability[(int)(total - d)];
                }
            }

            (_from, _to) = (ac + 1, re - 1);
        }

        public void Close(long size, double p, long? lot)
        {
            _drawn += size;
            Asn += size * _reached;
            Accepted += _acceptedHere;
            Ati += _drawn * _acceptedHere;
            Aoq += lot is { } all ? p * _acceptedHere * (all - _drawn) / all : p * _acceptedHere;
            var emptied = _now;
            _now = _next;
            _next = emptied;
        }
    }
}
