using System.Text.Json.Serialization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Which of two markets asks more.</summary>
[JsonConverter(typeof(KebabEnum<GapSide>))]
public enum GapSide
{
    /// <summary>Both ask the same.</summary>
    Same,

    /// <summary>Only or more in the export market.</summary>
    Export,

    /// <summary>Only or more at home.</summary>
    Home,

    /// <summary>Asked in different forms: a person must compare.</summary>
    Different,
}

/// <summary>One characteristic in both markets.</summary>
public sealed record RequirementGap(string Id, Requirement? Export, Requirement? Home, GapSide Stricter);

/// <summary>Export and home alike: one lot judged against both at once, and the gap shown.</summary>
public static class RequirementGaps
{
    /// <summary>Both lists in one, each requirement once: what a lot for both markets is judged by.</summary>
    public static IReadOnlyList<Requirement> Together(
        IReadOnlyList<Requirement> export, IReadOnlyList<Requirement> home) =>
        [.. export, .. home.Where(h => export.All(e => e.Key != h.Key))];

    /// <summary>The gap, characteristic by characteristic.</summary>
    public static IReadOnlyList<RequirementGap> Between(
        IReadOnlyList<Requirement> export, IReadOnlyList<Requirement> home) =>
    [
        .. export.Concat(home).Select(r => r.Id).Distinct().Select(id =>
        {
            var abroad = export.FirstOrDefault(r => r.Id == id);
            var here = home.FirstOrDefault(r => r.Id == id);
            return new RequirementGap(id, abroad, here, Compare(abroad, here));
        }),
    ];

    private static GapSide Compare(Requirement? export, Requirement? home)
    {
        if (export is null || home is null)
        {
            return export is null ? GapSide.Home : GapSide.Export;
        }

        if (export.Limit is not { } a || home.Limit is not { } b)
        {
            return GapSide.Different;
        }

        // What tells is gathered from limit, pressure and duration: only where none contradicts another is a side
        // stricter.
        var signs = new[] { OfLimits(a, b), OfPressures(export, home), OfDurations(export, home) };
        return signs.Contains(null) || (signs.Contains(1) && signs.Contains(-1)) ? GapSide.Different
            : signs.Contains(1) ? GapSide.Export
            : signs.Contains(-1) ? GapSide.Home
            : GapSide.Same;
    }

    // 1: export is stricter; -1: home is; 0: the same; null: cannot be compared.
    private static int? OfLimits(RequirementLimit a, RequirementLimit b)
    {
        if (a.Kind != b.Kind)
        {
            return (a.Kind, b.Kind) switch
            {
                (LimitKind.NoneVisible, LimitKind.Maximum) => 1,
                (LimitKind.Maximum, LimitKind.NoneVisible) => -1,
                _ => null,
            };
        }

        return a.Kind switch
        {
            LimitKind.Maximum => Sign(b.Upper, b.Unit, a.Upper, a.Unit),
            LimitKind.Minimum => Sign(a.Lower, a.Unit, b.Lower, b.Unit),
            LimitKind.NoneVisible or LimitKind.Attribute => 0,
            _ => a.Lower == b.Lower && a.Upper == b.Upper && a.Elements.SequenceEqual(b.Elements) ? 0 : null,
        };
    }

    private static int? OfPressures(Requirement export, Requirement home) =>
        (export.TestPressure, home.TestPressure) switch
    {
        (null, null) => 0,
        ({ } a, { } b) => Math.Sign(a.Min.CompareTo(b.Min)),
        _ => null,
    };

    private static int? OfDurations(Requirement export, Requirement home) =>
        (export.MinDurationSeconds, home.MinDurationSeconds) switch
        {
            (null, null) => 0,
            ({ } a, { } b) => Math.Sign(a.CompareTo(b)),
            _ => null,
        };

    private static int? Sign(decimal? more, string? moreUnit, decimal? less, string? lessUnit)
    {
        var (a, b) = (new Reading(more!.Value, moreUnit!), new Reading(less!.Value, lessUnit!));
        return Unit.Get(a.Unit).Dimension == Unit.Get(b.Unit).Dimension ? Math.Sign(a.CompareTo(b)) : null;
    }
}
