using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Requirements;

/// <summary>The list of packs.</summary>
public sealed record PackListModel(IReadOnlyList<(Pack Pack, PackPin Pin)> Packs, string SetHash);

/// <summary>One pack, with the edition before it.</summary>
public sealed record PackModel(
    Pack Pack, PackPin Pin, IReadOnlyList<PackLine> Lines, Pack? Before, IReadOnlyList<PackDifference> Differences);

/// <summary>
/// Reads packs: every number with clause, source and certainty, and what changed since the edition before.
/// </summary>
internal static class PackReader
{
    public static Task<IResult> List(HttpContext http)
    {
        var packs = http.RequestServices.GetService<PackSet>() ?? PackSet.Embedded;
        var rows = packs.All.OrderBy(p => p.Standard, StringComparer.Ordinal)
            .ThenBy(p => p.Edition, StringComparer.Ordinal).Select(p => (p, packs.PinOf(p))).ToList();
        return Task.FromResult(Page.Show<PackListPage>(new PackListModel(rows, packs.Hash)));
    }

    public static Task<IResult> Show(string id, HttpContext http)
    {
        var packs = http.RequestServices.GetService<PackSet>() ?? PackSet.Embedded;
        var pack = packs.All.FirstOrDefault(p => p.Id == id)
            ?? throw new Refused("refused.requirements.pack-not-found", id);
        var editions = packs.EditionsOf(pack.Standard);
        var at = editions.ToList().IndexOf(pack);
        var before = at > 0 ? editions[at - 1] : null;
        return Task.FromResult(Page.Show<PackPage>(new PackModel(pack, packs.PinOf(pack), PackLines.Of(pack), before,
            before is null ? [] : PackLines.Differences(before, pack))));
    }
}
