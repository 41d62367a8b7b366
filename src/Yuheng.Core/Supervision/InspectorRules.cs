namespace Yuheng.Core.Supervision;

/// <summary>Who of the roster may go to a firm: nobody who works for it or is related to it, nobody on leave.</summary>
public static class InspectorRules
{
    /// <summary>Reason written for a relation; the record is public, so it does not say which.</summary>
    public const string Related = "related";

    /// <summary>Reason written for absence.</summary>
    public const string Absent = "absent";

    /// <summary>The exclusions of a visit, from what inspectors declared, in the order of their identifiers.</summary>
    public static IReadOnlyList<InspectorExclusion> Exclusions(string firmId, IEnumerable<InspectorOnDuty> roster) =>
    [
        .. roster
            .Where(i => i.IsAbsent || i.RelatedFirms.Contains(firmId))
            .OrderBy(i => i.PersonId, StringComparer.Ordinal)
            .Select(i => new InspectorExclusion(i.PersonId, i.RelatedFirms.Contains(firmId) ? Related : Absent)),
    ];

    /// <summary>Checks a pair before it goes: a relation declared after the draw stands the inspector down.</summary>
    /// <exception cref="Refused">One of the two is related to the firm.</exception>
    public static void Check(InspectorPair pair, string firmId, IEnumerable<InspectorOnDuty> roster)
    {
        var related = roster.FirstOrDefault(i =>
            (i.PersonId == pair.Lead || i.PersonId == pair.Second) && i.RelatedFirms.Contains(firmId));
        if (related is not null)
        {
            throw new Refused("refused.supervision.related-inspector", related.PersonId, firmId);
        }
    }
}

/// <summary>An inspector of the roster, with declared employers and other relations (firms by identifier).</summary>
public sealed record InspectorOnDuty(string PersonId, IReadOnlyCollection<string> RelatedFirms, bool IsAbsent = false);
