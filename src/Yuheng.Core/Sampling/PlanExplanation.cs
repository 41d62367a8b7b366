using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>The reasons of a plan as phrases, in the order in which the standard is read.</summary>
internal static class PlanExplanation
{
    public static IReadOnlyList<Phrase> Of(SamplingPlan plan)
    {
        var request = plan.Request;
        var reasons = new List<Phrase>();
        if (plan.CodeLetter is null)
        {
            reasons.Add(Phrase.Of("sampling.lot-of-one"));
            return reasons;
        }

        if (request.LotSize is { } lot && request.Level is { } level)
        {
            reasons.Add(Phrase.Of("sampling.letter", Say(lot), level, plan.CodeLetter, plan.Standard));
        }

        if (plan.FinalLetter != plan.CodeLetter)
        {
            var down = CodeLetters.IndexOf(plan.FinalLetter!) > CodeLetters.IndexOf(plan.CodeLetter);
            reasons.Add(Phrase.Of(
                down ? "sampling.arrow-down" : "sampling.arrow-up",
                plan.CodeLetter,
                request.Aql,
                plan.FinalLetter!,
                Say(plan.SampleSizes[0])));
        }

        if (plan.PlanUsed != request.Plan)
        {
            var code = $"sampling.fall-back-{Word(request.Plan)}-{Word(plan.PlanUsed)}";
            reasons.Add(Phrase.Of(code, plan.FinalLetter!));
        }

        AddNumbers(plan, reasons);
        AddCautions(plan, reasons);
        return reasons;
    }

    private static void AddNumbers(SamplingPlan plan, List<Phrase> reasons)
    {
        if (plan.PlanUsed == PlanKind.Single)
        {
            reasons.Add(Phrase.Of(
                "sampling.single", Say(plan.SampleSizes[0]), Say(plan.Ac[0]!.Value), Say(plan.Re[0])));
        }
        else
        {
            reasons.Add(Phrase.Of(
                "sampling.stages",
                Say(plan.SampleSizes.Length),
                Say(plan.SampleSizes[0]),
                string.Join(", ", plan.Ac.Select(ac => ac is { } number ? Say(number) : "#")),
                string.Join(", ", plan.Re.Select(re => Say(re)))));
        }

        if (plan.PlanUsed == PlanKind.Single && plan.Re[0] > plan.Ac[0]!.Value + 1)
        {
            reasons.Add(Phrase.Of("sampling.reduced-gap", Say(plan.Ac[0]!.Value), Say(plan.Re[0])));
        }

        if (plan.InspectAll)
        {
            reasons.Add(Phrase.Of("sampling.whole-lot", Say(plan.SampleSizes[0]), Say(plan.Request.LotSize!.Value)));
        }
    }

    private static void AddCautions(SamplingPlan plan, List<Phrase> reasons)
    {
        if (Standards.Find(plan.Standard).SingleUpTo is not null && plan.Request.LotSize is not null)
        {
            reasons.Add(Phrase.Of("sampling.table-1-of-1999", plan.Standard));
        }

        if (plan.Confidence != Confidence.High)
        {
            reasons.Add(Phrase.Of(
                plan.Confidence == Confidence.Low ? "sampling.confidence-low" : "sampling.confidence-medium",
                plan.Standard));
        }
    }

    private static string Word(PlanKind plan) => plan.ToString().ToLowerInvariant();

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
