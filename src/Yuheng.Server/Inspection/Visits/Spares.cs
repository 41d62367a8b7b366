using Yuheng.Core.Supervision;

namespace Yuheng.Server.Inspection.Visits;

/// <summary>
/// Which numbers step in for missing units: the draw's next ones, in order, and for a missing one of these the next
/// again. The same marks always give the same numbers.
/// </summary>
internal static class Spares
{
    /// <summary>Missing units in the order in which they are reported, each with what steps in.</summary>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="lotId">The lot.</param>
    /// <param name="sample">Lot size and units drawn.</param>
    /// <param name="marked">Numbers marked as missing, drawn ones and such as stepped in.</param>
    public static IReadOnlyList<UnitReplacement> Of(
        DrawSeed seed, string lotId, UnitSample sample, IReadOnlySet<long> marked)
    {
        var missing = Draw.Units(seed, lotId, sample.LotSize, sample.Count).Where(marked.Contains).ToList();
        IReadOnlyList<UnitReplacement> replaced = [];

        // Each round reports at least one more missing unit, so there are no more rounds than marks.
        for (var round = 0; round <= marked.Count; round++)
        {
            replaced = missing.Count == 0 ? [] : Draw.Replace(seed, lotId, sample, missing);
            var further = replaced.Select(r => r.By).Where(by => marked.Contains(by) && !missing.Contains(by)).ToList();
            if (further.Count == 0)
            {
                break;
            }

            missing.AddRange(further);
        }

        return replaced;
    }
}
