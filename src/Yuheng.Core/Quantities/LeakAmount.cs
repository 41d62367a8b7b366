namespace Yuheng.Core.Quantities;

/// <summary>The volume of a drop and of a bubble as one edition of one standard counts them (mm³).</summary>
/// <param name="DropMm3">Volume of a drop; null where the edition gives none.</param>
/// <param name="BubbleMm3">Volume of a bubble; null where the edition gives none.</param>
public sealed record LeakVolumes(decimal? DropMm3, decimal? BubbleMm3);

/// <summary>Leakage from what was really seen: a rate, or a count with the time it was counted over.</summary>
public static class LeakAmount
{
    /// <summary>
    /// The exact leakage in mm³/s, or null where it cannot be known: a count without its time, or a drop or bubble
    /// whose
    /// volume the edition does not give.
    /// </summary>
    public static Ratio? InMm3PerSecond(Reading reading, Reading? observed, LeakVolumes volumes)
    {
        var unit = Unit.Get(reading.Unit);
        return unit.Dimension switch
        {
            Dimension.Leakage => reading.InBase(),
            Dimension.Drops when volumes.DropMm3 is { } drop => reading.InBase() * Ratio.Of(drop),
            Dimension.Bubbles when volumes.BubbleMm3 is { } bubble => reading.InBase() * Ratio.Of(bubble),
            Dimension.DropCount => PerTime(reading, observed, volumes.DropMm3),
            Dimension.BubbleCount => PerTime(reading, observed, volumes.BubbleMm3),
            _ => null,
        };
    }

    private static Ratio? PerTime(Reading count, Reading? observed, decimal? volume) =>
        volume is { } each && observed is { Value: > 0 }
            ? Ratio.Of(count.Value) * Ratio.Of(each) / observed.InBase()
            : null;
}
