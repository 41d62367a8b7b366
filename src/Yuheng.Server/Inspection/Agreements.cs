using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>Inspection agreements of the zone: versions with the instant from which each is in force.</summary>
[Door]
public sealed class Agreements(Database database, TimeProvider time)
{
    private volatile IReadOnlyList<Agreement>? _known;

    /// <summary>The version in force at an instant.</summary>
    /// <exception cref="Refused">The zone has agreed on nothing yet: no lot can be planned.</exception>
    public async Task<Agreement> InForce(Guid zoneId, DateTimeOffset at, CancellationToken cancellation)
    {
        var known = _known ??= await Read(zoneId, cancellation);
        return known.LastOrDefault(a => a.ValidFrom <= at) ?? throw new Refused("refused.inspection.no-agreement");
    }

    /// <summary>All versions, oldest first.</summary>
    public async Task<IReadOnlyList<Agreement>> Read(Guid zoneId, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zoneId));
        return await db.Set<Agreement>()
            .OrderBy(a => a.ValidFrom)
            .ThenBy(a => a.Number)
            .Take(MostVersions)
            .ToListAsync(cancellation);
    }

    /// <summary>Puts a new version into force within a command.</summary>
    public async Task<Agreement> Add(Work work, AgreementTerms terms, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(terms, JournalJson.Options);
        var agreement = new Agreement
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Number = (int)await work.Next("agreement", cancellation),
            Terms = json,
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
            ValidFrom = work.Now,
            MadeBy = work.Viewer.UserId,
        };
        await work.Insert(agreement, cancellation);
        return agreement;
    }

    /// <summary>Forgets what was read; called after a new version is durable.</summary>
    public void Refresh() => _known = null;

    /// <summary>The instant now, to the microsecond, for callers that plan before their command runs.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>A zone changes its agreement a few times a year.</summary>
    private const int MostVersions = 1000;
}
