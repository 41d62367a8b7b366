using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>Finds who a session's or an API key's person is, with the roles in force today.</summary>
internal sealed class Viewers(Database database, Zones zones, TimeProvider time)
{
    /// <summary>
    /// How long a found viewer is trusted without asking the database: bounds how late a removal bites.
    /// </summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    /// <summary>Found viewers kept at most; beyond it all are dropped and found again.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, (Viewer Viewer, DateTimeOffset Until)> _known = new(
        StringComparer.Ordinal
    );

    /// <summary>The person of a live session, or null.</summary>
    public Task<Viewer?> OfSession(string key, CancellationToken cancellation) =>
        Cached(
            "s" + key,
            async db =>
            {
                var hash = Secrets.Hash(key);
                var now = time.GetUtcNow();
                var session = await db.Set<Session>()
                    .SingleOrDefaultAsync(s => s.KeyHash == hash && s.ExpiresAt > now, cancellation);
                if (session is null)
                {
                    return null;
                }

                var user = await db.Set<User>().SingleAsync(u => u.Id == session.UserId, cancellation);
                return user.SecurityStamp == session.SecurityStamp ? await Of(db, user, cancellation) : null;
            }
        );

    /// <summary>The person of a live API key, or null.</summary>
    public Task<Viewer?> OfApiKey(string key, CancellationToken cancellation) =>
        Cached(
            "k" + key,
            async db =>
            {
                var hash = Secrets.Hash(key);
                var found = await db.Set<ApiKey>()
                    .SingleOrDefaultAsync(k => k.KeyHash == hash && k.RevokedAt == null, cancellation);
                return found is null
                    ? null
                    : await Of(
                        db,
                        await db.Set<User>().SingleAsync(u => u.Id == found.UserId, cancellation),
                        cancellation
                    );
            }
        );

    /// <summary>The viewer that a person is today; null for one who has left.</summary>
    public async Task<Viewer?> Of(Db db, User user, CancellationToken cancellation)
    {
        if (user.LeftAt is not null)
        {
            return null;
        }

        var today = zones.Today;
        var party = await db.Set<Party>().SingleAsync(p => p.Id == user.PartyId, cancellation);
        var roles = await db.Set<UserRole>().Where(r => r.UserId == user.Id).ToListAsync(cancellation);
        return new Viewer(
            zones.Id,
            user.Id,
            party.Id,
            party.Kind,
            user.Name,
            party.NameZh,
            [
                .. roles
                    .Where(r => r.ValidFrom <= today && (r.ValidTo is null || r.ValidTo >= today))
                    .Select(r => r.Role),
            ],
            Language.Chinese
        );
    }

    /// <summary>Forgets a session or key at once: signing out must not wait.</summary>
    public void Forget(string key)
    {
        _known.TryRemove("s" + key, out _);
        _known.TryRemove("k" + key, out _);
    }

    /// <summary>Forgets everyone: roles or accounts were changed.</summary>
    public void ForgetAll() => _known.Clear();

    private async Task<Viewer?> Cached(string key, Func<Db, Task<Viewer?>> find)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && known.Until > now)
        {
            return known.Viewer;
        }

        await using var db = database.Read(Sight.Whole(zones.Id));
        var viewer = await find(db);
        if (viewer is null)
        {
            _known.TryRemove(key, out _);
            return null;
        }

        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[key] = (viewer, now + Kept);
        return viewer;
    }
}
