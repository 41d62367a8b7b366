using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>What others may ask of people.</summary>
[Door]
public static class People
{
    /// <summary>Whether a person of the zone holds a role that has not ended.</summary>
    public static Task<bool> Holds(Db db, Guid userId, Role role, CancellationToken cancellation) =>
        db.Set<UserRole>().AnyAsync(r => r.UserId == userId && r.Role == role && r.ValidTo == null, cancellation);

    /// <summary>People who hold a role now, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Holding(Db db, Role role, CancellationToken cancellation) =>
        await db.Set<UserRole>().Where(r => r.Role == role && r.ValidTo == null)
            .Join(
                db.Set<User>().Where(u => u.LeftAt == null),
                r => new { r.ZoneId, Id = r.UserId },
                u => new { u.ZoneId, u.Id },
                (_, u) => u)
            .OrderBy(u => u.Name).Take(MostPeople)
            .Select(u => new Person(u.Id, u.PartyId, u.Name)).ToListAsync(cancellation);

    /// <summary>Names of people by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(
        Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await db.Set<User>().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellation);

    /// <summary>A list to choose from does not get longer than this.</summary>
    private const int MostPeople = 500;
}

/// <summary>A person as other modules see one.</summary>
[Door]
public sealed record Person(Guid Id, Guid PartyId, string Name);
