using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>
/// An invitation by QR or link: whoever opens it once, in time, chooses a sign-in name and a password.
/// </summary>
public sealed class Invitation : IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>SHA-256 of the token in the link.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The party the person will act for.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>Roles to be given, comma-separated names of <see cref="Role"/>.</summary>
    public required string Roles { get; init; }

    /// <summary>The account to be recovered, where this renews a lost sign-in.</summary>
    public Guid? RecoversUserId { get; init; }

    /// <summary>Who invited.</summary>
    public required Guid InvitedBy { get; init; }

    /// <summary>Last instant.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
