using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Supervision;

/// <summary>
/// Reads the journal behind a cursor: a declared lot opens the level of its firm and family and keeps why it is
/// supervised so, a judged lot is an event of its firm's history, and an event that meets a trigger puts the level
/// under review. Deadlines that lapse are carried out here too.
/// </summary>
internal sealed class Watching(Commands commands, Registry.Zones zones)
{
    /// <summary>Entries read in one pass; the rest come with the next.</summary>
    public const int MostEntries = 500;

    /// <summary>Firms times valve types of a zone at most.</summary>
    private const int MostFamilies = 20_000;

    /// <summary>Heading of the zone's products: the scheme that holds for a level is that of its heading.</summary>
    public const string ZoneHeading = "8481";

    private const string Cursor = "supervision";

    /// <summary>One pass over what is new.</summary>
    /// <returns>How many entries were read.</returns>
    public async Task<int> Pass(CancellationToken cancellation)
    {
        if (zones.Current is null)
        {
            return 0;
        }

        var product = Viewer.Anonymous(zones.Id, Language.Chinese);
        var read = await commands.RunUnrecorded(product, Read, cancellation);
        await commands.RunUnrecorded(product, Lapse, cancellation);
        return read;
    }

    private static async Task<int> Read(Work work, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var cursor = await db.Set<SupervisionCursor>().SingleOrDefaultAsync(c => c.Name == Cursor, cancellation);
        var after = cursor?.Seq ?? 0;
        if (cursor is null)
        {
            await OpenLevels(work, cancellation);
        }

        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Seq > after).OrderBy(e => e.Seq)
            .Take(MostEntries).Select(e => new { e.Seq, e.Kind, e.SubjectId }).ToListAsync(cancellation);
        foreach (var entry in entries)
        {
            var task = entry.Kind switch
            {
                "lot.declared" => Declared(work, entry.SubjectId, cancellation),
                "lot.judged" => Judged(work, entry.SubjectId, cancellation),
                "draw.drawn" => PlannedVisits.Take(work, entry.SubjectId, cancellation),
                _ => Task.CompletedTask,
            };
            await task;
            await db.SaveChangesAsync(cancellation);
        }

        if (entries.Count > 0)
        {
            await Move(work, cursor, entries[^1].Seq, cancellation);
        }

        return entries.Count;
    }

    /// <summary>Levels of firms whose lots are older than this module, once.</summary>
    private static async Task OpenLevels(Work work, CancellationToken cancellation)
    {
        var made = await work.Db.Set<Lot>().Select(l => new { l.FirmId, l.ValveType }).Distinct().Take(MostFamilies)
            .ToListAsync(cancellation);
        foreach (var (firm, family) in made.Select(m => (m.FirmId, Families.Of(m.ValveType))).Distinct())
        {
            await Levels.Ensure(work, firm, family, cancellation);
        }

        await work.Db.SaveChangesAsync(cancellation);
    }

    private static async Task Move(
        Work work, SupervisionCursor? cursor, long seq, CancellationToken cancellation)
    {
        if (cursor is null)
        {
            var fresh = new SupervisionCursor { ZoneId = work.Viewer.ZoneId, Name = Cursor, Seq = seq };
            await work.Insert(fresh, cancellation);
            return;
        }

        cursor.Seq = seq;
    }

    private static async Task Declared(Work work, Guid lotId, CancellationToken cancellation)
    {
        var lot = await work.Db.Set<Lot>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == lotId, cancellation);
        if (lot is null || await work.Db.Set<LotMode>().AnyAsync(m => m.LotId == lotId, cancellation))
        {
            return;
        }

        var family = Families.Of(lot.ValveType);
        await Levels.Ensure(work, lot.FirmId, family, cancellation);
        var asked = await Standings.Question(work.Db, lot, cancellation);
        var standing = await Standings.Of(work.Db, asked, cancellation);
        var mode = standing.Mode.Mode;
        IReadOnlyList<Phrase> reasons =
            [standing.Scheme.Reason, .. standing.Level.Reasons, .. standing.Risk.Reasons, .. standing.Mode.Reasons];
        await work.Insert(
            new LotMode
            {
                ZoneId = lot.ZoneId,
                LotId = lot.Id,
                FirmId = lot.FirmId,
                Family = family,
                Mode = lot.Mode,
                Probability = lot.Probability,
                Level = standing.Level.Level.Level,
                Risk = standing.Risk.Grade.Word(),
                Expected = standing.Expected,
                Reasons = JsonSerializer.Serialize(reasons, JournalJson.Options),
                AsFrozen = mode.Id == lot.Mode
                    && SelectionProbability.Of(mode.Probability).ToString() == lot.Probability,
            },
            cancellation);
    }

    private static async Task Judged(Work work, Guid lotId, CancellationToken cancellation)
    {
        var lot = await work.Db.Set<Lot>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == lotId, cancellation);
        var first = await work.Db.Set<Judgement>().AsNoTracking()
            .Where(j => j.LotId == lotId && j.Attempt == 1 && j.Verdict != "indeterminate")
            .OrderBy(j => j.At).Select(j => new { j.Verdict, j.At, j.Hash }).FirstOrDefaultAsync(cancellation);
        if (lot is null || first is null
            || await work.Db.Set<QualityRecord>().AnyAsync(e => e.SubjectId == lotId, cancellation))
        {
            return;
        }

        var happened = new QualityRecord
        {
            ZoneId = lot.ZoneId,
            Id = work.NewId(),
            FirmId = lot.FirmId,
            Family = Families.Of(lot.ValveType),
            Kind = first.Verdict == "nonconforming" ? "spot-lot-failed" : "spot-lot-passed",
            HappenedOn = Registry.Zones.DayOf(first.At),
            SubjectId = lotId,
            Evidence = Convert.ToHexStringLower(first.Hash),
        };
        await Happened(work, happened, cancellation);
    }

    /// <summary>Adds an event to a firm's history; where a trigger is met the level goes under review.</summary>
    internal static async Task Happened(Work work, QualityRecord happened, CancellationToken cancellation)
    {
        work.Db.Add(happened);
        await work.Db.SaveChangesAsync(cancellation);
        var matter = await Levels.Ensure(work, happened.FirmId, happened.Family, cancellation);
        var lowered = await LevelDecisions.Lowered(work, matter, cancellation);
        if (lowered <= matter.Level || matter.State != "in-force")
        {
            return;
        }

        var step = NewStep.BySystem(
            work, "trigger", ("trigger", happened.Kind), ("evidence", happened.Evidence));
        StoredMatters.Take(matter, StoredMatters.Levels, step);
        await work.Journal(
            "level.trigger", matter.Id, new { happened.Kind, happened.SubjectId, Lowered = lowered }, cancellation);
    }

    private async Task<int> Lapse(Work work, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var today = zones.Today;
        var levels = await db.Set<LevelMatter>().Where(m => m.Due != null && m.Due < today).OrderBy(m => m.Due)
            .Take(MostEntries).ToListAsync(cancellation);
        foreach (var matter in levels)
        {
            if (Lapsed(matter, StoredMatters.Levels, today) is not { } lapse)
            {
                continue;
            }

            StoredMatters.Take(matter, StoredMatters.Levels, NewStep.BySystem(work, lapse));
            if (lapse == "notice-over")
            {
                await LevelDecisions.PutInForce(work, matter, (matter.Proposed!.Value, lapse), cancellation);
            }

            if (lapse == "lapse")
            {
                await LevelDecisions.PutInForce(work, matter, (Standings.DefaultLevel, lapse), cancellation);
            }

            await work.Journal("level." + lapse, matter.Id, new { matter.Level, matter.State }, cancellation);
        }

        return levels.Count + await LapseCases(work, today, cancellation);
    }

    private static async Task<int> LapseCases(Work work, DateOnly today, CancellationToken cancellation)
    {
        var cases = await work.Db.Set<OverseasCase>().Where(m => m.Due != null && m.Due < today).OrderBy(m => m.Due)
            .Take(MostEntries).ToListAsync(cancellation);
        foreach (var matter in cases)
        {
            if (Lapsed(matter, StoredMatters.Cases, today) is { } lapse)
            {
                StoredMatters.Take(matter, StoredMatters.Cases, NewStep.BySystem(work, lapse));
                await work.Journal("overseas." + lapse, matter.Id, new { matter.Number, matter.State }, cancellation);
            }
        }

        return cases.Count;
    }

    private static string? Lapsed(IMatterRow row, Machine machine, DateOnly today) =>
        StoredMatters.Load(row, machine).NoticesOn(today)
            .FirstOrDefault(n => n.Kind == NoticeKind.Lapse)?.Event;
}

/// <summary>Runs the product's own pass over the journal.</summary>
internal sealed class WatchingService(Watching watching) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

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
            await watching.Pass(stoppingToken);
        }
        catch (Refused)
        {
            // The writer is busy, or someone changed the same row meanwhile: the next pass reads the same entries
            // again.
        }
    }
}
