using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>Finds a lot with what belongs to it. Another firm's lot answers exactly like a missing one.</summary>
[Door]
public static class LotRecords
{
    /// <summary>A lot.</summary>
    /// <exception cref="Refused">Not there, or another firm's.</exception>
    public static async Task<Lot> Lot(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<Lot>().SingleOrDefaultAsync(l => l.Id == id, cancellation)
        ?? throw new Refused("refused.inspection.lot-not-found");

    /// <summary>The plan of a lot's attempt with its requirements.</summary>
    public static async Task<LotPlan> Plan(Db db, Lot lot, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking()
            .SingleAsync(p => p.LotId == lot.Id && p.Attempt == lot.Attempt, cancellation);
        var hash = Planning.Numbers(plan).SheetHash;
        var sheet = await db.Set<RequirementSheet>().AsNoTracking().SingleAsync(s => s.Hash == hash, cancellation);
        return Planning.Read(plan, sheet);
    }

    /// <summary>The units of the attempt, in drawn order.</summary>
    public static Task<List<SampleUnit>> Units(Db db, Lot lot, CancellationToken cancellation) =>
        db.Set<SampleUnit>().Where(u => u.LotId == lot.Id && u.Attempt == lot.Attempt)
            .OrderBy(u => u.Ordinal).ToListAsync(cancellation);

    /// <summary>
    /// The readings of the attempt that the reader may see, in order of entry. What a firm's own bench found is the
    /// firm's: nobody else meets it here, and no verdict of the scheme counts it.
    /// </summary>
    public static Task<List<RecordedReading>> Readings(Db db, Lot lot, CancellationToken cancellation)
    {
        var own = db.Sight.FirmId == lot.FirmId;
        return db.Set<RecordedReading>().AsNoTracking()
            .Where(r => r.LotId == lot.Id && r.Attempt == lot.Attempt && (own || r.ByPartyId != lot.FirmId))
            .OrderBy(r => r.Id).ToListAsync(cancellation);
    }

    /// <summary>
    /// The readings that stand: those that no other corrects. Readings of one block bear the same instant, so order
    /// does not tell.
    /// </summary>
    public static IEnumerable<RecordedReading> Standing(IReadOnlyCollection<RecordedReading> readings)
    {
        var corrected = readings.Where(r => r.Corrects is not null).Select(r => r.Corrects!.Value).ToHashSet();
        return readings.Where(r => !corrected.Contains(r.Id));
    }

    /// <summary>
    /// The firm's own readings, for the papers that the firm itself gives out; whoever shows them to others answers for
    /// the firm's having given them out.
    /// </summary>
    public static Task<List<RecordedReading>> OwnReadings(Db db, Lot lot, CancellationToken cancellation) =>
        db.Set<RecordedReading>().AsNoTracking()
            .Where(r => r.LotId == lot.Id && r.Attempt == lot.Attempt && r.ByPartyId == lot.FirmId)
            .OrderBy(r => r.Id).ToListAsync(cancellation);

    /// <summary>The last verdict on the attempt, or null.</summary>
    public static Task<Judgement?> LastJudgement(Db db, Lot lot, CancellationToken cancellation) =>
        db.Set<Judgement>().AsNoTracking().Where(j => j.LotId == lot.Id && j.Attempt == lot.Attempt)
            .OrderByDescending(j => j.At).FirstOrDefaultAsync(cancellation);
}
