namespace Yuheng.Server.Shell;

/// <summary>What every page shows of its zone.</summary>
/// <param name="Name">The zone's name in the header.</param>
/// <param name="Synthetic">Whether the data are made up: every page then carries a banner that cannot be
/// missed.</param>
/// <param name="TimeZone">The zone's day: today, deadlines and dated packs follow it.</param>
public sealed record ZoneFace(string Name, bool Synthetic, TimeZoneInfo TimeZone)
{
    /// <summary>No zone yet: the product alone, on Chinese time.</summary>
    public static ZoneFace None { get; } = new("", false, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
