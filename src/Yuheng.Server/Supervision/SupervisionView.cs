using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Indicators;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>What rooms after this one may read of supervision.</summary>
[Door]
internal static class SupervisionView
{
    /// <summary>Cases of a period at most: a year of the zone's worst times holds a hundred.</summary>
    private const int MostCases = 20_000;

    private const int MostVisits = 200;

    /// <summary>How far the journal has been taken in here; figures do not run ahead of it.</summary>
    public static async Task<long> ReadTo(Db db, CancellationToken cancellation) =>
        await db.Set<SupervisionCursor>().Select(c => (long?)c.Seq).FirstOrDefaultAsync(cancellation) ?? 0;

    /// <summary>How lots are supervised, by lot.</summary>
    public static Task<Dictionary<Guid, LotMode>> Modes(
        Db db,
        IReadOnlyCollection<Guid> lots,
        CancellationToken cancellation
    ) =>
        db.Set<LotMode>()
            .AsNoTracking()
            .Where(m => lots.Contains(m.LotId))
            .ToDictionaryAsync(m => m.LotId, cancellation);

    /// <summary>Overseas cases received in a period.</summary>
    public static async Task<IReadOnlyList<ReceivedCase>> Cases(Db db, Period period, CancellationToken cancellation)
    {
        var rows = await db.Set<OverseasCase>()
            .Where(c => c.ReceivedOn >= period.From && c.ReceivedOn <= period.Until)
            .OrderBy(c => c.Number)
            .Take(MostCases)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.Kind,
                c.ReturnedLots,
                c.ValueUsd,
                c.Outcome,
                c.FirmId,
                c.ReceivedOn,
                c.Market,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(c => new ReceivedCase(
                c.Id,
                c.ReceivedOn,
                c.Market,
                new OverseasRow(
                    (int)c.Number,
                    c.Kind == "notification",
                    c.ReturnedLots,
                    (long)(c.ValueUsd * 100),
                    // Attributed until an outcome says that nobody of the zone answers.
                    c.Outcome
                        is null
                        ? c.FirmId != Guid.Empty
                        : OverseasRules.Default.Outcome(c.Outcome).Attributed,
                    c.Outcome == "maker"
                )
            )),
        ];
    }

    /// <summary>Visits drawn for an inspector and not made yet.</summary>
    public static async Task<IReadOnlyList<PlannedVisit>> Visits(
        Db db,
        Guid inspector,
        CancellationToken cancellation
    ) =>
        await db.Set<PlannedVisit>()
            .Where(v => v.DoneAt == null && (v.Lead == inspector || v.Second == inspector))
            .OrderBy(v => v.PlannedOn)
            .ThenBy(v => v.Id)
            .Take(MostVisits)
            .ToListAsync(cancellation);

    /// <summary>The levels of a firm's families.</summary>
    public static async Task<IReadOnlyList<LevelMatter>> LevelsOf(Db db, Guid firm, CancellationToken cancellation) =>
        await db.Set<LevelMatter>()
            .Where(m => m.FirmId == firm)
            .OrderBy(m => m.Family)
            .Take(Families.All.Count)
            .ToListAsync(cancellation);

    /// <summary>Where a firm's family stands now.</summary>
    public static Task<FirmStanding> Standing(
        Db db,
        LevelMatter matter,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        Standings.Of(
            db,
            new StandingQuestion(matter.FirmId, matter.Family, Watching.ZoneHeading, "", at),
            cancellation
        );
}

/// <summary>An overseas case as the figures see it.</summary>
[Door]
public sealed record ReceivedCase(Guid Id, DateOnly ReceivedOn, string Market, OverseasRow Row);
