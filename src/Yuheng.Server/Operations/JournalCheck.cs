using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>What recomputing a zone's chain found.</summary>
/// <param name="ZoneId">The zone.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="BrokenAt">Number of the first entry that does not follow from the one before it, or null.</param>
internal sealed record JournalState(Guid ZoneId, long Entries, long? BrokenAt);

/// <summary>
/// <c>journal verify</c>: recomputes every zone's hash chain from its first entry and compares it with the stored
/// hashes, the numbers without gaps, and the head.
/// </summary>
internal static class JournalCheck
{
    public static async Task<int> Run(VerbCall call)
    {
        if (call.Words is not ["verify"])
        {
            return await call.Usage("operations.journal.usage");
        }

        await using var database = call.Open();
        var states = await All(database, CancellationToken.None);
        foreach (var state in states)
        {
            await (state.BrokenAt is { } at
                ? call.Say("operations.journal.broken", state.ZoneId.ToString(), Number(at))
                : call.Say("operations.journal.whole", state.ZoneId.ToString(), Number(state.Entries)));
        }

        return states.All(s => s.BrokenAt is null) ? 0 : 1;
    }

    /// <summary>Recomputes the chain of every zone that has entries.</summary>
    public static async Task<IReadOnlyList<JournalState>> All(Database database, CancellationToken cancellation)
    {
        await using var across = database.Read(Sight.Whole(Guid.Empty));
        var zones = await across.Set<JournalEntry>().IgnoreQueryFilters().TagWith("crosses zones")
            .Select(e => e.ZoneId).Distinct().ToListAsync(cancellation);
        var heads = await across.Set<JournalHead>().IgnoreQueryFilters().TagWith("crosses zones")
            .Select(e => e.ZoneId).ToListAsync(cancellation);
        var states = new List<JournalState>();
        foreach (var zone in zones.Union(heads).Order())
        {
            states.Add(await Zone(database, zone, cancellation));
        }

        return states;
    }

    private static async Task<JournalState> Zone(Database database, Guid zone, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zone));
        var head = await db.Set<JournalHead>().SingleOrDefaultAsync(cancellation);
        var previous = new byte[JournalEntry.HashBytes];
        long seq = 0;
        var entries = db.Set<JournalEntry>().OrderBy(e => e.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (entry.Seq != seq + 1 || !JournalEntry.Chain(previous, entry).AsSpan().SequenceEqual(entry.Hash))
            {
                return new JournalState(zone, seq, seq + 1);
            }

            (seq, previous) = (entry.Seq, entry.Hash);
        }

        // A cut-off end leaves a head that no entry has.
        return head is not null && head.Seq == seq && head.Hash.AsSpan().SequenceEqual(previous)
            ? new JournalState(zone, seq, null)
            : new JournalState(zone, seq, seq + 1);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
