using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers;

/// <summary>The two signed status lists, made again when a status changes or the list grows old.</summary>
public sealed class StatusLists(Database database, Zones zones, KeyRing keys, StatusChanges changes, TimeProvider time)
{
    /// <summary>How long a list may be relied on offline.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>A list is made again after this long at the latest.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (string Jwt, long Stamp, DateTimeOffset Made)> _made = new(
        StringComparer.Ordinal
    );
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The list of a purpose as <c>vc+jwt</c>.</summary>
    /// <exception cref="Refused">There is no such list.</exception>
    public async Task<string> Get(string purpose, CancellationToken cancellation)
    {
        if (purpose is not ("revocation" or "suspension"))
        {
            throw new Refused("refused.papers.status-list-not-found", purpose);
        }

        await _one.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            var stamp = changes.Stamp;
            if (!_made.TryGetValue(purpose, out var made) || made.Stamp != stamp || now - made.Made > Age)
            {
                made = (await Make(purpose, now, cancellation), stamp, now);
                _made[purpose] = made;
            }

            return made.Jwt;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<string> Make(string purpose, DateTimeOffset now, CancellationToken cancellation)
    {
        var issuer = await Issuer.Of(zones, cancellation);
        await using var db = database.Read(Sight.Whole(zones.Id));
        var set = db.Set<Credential>()
            .Where(c => purpose == "revocation" ? c.RevokedAt != null : c.SuspendedAt != null)
            .Select(c => c.StatusIndex);
        var bits = new BitstringStatusList(
            await db.Set<Credential>().MaxAsync(c => (int?)c.StatusIndex, cancellation) + 1 ?? 1
        );
        await foreach (var index in set.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            bits[index] = true;
        }

        var json = StatusListCredential.Compose(
            new StatusPublication(issuer.StatusAddress(purpose), issuer.Did, purpose, now, now + Life),
            bits
        );
        return CredentialIssue.AsJwt(json, keys.Current(issuer.Did));
    }
}

/// <summary>Counts changes of status in this process; caches hold the count that they were made under.</summary>
public sealed class StatusChanges
{
    private long _stamp;

    /// <summary>The count now.</summary>
    public long Stamp => Interlocked.Read(ref _stamp);

    /// <summary>A status changed.</summary>
    public void Raise() => Interlocked.Increment(ref _stamp);
}
