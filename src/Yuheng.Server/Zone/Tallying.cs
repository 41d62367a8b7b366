using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Supervision;

namespace Yuheng.Server.Zone;

/// <summary>
/// Keeps the figures up to date in the background: reads the journal behind a cursor, makes the rows of the lots that
/// changed, and adds up anew the days and firm-months that these rows lie in. A board then merges kept tallies and
/// reads no lot.
/// </summary>
internal sealed class Tallying(Commands commands, Registry.Zones zones)
{
    /// <summary>Journal entries taken in one pass; the rest come with the next.</summary>
    private const int MostEntries = 1000;

    /// <summary>Lots taken in one command when the figures begin.</summary>
    private const int OldLots = 200;

    private const string Cursor = "figures";

    /// <summary>Passes until nothing is new.</summary>
    public async Task CatchUp(CancellationToken cancellation)
    {
        if (zones.Current is null)
        {
            return;
        }

        var product = Viewer.Anonymous(zones.Id, Language.Chinese);
        await TakeOld(product, cancellation);
        while (await commands.RunUnrecorded(product, Pass, cancellation) == MostEntries)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Lots that are older than the figures, taken once, before the first entry is read.</summary>
    private async Task TakeOld(Viewer product, CancellationToken cancellation)
    {
        var after = 0L;
        while (
            await commands.RunUnrecorded(product, (work, c) => Old(work, after, c), cancellation) is var last
            && last > after
        )
        {
            after = last;
        }
    }

    private static async Task<long> Old(Work work, long after, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        if (await db.Set<ZoneCursor>().AnyAsync(c => c.Name == Cursor, cancellation))
        {
            return after;
        }

        var lots = await db.Set<Lot>()
            .AsNoTracking()
            .Where(l => l.Seq > after)
            .OrderBy(l => l.Seq)
            .Take(OldLots)
            .Select(l => new { l.Id, l.Seq })
            .ToListAsync(cancellation);
        await Take(work, [.. lots.Select(l => l.Id)], cancellation);
        return lots.Count == 0 ? after : lots[^1].Seq;
    }

    private static async Task<int> Pass(Work work, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var cursor = await db.Set<ZoneCursor>().SingleOrDefaultAsync(c => c.Name == Cursor, cancellation);
        var after = cursor?.Seq ?? 0;
        var until = await SupervisionView.ReadTo(db, cancellation);
        var entries = await db.Set<JournalEntry>()
            .AsNoTracking()
            .Where(e => e.Seq > after && e.Seq <= until)
            .OrderBy(e => e.Seq)
            .Take(MostEntries)
            .Select(e => new
            {
                e.Seq,
                e.Kind,
                e.SubjectId,
            })
            .ToListAsync(cancellation);
        if (entries.Count == 0)
        {
            return 0;
        }

        var lots = entries
            .Where(e => e.Kind.StartsWith("lot.", StringComparison.Ordinal))
            .Select(e => e.SubjectId)
            .Distinct()
            .ToList();
        await Take(work, lots, cancellation);
        if (cursor is null)
        {
            db.Add(
                new ZoneCursor
                {
                    ZoneId = work.Viewer.ZoneId,
                    Name = Cursor,
                    Seq = entries[^1].Seq,
                }
            );
        }
        else
        {
            cursor.Seq = entries[^1].Seq;
        }

        return entries.Count;
    }

    /// <summary>Makes the rows of lots anew, then the tallies that they lie in.</summary>
    private static async Task Take(Work work, List<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var db = work.Db;
        var old = await db.Set<FigureRow>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.LotId))
            .Select(r => new Place(r.Day, r.Month, r.FirmId))
            .ToListAsync(cancellation);
        var fresh = await Rows(db, ids, cancellation);
        await db.Set<FigureRow>().Where(r => ids.Contains(r.LotId)).ExecuteDeleteAsync(cancellation);
        foreach (var row in fresh)
        {
            await work.Insert(row, cancellation);
        }

        await AddUp(work, [.. old.Concat(fresh.Select(PlaceOf)).Distinct()], cancellation);
    }

    /// <summary>Adds up anew the days and firm-months in which rows lie.</summary>
    internal static Task AddUp(Work work, IEnumerable<FigureRow> rows, CancellationToken cancellation) =>
        AddUp(work, [.. rows.Select(PlaceOf).Distinct()], cancellation);

    private static Place PlaceOf(FigureRow row) => new(row.Day, row.Month, row.FirmId);

    private static async Task AddUp(Work work, List<Place> places, CancellationToken cancellation)
    {
        await AddUpDays(work, [.. places.Select(p => p.Day).Distinct()], cancellation);
        await AddUpFirms(work, places, cancellation);
    }

    private static async Task<List<FigureRow>> Rows(Db db, List<Guid> ids, CancellationToken cancellation)
    {
        var lots = await db.Set<Lot>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(cancellation);
        var judged = await db.Set<Judgement>()
            .AsNoTracking()
            .Where(j => ids.Contains(j.LotId) && j.Attempt == 1)
            .ToListAsync(cancellation);
        var modes = await SupervisionView.Modes(db, ids, cancellation);
        var complete = await db.Set<JournalEntry>()
            .AsNoTracking()
            .Where(e => ids.Contains(e.SubjectId) && e.Kind == "lot.documents-complete")
            .Select(e => e.SubjectId)
            .ToListAsync(cancellation);

        // The first verdict counts: one that could not be given stands only while no other follows on the same attempt.
        var first = judged
            .GroupBy(j => j.LotId)
            .ToDictionary(g => g.Key, g => g.OrderBy(j => j.Verdict == "indeterminate").ThenBy(j => j.At).First());
        return
        [
            .. lots.Select(l =>
                RowMaking.Make(
                    new LotStory(
                        l,
                        first.GetValueOrDefault(l.Id),
                        complete.Contains(l.Id),
                        modes.GetValueOrDefault(l.Id)
                    )
                )
            ),
        ];
    }

    private static async Task AddUpDays(Work work, List<int> days, CancellationToken cancellation)
    {
        var rows = await work
            .Db.Set<FigureRow>()
            .AsNoTracking()
            .Where(r => days.Contains(r.Day))
            .ToListAsync(cancellation);
        await work.Db.Set<DayTally>().Where(t => days.Contains(t.Day)).ExecuteDeleteAsync(cancellation);
        foreach (var group in rows.GroupBy(r => (r.Day, r.Family, r.Frame, r.Band)))
        {
            var tally = new LotTally();
            var expected = 0.0;
            foreach (var row in group.OrderBy(r => r.Seq).Select(r => (Lot: r.AsLotRow(), r.Expected)))
            {
                tally.Add(row.Lot);
                expected += LotIndicators.RoleOf("K01", row.Lot) == RowRole.None ? 0 : row.Expected;
            }

            var listed = MainPerformance.Default.Of(group.Key.Family).Characteristics.Count;
            await work.Insert(
                new DayTally
                {
                    ZoneId = work.Viewer.ZoneId,
                    Day = group.Key.Day,
                    Family = group.Key.Family,
                    Frame = group.Key.Frame,
                    Band = group.Key.Band,
                    Tally = tally.ToBytes(listed),
                    Expected = expected,
                },
                cancellation
            );
        }
    }

    private static async Task AddUpFirms(Work work, IReadOnlyList<Place> places, CancellationToken cancellation)
    {
        foreach (var month in places.GroupBy(p => p.Month))
        {
            var firms = month.Select(p => p.Firm).Distinct().ToList();
            var rows = await work
                .Db.Set<FigureRow>()
                .AsNoTracking()
                .Where(r => r.Month == month.Key && firms.Contains(r.FirmId))
                .ToListAsync(cancellation);
            await work
                .Db.Set<FirmMonthTally>()
                .Where(t => t.Month == month.Key && firms.Contains(t.FirmId))
                .ExecuteDeleteAsync(cancellation);
            foreach (var group in rows.GroupBy(r => (r.FirmId, r.Family)))
            {
                var roles = group.Select(r => LotIndicators.RoleOf("K01", r.AsLotRow())).ToArray();
                await work.Insert(
                    new FirmMonthTally
                    {
                        ZoneId = work.Viewer.ZoneId,
                        Month = month.Key,
                        FirmId = group.Key.FirmId,
                        Family = group.Key.Family,
                        Lots = roles.LongCount(r => r != RowRole.None),
                        Failed = roles.LongCount(r => r == RowRole.Denominator),
                    },
                    cancellation
                );
            }
        }
    }

    private sealed record Place(int Day, int Month, Guid Firm);
}

/// <summary>Runs the product's own pass over the figures.</summary>
internal sealed class TallyingService(Tallying tallying) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping; a pass half way is undone by its transaction and made at the next start.
        }
    }

    private async Task Try(CancellationToken stoppingToken)
    {
        try
        {
            await tallying.CatchUp(stoppingToken);
        }
        catch (Refused)
        {
            // The writer is busy, or someone changed the same row meanwhile: the next pass reads the same entries
            // again.
        }
    }
}
