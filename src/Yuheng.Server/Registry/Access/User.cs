using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>A person with an account, acting for one party.</summary>
public sealed class User : IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the person.</summary>
    public required Guid Id { get; init; }

    /// <summary>The party acted for.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; set; }

    /// <summary>Sign-in name, lower case.</summary>
    public required string UserName { get; set; }

    /// <summary>Hash of the password, or null for a person who uses only a passkey or an outside identity.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of credentials; sessions of an older stamp end.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int FailedCount { get; set; }

    /// <summary>No sign-in before this instant.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Left: the account stays for the records it signed, but cannot be used.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Subject at the outside identity provider, where one is bound.</summary>
    public string? OutsideSubject { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
