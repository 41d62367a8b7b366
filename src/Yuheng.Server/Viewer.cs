using System.Collections.Immutable;
using Yuheng.Core;

namespace Yuheng.Server;

/// <summary>
/// Who asks: one person acting for one party in one zone. Every query and command is made for a viewer.
/// </summary>
/// <param name="ZoneId">The zone; every row carries it.</param>
/// <param name="UserId">The person, or the owner of the API key.</param>
/// <param name="PartyId">The party acted for; a firm's people see that firm's rows only.</param>
/// <param name="PartyKind">What kind of party that is; null for someone who has not signed in.</param>
/// <param name="Name">The person's name as shown.</param>
/// <param name="PartyName">The party's name as shown.</param>
/// <param name="Roles">Roles in force today.</param>
/// <param name="Language">Language of texts.</param>
public sealed record Viewer(
    Guid ZoneId,
    Guid UserId,
    Guid PartyId,
    PartyKind? PartyKind,
    string Name,
    string PartyName,
    ImmutableHashSet<Role> Roles,
    Language Language)
{
    /// <summary>Someone who has not signed in.</summary>
    public static Viewer Anonymous(Guid zoneId, Language language) =>
        new(zoneId, Guid.Empty, Guid.Empty, null, "", "", [], language);

    /// <summary>Whether a person has signed in.</summary>
    public bool IsSignedIn => UserId != Guid.Empty;

    /// <summary>Whether the person acts for a firm, and so is held to that firm's rows.</summary>
    public bool ActsForFirm => PartyKind == Server.PartyKind.Enterprise;

    /// <summary>Whether the person holds one of the roles.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
