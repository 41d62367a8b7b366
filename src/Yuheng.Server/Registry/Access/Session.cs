using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>A session kept on the server: the cookie holds only its key, and signing out ends it everywhere.</summary>
public sealed class Session : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Whose session.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The security stamp it was made under.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When it ends unless used again.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
