using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>Minimum durations from a pack's bands.</summary>
public static class Durations
{
    /// <summary>The row of a test for a type of valve; null where the pack does not give it.</summary>
    public static DurationRow? Row(Pack pack, string test, string? valveType) => pack.Durations.FirstOrDefault(d =>
        d.Test == test
            && (d.Valves == "any" ? valveType != "check" : d.Valves == (valveType == "check" ? "check" : "other")));

    /// <summary>Seconds for a nominal size.</summary>
    public static int Seconds(DurationRow row, int dn) =>
        row.Bands.First(b => b.DnTo is not { } to || dn <= to).Seconds;
}
