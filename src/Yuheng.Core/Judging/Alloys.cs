using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>Finding an alloy in the packs by designation.</summary>
public static class Alloys
{
    /// <summary>
    /// The alloy of a designation, in the given standard where it lists it, else in the first that does; what stands in
    /// brackets behind the name is a remark. Null where no pack knows it.
    /// </summary>
    public static (Pack Pack, Alloy Alloy)? Find(PackSet packs, string name, string? standard)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var wanted = PackSet.AlloyKey(bracket > 0 ? name[..bracket] : name);
        if (!packs.Alloys.TryGetValue(wanted, out var all))
        {
            return null;
        }

        var inStandard = standard is null ? [] : packs.EditionsOf(standard);
        foreach (var found in all)
        {
            if (inStandard.Contains(found.Pack))
            {
                return found;
            }
        }

        // A positive list repeats alloys for its own end; the standard of the material, by which lots are tested, goes
        // first.
        return all.FirstOrDefault(x => x.Pack.Purposes.Contains("lot-sample"), all[0]);
    }
}
