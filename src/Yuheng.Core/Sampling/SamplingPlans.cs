namespace Yuheng.Core.Sampling;

/// <summary>Finds plans in the master tables, following arrows and fall-backs as the standard says.</summary>
public static class SamplingPlans
{
    /// <summary>The plan of a request.</summary>
    /// <exception cref="Refused">A member is not offered; <see cref="Refused.Field"/> names it.</exception>
    public static SamplingPlan Find(PlanRequest request)
    {
        var standard = Standards.Find(request.Standard);
        var aql = AqlSeries.IndexOf(request.Aql);
        CheckOffered(standard, request, aql);
        if (request.CodeLetter is { } given)
        {
            return request.LotSize is null && request.Level is null
                ? InTable(standard, request, given, aql)
                : throw new Refused("refused.sampling.lot-or-letter") { Field = "codeLetter" };
        }

        if (request.LotSize is not { } lot || request.Level is not { } level)
        {
            throw new Refused("refused.sampling.lot-or-letter") { Field = request.Level is null ? "level" : "lotSize" };
        }

        var letter = CodeLetters.For(lot, level);
        return letter is null ? WholeLot(standard, request) : InTable(standard, request, letter, aql);
    }

    /// <summary>
    /// The plan of another letter for the same lot: where several classes share one sample, the letter with the largest
    /// sample may serve them all (ISO 2859-1, 10.3). Arrows are followed from that letter.
    /// </summary>
    /// <exception cref="Refused">A member is not offered, or the letter is none.</exception>
    public static SamplingPlan FindAt(PlanRequest request, string letter)
    {
        var standard = Standards.Find(request.Standard);
        var aql = AqlSeries.IndexOf(request.Aql);
        CheckOffered(standard, request, aql);
        return InTable(standard, request, letter, aql);
    }

    private static void CheckOffered(SamplingStandard standard, PlanRequest request, int aql)
    {
        if (request.Plan is < PlanKind.Single or > PlanKind.Multiple)
        {
            throw new Refused("refused.sampling.plan-unknown") { Field = "plan" };
        }

        if (request.Severity is < Severity.Normal or > Severity.Reduced)
        {
            throw new Refused("refused.sampling.severity-unknown") { Field = "severity" };
        }

        if (standard.SingleUpTo is { } last && (request.Plan != PlanKind.Single || aql > AqlSeries.IndexOf(last)))
        {
            throw new Refused("refused.sampling.edition-partly-known", standard.Name, AqlSeries.Values[0], last)
            {
                Field = request.Plan != PlanKind.Single ? "plan" : "aql",
            };
        }
    }

    private static SamplingPlan InTable(SamplingStandard standard, PlanRequest request, string letter, int aql)
    {
        var found = standard.Tables.Find(request.Plan, request.Severity, CodeLetters.IndexOf(letter), aql);
        return found is null
            ? throw new Refused("refused.sampling.letter-s-only-by-arrow") { Field = "codeLetter" }
            : new SamplingPlan(
                request,
                standard.Edition,
                letter,
                found.Letter,
                found.Used,
                found.SampleSizes,
                found.Ac,
                found.Re,
                found.Confidence);
    }

    // One item is no lot to sample from (table 1 begins at 2): it is inspected, and accepted when it conforms.
    private static SamplingPlan WholeLot(SamplingStandard standard, PlanRequest request) =>
        new(request, standard.Edition, null, null, PlanKind.Single, [1], [0], [1], Confidence.High);
}
