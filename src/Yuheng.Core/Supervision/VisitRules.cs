using System.Globalization;

namespace Yuheng.Core.Supervision;

/// <summary>
/// What holds for a visit to a firm: a budget a year, several matters in one visit, the code and number of the legal
/// system that it belongs to, two inspectors, and never a co-ordinating body, laboratory or third party as actor.
/// </summary>
public static class VisitRules
{
    private static readonly HashSet<string> MayInspect = ["inspector", "department-officer"];

    /// <summary>Checks a visit against what the firm has had this year.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="budget">Planned visits allowed in the year.</param>
    /// <param name="made">Planned visits already made in the year.</param>
    /// <exception cref="Refused">The rule that does not hold.</exception>
    public static void Check(Visit visit, int budget, int made)
    {
        if (!MayInspect.Contains(visit.ActorRole))
        {
            throw new Refused("refused.supervision.visit-actor", visit.ActorRole);
        }

        if (string.IsNullOrWhiteSpace(visit.LegalSystem) || string.IsNullOrWhiteSpace(visit.LegalNumber))
        {
            throw new Refused("refused.supervision.visit-number");
        }

        if (visit.Matters.Count == 0)
        {
            throw new Refused("refused.supervision.visit-matter");
        }

        if (visit.Cause is null && made >= budget)
        {
            throw new Refused(
                "refused.supervision.visit-budget",
                made.ToString(CultureInfo.InvariantCulture),
                budget.ToString(CultureInfo.InvariantCulture));
        }

        if (visit.Cause is { } cause && string.IsNullOrWhiteSpace(cause))
        {
            throw new Refused("refused.supervision.visit-cause");
        }
    }

    /// <summary>
    /// One visit a firm: the matters of a period, put together, firms in the order of their identifiers.
    /// </summary>
    public static IReadOnlyList<VisitProposal> Merge(IEnumerable<VisitMatter> matters) =>
    [
        .. matters
            .GroupBy(m => m.FirmId, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new VisitProposal(g.Key, [.. g.Select(m => m.MatterId).Order(StringComparer.Ordinal)])),
    ];
}

/// <summary>A visit to a firm.</summary>
/// <param name="FirmId">The firm.</param>
/// <param name="Matters">Lots to sample, corrections to check, levels to assess.</param>
/// <param name="ActorRole">Role of the body that inspects.</param>
/// <param name="LegalSystem">The legal case system that the visit belongs to.</param>
/// <param name="LegalNumber">Its code or number there.</param>
/// <param name="Cause">For a visit outside the plan: the cause (lead, alert, case). Null for a planned one.</param>
public sealed record Visit(
    string FirmId,
    IReadOnlyList<string> Matters,
    string ActorRole,
    string LegalSystem,
    string LegalNumber,
    string? Cause);

/// <summary>A matter that asks for a visit.</summary>
public sealed record VisitMatter(string FirmId, string MatterId);

/// <summary>One visit put together from several matters.</summary>
public sealed record VisitProposal(string FirmId, IReadOnlyList<string> Matters);
