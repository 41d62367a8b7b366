using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Rounds of the fair draw. A round opens with the hash of a secret; lots declared meanwhile belong to it; it closes,
/// the
/// public value is fixed, and from both follow the units of every lot, for anyone to derive again.
/// </summary>
internal static class DrawRounds
{
    /// <summary>Lots of one round at most: bounds one transaction.</summary>
    private const int MostLots = 20_000;

    /// <summary>The open round, opened now where there is none.</summary>
    public static async Task<Guid> Open(Work work, CancellationToken cancellation)
    {
        var open = await work
            .Db.Set<DrawRound>()
            .AsNoTracking()
            .Where(r => r.ClosedAt == null)
            .OrderBy(r => r.OpenedAt)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(cancellation);
        return open ?? (await Add(work, cancellation)).Id;
    }

    /// <summary>Closes the open round and opens the next; gives the closed one, or null where no lot waits.</summary>
    public static async Task<DrawRound?> Close(Work work, RosterSource onDuty, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var round = await db.Set<DrawRound>()
            .Where(r => r.ClosedAt == null)
            .OrderBy(r => r.OpenedAt)
            .FirstOrDefaultAsync(cancellation);
        if (round is null || !await db.Set<Lot>().AnyAsync(l => l.DrawId == round.Id, cancellation))
        {
            return null;
        }

        round.ClosedAt = work.Now;
        var lots = await db.Set<Lot>()
            .Where(l => l.DrawId == round.Id && l.State == "planned")
            .OrderBy(l => l.Seq)
            .Take(MostLots)
            .ToListAsync(cancellation);
        var roster = await onDuty(db, cancellation);
        var plan = await Freeze(db, round, lots, cancellation);
        round.FrozenPlan = FrozenPlans.Write(plan with { Roster = [.. roster.Select(i => i.PersonId)] }, roster);
        await Add(work, cancellation);
        return round;
    }

    /// <summary>
    /// Draws a closed round with its public value: units for every lot, and the lots move on to sampling.
    /// </summary>
    /// <exception cref="Refused">The round is open still, or drawn already; the public value was known too
    /// early.</exception>
    public static async Task<int> Draw(Work work, Guid roundId, FixedValue value, CancellationToken cancellation)
    {
        var db = work.WholeZone();
        var round = await db.Set<DrawRound>().SingleAsync(r => r.Id == roundId, cancellation);
        if (round.ClosedAt is null || round.DrawnAt is not null)
        {
            throw new Refused("refused.inspection.round-state-conflict");
        }

        var plan = FrozenPlans.Read(round);
        var commitment = DrawCommitment.To(round.Secret, round.OpenedAt).Reveal(round.Secret, work.Now);
        var record = DrawRecord.Of(plan, commitment, round.Secret, Event(round, value));
        var seed = record.DeriveSeed();
        var selected = record.Lots.Where(l => l.Selected).Select(l => l.Lot).ToHashSet(StringComparer.Ordinal);
        var sizes = plan.Lots.ToDictionary(l => l.LotId, l => l.Count, StringComparer.Ordinal);

        // A lot that was withdrawn after the close stays in the record, but is not sampled.
        var lots = await db.Set<Lot>()
            .Where(l => l.DrawId == roundId && l.State == "planned")
            .OrderBy(l => l.Seq)
            .Take(MostLots)
            .ToListAsync(cancellation);
        record = DrawnVisits.Add(
            record, [.. lots.Where(l => selected.Contains(l.Id.ToString()))], FrozenPlans.Roster(round));
        round.PublicValue = value.Value;
        round.PublicSource = value.Source;
        round.DrawnAt = work.Now;
        round.Record = Encoding.UTF8.GetString(DrawFile.Write(record));

        foreach (var lot in lots)
        {
            var drawn = selected.Contains(lot.Id.ToString());
            if (drawn)
            {
                await Units(work, seed, lot, sizes[lot.Id.ToString()], cancellation);
            }

            LotMachine.MoveBySystem(
                lot,
                drawn ? "select" : "pass-over",
                Facts.Of(("draw", roundId.ToString()), ("drawn", drawn ? "true" : "false"), ("mode", lot.Mode))
            );
        }

        return lots.Count;
    }

    /// <summary>The seed of the round that drew a lot, for the numbers that step in for missing units.</summary>
    public static async Task<DrawSeed> Seed(Db db, Lot lot, CancellationToken cancellation)
    {
        var round = await db.Set<DrawRound>().AsNoTracking().SingleAsync(r => r.Id == lot.DrawId, cancellation);
        return DrawFile.Read(Encoding.UTF8.GetBytes(round.Record!))[0].DeriveSeed();
    }

    private static async Task<DrawRound> Add(Work work, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(DrawCommitment.SecretBytes);
        var round = new DrawRound
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Secret = secret,
            Commitment = SHA256.HashData(secret),
            OpenedAt = work.Now,
        };
        await work.Insert(round, cancellation);
        return round;
    }

    private static async Task<FrozenPlan> Freeze(
        Db db,
        DrawRound round,
        IReadOnlyList<Lot> lots,
        CancellationToken cancellation
    )
    {
        var ids = lots.Select(l => l.Id).ToList();
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => ids.Contains(p.LotId)).ToListAsync(cancellation);
        var byLot = plans.ToDictionary(p => (p.LotId, p.Attempt));
        return new FrozenPlan(
            round.ZoneId.ToString(),
            round.Id.ToString(),
            [
                .. lots.Select(l => new PlannedLot(
                    l.Id.ToString(),
                    SelectionProbability.Parse(l.Probability),
                    l.Quantity,
                    Planning.Numbers(byLot[(l.Id, l.Attempt)]).Pieces
                )),
            ],
            []
        );
    }

    private static async Task Units(Work work, DrawSeed seed, Lot lot, int count, CancellationToken cancellation)
    {
        var units = Core.Supervision.Draw.UnitsInDrawOrder(seed, lot.Id.ToString(), lot.Quantity, count);
        for (var i = 0; i < units.Length; i++)
        {
            await work.Insert(
                new SampleUnit
                {
                    ZoneId = lot.ZoneId,
                    LotId = lot.Id,
                    Attempt = lot.Attempt,
                    Ordinal = i + 1,
                    FirmId = lot.FirmId,
                    UnitNumber = units[i],
                    State = "drawn",
                },
                cancellation
            );
        }
    }

    private static PublicEvent Event(DrawRound round, FixedValue value) =>
        new(
            new DrawTimes(round.OpenedAt, round.ClosedAt!.Value, value.KnownAt),
            new PublicValue(value.Source, value.Value)
        );
}

/// <summary>A public value and when it became known to anyone.</summary>
public sealed record FixedValue(string Value, string Source, DateTimeOffset KnownAt);
