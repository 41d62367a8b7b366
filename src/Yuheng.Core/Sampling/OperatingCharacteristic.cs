using System.Globalization;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Sampling;

/// <summary>The risks of a plan at one quality.</summary>
/// <param name="Pa">Probability of acceptance.</param>
/// <param name="Pr">Probability of rejection, by its own sum: exact where it is small.</param>
/// <param name="Asn">Average sample number, without curtailment.</param>
/// <param name="Aoq">Average outgoing quality: with rectification when the lot size is known, else p·Pa.</param>
/// <param name="Ati">Average total inspection; null without a lot size.</param>
public readonly record struct RiskPoint(double Pa, double Pr, double Asn, double Aoq, double? Ati);

/// <summary>The operating characteristic of a plan under one model.</summary>
public sealed class OperatingCharacteristic
{
    private readonly StagedPlan _plan;
    private readonly RiskModel _model;
    private readonly long? _lot;

    /// <summary>Prepares a plan.</summary>
    /// <exception cref="Refused">
    /// The plan's numbers are impossible, the hypergeometric model has no lot size, or the samples exceed the lot.
    /// </exception>
    public OperatingCharacteristic(StagedPlan plan, RiskModel model, long? lotSize = null)
    {
        _plan = plan.Checked();
        _model = model;
        _lot = lotSize;
        if (lotSize is { } lot)
        {
            CodeLetters.CheckLot(lot);
            if (plan.Total > lot)
            {
                throw new Refused("refused.sampling.sample-exceeds-lot", Say(plan.Total), Say(lot))
                {
                    Field = "lotSize",
                };
            }
        }
        else if (model == RiskModel.Hypergeometric)
        {
            throw new Refused("refused.sampling.lot-size-needed") { Field = "lotSize" };
        }
    }

    /// <summary>The risks at a quality of the process.</summary>
    /// <param name="p">Fraction nonconforming, or mean nonconformities an item under <see
    /// cref="RiskModel.Poisson"/>.</param>
    /// <exception cref="Refused">p is outside its range, or the model counts items of a lot.</exception>
    public RiskPoint At(double p)
    {
        if (_model == RiskModel.Hypergeometric)
        {
            throw new Refused("refused.sampling.counts-not-fractions") { Field = "p" };
        }

        CheckQuality(p, _model);
        return _model == RiskModel.Binomial
            ? StageRisk.Of<BinomialSampling, Binomial>(_plan, new(p), p, _lot)
            : StageRisk.Of<PoissonSampling, Poisson>(_plan, new(p), p, _lot);
    }

    /// <summary>The risks when the lot holds a number of nonconforming items.</summary>
    /// <param name="nonconforming">0 to the lot size.</param>
    /// <exception cref="Refused">The count is impossible, or the model is not the hypergeometric one.</exception>
    public RiskPoint AtCount(long nonconforming)
    {
        if (_model != RiskModel.Hypergeometric)
        {
            throw new Refused("refused.sampling.fractions-not-counts") { Field = "d" };
        }

        var lot = _lot!.Value;
        return nonconforming < 0 || nonconforming > lot
            ? throw new Refused("refused.sampling.count-outside-lot", Say(nonconforming), Say(lot)) { Field = "d" }
            : StageRisk.Of<LotSampling, Hypergeometric>(
                _plan, new(lot, nonconforming), (double)nonconforming / lot, lot);
    }

    internal static void CheckQuality(double p, RiskModel model, string field = "p")
    {
        var most = model == RiskModel.Poisson ? LargestPoissonMean : 1;
        if (!(p >= 0 && p <= most))
        {
            throw new Refused(
                "refused.sampling.quality",
                p.ToString("R", CultureInfo.InvariantCulture),
                most.ToString("R", CultureInfo.InvariantCulture)) { Field = field };
        }
    }

    // A thousand nonconformities in an item: a hundred times the worst AQL.
    private const double LargestPoissonMean = 1000;

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
