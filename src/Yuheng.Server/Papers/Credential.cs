using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Papers;

/// <summary>
/// A lot quality verification credential (批次质量信息核验凭证) as issued: the signed bytes and where its status stands.
/// </summary>
[Door]
public sealed class Credential : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Number: zone code, year, counter; unique by construction.</summary>
    public required string Number { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Code for typing by hand; its last character checks the rest.</summary>
    public required string ShortCode { get; init; }

    /// <summary>Place in the status lists.</summary>
    public required int StatusIndex { get; init; }

    /// <summary>The credential as <c>vc+jwt</c>.</summary>
    public required string Jwt { get; init; }

    /// <summary>Whether the lot was sampled; else its documents were checked.</summary>
    public required bool Drawn { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Last instant of its validity.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Suspended since; null while it stands.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>The credential that replaces it.</summary>
    public string? ReplacedBy { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Tables of the papers module.</summary>
internal static class PapersTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Credential>(e =>
        {
            e.ToTable("papers_credential");
            e.HasKey(x => new { x.ZoneId, x.Number });
            e.HasIndex(x => new { x.ZoneId, x.ShortCode }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.LotId });
        });
        builder.Entity<Prints.IssuedPaper>(e =>
        {
            e.ToTable("papers_issued");
            e.HasKey(x => new { x.ZoneId, x.Number });
            e.HasIndex(x => new { x.ZoneId, x.LotId });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.IssuedAt });
        });
        builder.Entity<JournalCursor>(e =>
        {
            e.ToTable("papers_cursor");
            e.HasKey(x => new { x.ZoneId, x.Name });
        });
    }
}

/// <summary>How far a consumer has read the journal.</summary>
public sealed class JournalCursor : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Who reads.</summary>
    public required string Name { get; init; }

    /// <summary>Last entry read.</summary>
    public required long Seq { get; set; }
}
