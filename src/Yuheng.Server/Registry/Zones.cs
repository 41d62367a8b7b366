using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// The zone that this server serves, found once and kept: one server, one zone, many zones in one schema.
/// </summary>
[Door]
public sealed class Zones(Database database, TimeProvider time)
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private Zone? _zone;

    /// <summary>The zone, or null while none has been set up.</summary>
    public Zone? Current => _zone ??= Find();

    /// <summary>The zone's id, or empty while none has been set up.</summary>
    public Guid Id => Current?.ZoneId ?? Guid.Empty;

    /// <summary>
    /// The zone's day: deadlines, dated packs and validity follow it, whatever the server's clock zone.
    /// </summary>
    public DateOnly Today => DayOf(time.GetUtcNow());

    /// <summary>The zone's day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, China).DateTime);

    /// <summary>The value of a setting in force now, or null.</summary>
    public async Task<string?> Setting(string name, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(Id));
        var now = time.GetUtcNow();
        return await db.Set<ZoneSetting>()
            .Where(s => s.Name == name && s.ValidFrom <= now)
            .OrderByDescending(s => s.ValidFrom)
            .Select(s => s.Value)
            .FirstOrDefaultAsync(cancellation);
    }

    private Zone? Find()
    {
        using var db = database.Read(Sight.Whole(Guid.Empty));
        return db.Set<Zone>().IgnoreQueryFilters().TagWith("crosses zones").OrderBy(z => z.CreatedAt).FirstOrDefault();
    }
}
