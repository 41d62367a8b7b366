using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers;

/// <summary>
/// Follows the journal: a lot that is revoked or recalled takes its credential with it. It runs whenever a command has
/// been
/// committed and every few seconds, and keeps its place in the journal, so that nothing is lost over a restart.
/// </summary>
internal sealed partial class StatusConsumer(
    Commands commands,
    Database database,
    Zones zones,
    StatusChanges changes,
    ILogger<StatusConsumer> log
) : BackgroundService
{
    private const string Name = "papers-status";

    /// <summary>Entries read in one pass.</summary>
    private const int Batch = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private static readonly string[] Kinds = ["lot.revoke", "lot.recall"];

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Reads what is new and carries it over.</summary>
    public async Task Catch(CancellationToken cancellation)
    {
        if (zones.Current is null)
        {
            return;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            while (await Step(cancellation) == Batch) { }
        }
        finally
        {
            _one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
            {
                await Try(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the cursor says where to go on.
        }
    }

    /// <summary>A pass that fails is logged and tried again: the server must outlive it.</summary>
    private async Task Try(CancellationToken stoppingToken)
    {
        try
        {
            await Catch(stoppingToken);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            PassFailed(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "following the journal for credential status failed; it is tried again")]
    private static partial void PassFailed(ILogger log, Exception failed);

    private async Task<int> Step(CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var cursor =
            await db.Set<JournalCursor>()
                .Where(c => c.Name == Name)
                .Select(c => (long?)c.Seq)
                .SingleOrDefaultAsync(cancellation)
            ?? 0;
        var entries = await db.Set<JournalEntry>()
            .Where(e => e.Seq > cursor)
            .OrderBy(e => e.Seq)
            .Select(e => new
            {
                e.Seq,
                e.Kind,
                e.SubjectId,
            })
            .Take(Batch)
            .ToListAsync(cancellation);
        if (entries.Count == 0)
        {
            return 0;
        }

        var lots = entries.Where(e => Kinds.Contains(e.Kind)).Select(e => e.SubjectId).Distinct().ToList();
        await commands.RunUnrecorded(
            Viewer.Anonymous(zones.Id, Language.Chinese),
            (work, c) => Carry(work, lots, entries[^1].Seq, c),
            cancellation
        );
        if (lots.Count > 0)
        {
            changes.Raise();
        }

        return entries.Count;
    }

    private static async Task<int> Carry(Work work, IReadOnlyList<Guid> lots, long seq, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var touched =
            lots.Count == 0
                ? []
                : await db.Set<Credential>()
                    .Where(c => lots.Contains(c.LotId) && c.RevokedAt == null)
                    .ToListAsync(cancellation);
        foreach (var credential in touched)
        {
            credential.RevokedAt = work.Now;
            await work.Journal(
                "credential.revoked",
                credential.LotId,
                new { credential.Number, Cause = "lot" },
                cancellation
            );
        }

        var cursor = await db.Set<JournalCursor>().SingleOrDefaultAsync(c => c.Name == Name, cancellation);
        if (cursor is null)
        {
            db.Add(
                new JournalCursor
                {
                    ZoneId = work.Viewer.ZoneId,
                    Name = Name,
                    Seq = seq,
                }
            );
        }
        else
        {
            cursor.Seq = seq;
        }

        return lots.Count;
    }
}
