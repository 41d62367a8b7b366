using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>A key for programs; only its hash is kept.</summary>
public sealed class ApiKey : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>The person in whose name it acts.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was ended.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
