using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Judging;
using Yuheng.Server.Data;

namespace Yuheng.Server.Requirements;

/// <summary>
/// A person's confirmation, for the zone, of a limit that is not certain: who, on what ground, since when, and for
/// which
/// content of the pack. Until it is there, such a limit issues nothing.
/// </summary>
[Door]
public sealed class Confirmation : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the confirmation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the requirement: <c>shell@gb-t-13927-2022</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of the pack that was confirmed; another content asks anew.</summary>
    public required string PackHash { get; init; }

    /// <summary>Who confirmed it.</summary>
    public required Guid By { get; init; }

    /// <summary>On what ground.</summary>
    public required string Reason { get; init; }

    /// <summary>The zone's day.</summary>
    public required DateOnly Day { get; init; }
}

/// <summary>The requirements module's tables.</summary>
[Door]
internal static class RequirementsTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<Confirmation>(e =>
    {
        e.ToTable("requirements_confirmation");
        e.HasKey(x => new { x.ZoneId, x.Id });
        e.HasIndex(x => new { x.ZoneId, x.Key });
    });
}

/// <summary>What others may ask of the confirmations.</summary>
[Door]
public static class Confirmations
{
    /// <summary>The confirmations of some requirements as they were recorded, oldest first.</summary>
    internal static async Task<IReadOnlyList<Confirmation>> Rows(
        Db db, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        await db.Set<Confirmation>().AsNoTracking().Where(c => keys.Contains(c.Key))
            .OrderBy(c => c.Id).ToListAsync(cancellation);

    /// <summary>The confirmations of some requirements, in the engine's shape.</summary>
    public static async Task<IReadOnlyList<LimitConfirmation>> Of(
        Db db, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var rows = await db.Set<Confirmation>().AsNoTracking().Where(c => keys.Contains(c.Key))
            .OrderBy(c => c.Id).ToListAsync(cancellation);
        return [.. rows.Select(r => new LimitConfirmation(r.Key, r.PackHash, r.By.ToString(), r.Reason, r.Day))];
    }
}
