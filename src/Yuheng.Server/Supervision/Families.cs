using Yuheng.Core.Packs;

namespace Yuheng.Server.Supervision;

/// <summary>
/// Product families of levels, risk and figures: coarser than valve types, so that a firm has few of them.
/// </summary>
[Door]
internal static class Families
{
    /// <summary>Traits that decide, the first that a type has; a type without any of them is a plain valve.</summary>
    private static readonly (string Trait, string Family)[] Deciding =
    [
        ("gas", "gas-valve"),
        ("tap", "tap"),
        ("potable", "potable-valve"),
    ];

    private const string Plain = "valve";

    /// <summary>All families.</summary>
    public static IReadOnlyList<string> All { get; } = [Plain, .. Deciding.Select(d => d.Family)];

    /// <summary>The family of a valve type or of a product family of the catalogue.</summary>
    public static string Of(string valveType)
    {
        var known = PackSet.Embedded.Catalogue.Families;
        var found =
            known.FirstOrDefault(f => f.Code == valveType) ?? known.FirstOrDefault(f => f.ValveType == valveType);
        return Deciding.Where(d => found?.Traits.Contains(d.Trait) == true).Select(d => d.Family).FirstOrDefault(Plain);
    }
}
