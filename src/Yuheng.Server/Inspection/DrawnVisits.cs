using Yuheng.Core.Supervision;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Draws the two inspectors of each visit of a round: one visit a firm, however many of its lots were drawn.
/// </summary>
internal static class DrawnVisits
{
    /// <summary>
    /// The record with its visits. A firm for which fewer than two inspectors remain has none here: its visit is
    /// arranged by hand.
    /// </summary>
    public static DrawRecord Add(
        DrawRecord record, IReadOnlyList<Lot> lots, IReadOnlyList<InspectorOnDuty> roster)
    {
        var seed = record.DeriveSeed();
        var firms = lots.Select(l => l.FirmId.ToString()).Distinct().Order(StringComparer.Ordinal);
        return record with { Visits = [.. firms.Select(Visit).OfType<DrawnVisit>()] };

        DrawnVisit? Visit(string firm)
        {
            var excluded = InspectorRules.Exclusions(firm, roster);
            return roster.Count - excluded.Count < 2
                ? null
                : DrawnVisit.Of(seed, firm, record.Roster, new VisitBars(excluded, []));
        }
    }
}
