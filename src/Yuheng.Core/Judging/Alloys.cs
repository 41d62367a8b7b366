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
        var wanted = Key(bracket > 0 ? name[..bracket] : name);
        var all = packs.All.SelectMany(p => p.Alloys.Select(a => (Pack: p, Alloy: a)))
            .Where(x => Key(x.Alloy.Name) == wanted || x.Alloy.Aliases.Any(a => Key(a) == wanted))
            .ToList();
        var inStandard = standard is null ? [] : packs.EditionsOf(standard);
        var first = all.FindIndex(x => inStandard.Contains(x.Pack));
        first = first >= 0 ? first : all.FindIndex(x => x.Pack.Id != "4ms-2025");
        return first >= 0 ? all[first] : all.Count > 0 ? all[0] : null;
    }

    private static string Key(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();
}
