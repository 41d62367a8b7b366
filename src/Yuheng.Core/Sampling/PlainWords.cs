using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>What a plan and its result mean, in sentences for people who do not know sampling.</summary>
public static class PlainWords
{
    // Up to here an AQL may mean percent nonconforming; beyond it only nonconformities in a hundred items.
    private const string LastPercentAql = "10";

    /// <summary>What was found, what was allowed, what was decided, and what the sample could have missed.</summary>
    /// <param name="plan">The plan of the lot.</param>
    /// <param name="found">Nonconforming items of each stage, not cumulative.</param>
    /// <exception cref="Refused">A number is negative.</exception>
    public static IReadOnlyList<Phrase> For(SamplingPlan plan, IReadOnlyList<long> found)
    {
        var decision = Deciding.Decide(plan, found);
        var drawn = plan.SampleSizes.Take(decision.Stage).Sum(n => (long)n);
        var seen = Say(plan.Request.LotSize is { } lot ? Math.Min(lot, drawn) : drawn);
        var total = Say(decision.Found);
        if (decision.Decision == LotDecision.Continue)
        {
            return [Phrase.Of("sampling.words.continue", total, seen, Say(plan.SampleSizes[decision.Stage]))];
        }

        var stage = decision.Stage - 1;
        var verdict = decision.Decision == LotDecision.NotAccept
            ? Phrase.Of("sampling.words.not-accepted", total, seen, Say(plan.Re[stage]))
            : decision.InGap
                ? Phrase.Of("sampling.words.accepted-in-gap", total, seen, Say(plan.Re[stage]))
                : Phrase.Of("sampling.words.accepted", total, seen, Say(plan.Ac[stage]!.Value));
        return [verdict, OneInTen(plan)];
    }

    /// <summary>The risks of a plan before anything is drawn: at the AQL, and one time in ten.</summary>
    public static IReadOnlyList<Phrase> Risks(SamplingPlan plan)
    {
        if (plan.InspectAll)
        {
            return [OneInTen(plan)];
        }

        var quality = double.Parse(plan.Request.Aql, CultureInfo.InvariantCulture) / 100;
        var pa = new OperatingCharacteristic(StagedPlan.Of(plan), ModelOf(plan)).At(quality).Pa;
        var code = ModelOf(plan) == RiskModel.Binomial ? "sampling.words.at-aql" : "sampling.words.at-aql-hundred";
        return [Phrase.Of(code, plan.Request.Aql, Digits(pa * 100, 3)), OneInTen(plan)];
    }

    /// <summary>
    /// What to say of a lot that stands alone: the protection of these tables lies in their switching.
    /// </summary>
    public static Phrase OfIsolatedLot(SamplingPlan plan) =>
        Phrase.Of("sampling.words.isolated", plan.Standard);

    /// <summary>The model in which the AQL of a plan is meant: items up to 10, nonconformities beyond.</summary>
    public static RiskModel ModelOf(SamplingPlan plan) =>
        AqlSeries.IndexOf(plan.Request.Aql) <= AqlSeries.IndexOf(LastPercentAql)
            ? RiskModel.Binomial
            : RiskModel.Poisson;

    /// <summary>A number with so many digits that count, without an exponent: 7.3, 0.18, 12.</summary>
    internal static string Digits(double value, int digits)
    {
        if (value == 0)
        {
            return "0";
        }

        var places = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, places).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    // A whole lot leaves no risk of sampling. Otherwise the quality of which one lot in ten still passes.
    private static Phrase OneInTen(SamplingPlan plan)
    {
        if (plan.InspectAll)
        {
            return Phrase.Of("sampling.words.every-item");
        }

        var quality = RiskCurve.QualityAt(StagedPlan.Of(plan), ModelOf(plan), 0.10);
        var code = ModelOf(plan) == RiskModel.Binomial
            ? "sampling.words.one-in-ten"
            : "sampling.words.one-in-ten-hundred";
        return Phrase.Of(code, Digits(quality * 100, 2));
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
