using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Closes draw rounds and draws them when their public value is known: by hand, and by itself every few minutes for
/// rounds that are old enough.
/// </summary>
[Door]
public sealed class Drawing(
    Commands commands,
    Database database,
    PublicValues values,
    Registry.Zones zones,
    RosterSource onDuty,
    TimeProvider time
)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>
    /// Closes the open round, if a lot waits in it, and draws every closed round whose value is known.
    /// </summary>
    /// <returns>How many lots were drawn.</returns>
    public async Task<int> CloseAndDraw(Viewer viewer, CancellationToken cancellation)
    {
        if (await Waits(viewer.ZoneId, DateTimeOffset.MaxValue, cancellation))
        {
            await Close(viewer, cancellation);
        }

        return await DrawClosed(viewer, cancellation);
    }

    /// <summary>
    /// The product's own pass: closes a round that has been open long enough, draws what can be drawn.
    /// </summary>
    public async Task Pass(TimeSpan openAtLeast, CancellationToken cancellation)
    {
        if (zones.Current is null)
        {
            return;
        }

        var product = Viewer.Anonymous(zones.Id, Language.Chinese);
        if (await Waits(zones.Id, time.GetUtcNow() - openAtLeast, cancellation))
        {
            await Close(product, cancellation);
        }

        await DrawClosed(product, cancellation);
    }

    private Task<Guid?> Close(Viewer viewer, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var round =
                    await DrawRounds.Close(work, onDuty, c)
                    ?? throw new Refused("refused.inspection.no-lot-waits-conflict");
                await work.Journal("draw.closed", round.Id, new { round.ClosedAt }, c);
                return (Guid?)round.Id;
            },
            cancellation
        );

    private async Task<int> DrawClosed(Viewer viewer, CancellationToken cancellation)
    {
        // The product's own pass and a person's may come at once; a round is drawn by one of them.
        await _one.WaitAsync(cancellation);
        try
        {
            return await DrawAll(viewer, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<int> DrawAll(Viewer viewer, CancellationToken cancellation)
    {
        var drawn = 0;
        foreach (var (id, closedAt) in await Closed(viewer.ZoneId, cancellation))
        {
            if (await values.After(closedAt, cancellation) is not { } value)
            {
                continue;
            }

            drawn += await commands.Run(
                viewer,
                async (work, c) =>
                {
                    var lots = await DrawRounds.Draw(work, id, value, c);
                    await work.Journal(
                        "draw.drawn",
                        id,
                        new
                        {
                            lots,
                            value.Value,
                            value.Source,
                        },
                        c
                    );
                    return lots;
                },
                cancellation
            );
        }

        return drawn;
    }

    private async Task<bool> Waits(Guid zoneId, DateTimeOffset openedBefore, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zoneId));
        return await db.Set<DrawRound>()
            .Where(r => r.ClosedAt == null && r.OpenedAt <= openedBefore)
            .AnyAsync(r => db.Set<Lot>().Any(l => l.ZoneId == r.ZoneId && l.DrawId == r.Id), cancellation);
    }

    private async Task<List<(Guid Id, DateTimeOffset ClosedAt)>> Closed(Guid zoneId, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zoneId));
        var rows = await db.Set<DrawRound>()
            .Where(r => r.ClosedAt != null && r.DrawnAt == null)
            .OrderBy(r => r.OpenedAt)
            .Select(r => new { r.Id, r.ClosedAt })
            .Take(MostRounds)
            .ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Id, r.ClosedAt!.Value))];
    }

    /// <summary>Rounds drawn in one pass at most; the rest come with the next.</summary>
    private const int MostRounds = 50;
}

/// <summary>Runs the product's own pass over the rounds.</summary>
[Door]
internal sealed partial class DrawingService(Drawing drawing, ILogger<DrawingService> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Declarations of a round stay open this long at least.</summary>
    private static readonly TimeSpan OpenAtLeast = TimeSpan.FromMinutes(30);

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
            // The host is stopping; a round half way is undone by its transaction and drawn at the next start.
        }
    }

    /// <summary>A pass that fails is logged and made again: the server must outlive it.</summary>
    private async Task Try(CancellationToken stoppingToken)
    {
        try
        {
            await drawing.Pass(OpenAtLeast, stoppingToken);
        }
        catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
        {
            PassFailed(log, failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "the pass over the rounds of the draw failed; it is made again")]
    private static partial void PassFailed(ILogger log, Exception failed);
}
