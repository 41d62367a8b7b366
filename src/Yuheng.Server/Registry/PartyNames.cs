using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>Names of parties for lists.</summary>
[Door]
public static class PartyNames
{
    /// <summary>Names by id; ids that are not of this zone are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PartyName>> Of(
        Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await db.Set<Party>().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.NameZh, p.NameEn })
            .ToDictionaryAsync(p => p.Id, p => new PartyName(p.NameZh, p.NameEn), cancellation);
}

/// <summary>A party's name in both languages.</summary>
[Door]
public sealed record PartyName(string Zh, string En);
