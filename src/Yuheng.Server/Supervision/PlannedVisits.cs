using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Supervision;

/// <summary>
/// Visits as the draw made them: a firm, its drawn lots together, the two inspectors; held against the firm's yearly
/// budget and carried under the number of the legal case system.
/// </summary>
internal sealed class PlannedVisits(Commands commands)
{
    /// <summary>A firm's planned visits in a year at most, where its modes say less: the strictest mode's.</summary>
    private const int MostVisits = 400;

    /// <summary>Takes the visits of a drawn round.</summary>
    internal static async Task Take(Work work, Guid roundId, CancellationToken cancellation)
    {
        var round = await work
            .Db.Set<DrawRound>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (
            round?.Record is not { } published
            || await work.Db.Set<PlannedVisit>().AnyAsync(v => v.RoundId == roundId, cancellation)
        )
        {
            return;
        }

        var record = DrawFile.Read(Encoding.UTF8.GetBytes(published))[0];
        var drawn = record.Lots.Where(l => l.Selected).Select(l => Guid.Parse(l.Lot)).ToList();
        var lots = await work
            .Db.Set<Lot>()
            .AsNoTracking()
            .Where(l => drawn.Contains(l.Id))
            .Select(l => new
            {
                l.Id,
                l.FirmId,
                l.Mode,
                l.HsCode,
            })
            .ToListAsync(cancellation);
        foreach (var visit in record.Visits)
        {
            var firm = Guid.Parse(visit.Visit);
            var matters = lots.Where(l => l.FirmId == firm).ToArray();
            var day = Registry.Zones.DayOf(round.DrawnAt!.Value);
            var made = await Made(work.Db, firm, day, cancellation);
            var budget = matters.Max(m => Budget(m.HsCode, m.Mode, day));
            await work.Insert(
                new PlannedVisit
                {
                    ZoneId = work.Viewer.ZoneId,
                    Id = work.NewId(),
                    RoundId = roundId,
                    FirmId = firm,
                    Lead = Guid.Parse(visit.Lead),
                    Second = Guid.Parse(visit.Second),
                    Lots = string.Join('|', matters.Select(m => m.Id)),
                    PlannedOn = day,
                    WithinBudget = made < budget,
                },
                cancellation
            );
        }
    }

    /// <summary>Enters the legal system and number of a visit; only who inspects may, within the budget.</summary>
    /// <exception cref="Refused">The rule that does not hold, recorded.</exception>
    public Task<Guid> Register(Viewer viewer, Guid id, VisitPaper paper) =>
        Recorded.Run(
            commands,
            viewer,
            new Attempt("visit.register", id),
            async (work, c) =>
            {
                var visit = await Find(work.Db, id, c);
                var role = StoredMatters.RolesOf(viewer).FirstOrDefault() ?? "-";
                var made = await Made(work.Db, visit.FirmId, visit.PlannedOn, c);
                VisitRules.Check(
                    new Core.Supervision.Visit(
                        visit.FirmId.ToString(),
                        visit.Lots.Split('|'),
                        role,
                        paper.System,
                        paper.Number,
                        paper.Cause
                    ),
                    visit.WithinBudget ? made + 1 : 0,
                    made
                );
                (visit.LegalSystem, visit.LegalNumber) = (paper.System, paper.Number);
                await work.Journal("visit.registered", id, paper, c);
                return id;
            }
        );

    /// <summary>An inspector who cannot go is stood down; the draw's order gives who goes instead.</summary>
    public Task<Guid> StandDown(Viewer viewer, Guid id, string reason) =>
        Recorded.Run(
            commands,
            viewer,
            new Attempt("visit.stand-down", id),
            async (work, c) =>
            {
                var visit = await Find(work.Db, id, c);
                if (viewer.UserId != visit.Lead && viewer.UserId != visit.Second)
                {
                    throw new Refused("refused.supervision.not-on-this-visit-forbidden");
                }

                var round = await work.Db.Set<DrawRound>().AsNoTracking().SingleAsync(r => r.Id == visit.RoundId, c);
                var record = DrawFile.Read(Encoding.UTF8.GetBytes(round.Record!))[0];
                var drawn = record.Visits.Single(v => v.Visit == visit.FirmId.ToString());
                IReadOnlyList<InspectorExclusion> out1 =
                [
                    .. drawn.Excluded,
                    .. drawn.StoodDown,
                    new InspectorExclusion(viewer.UserId.ToString(), "absent"),
                ];
                var pair = Draw.Pair(
                    record.DeriveSeed(),
                    drawn.Visit,
                    record.Roster,
                    [.. out1.DistinctBy(e => e.InspectorId)]
                );
                (visit.Lead, visit.Second) = (Guid.Parse(pair.Lead), Guid.Parse(pair.Second));
                await work.Journal(
                    "visit.changed",
                    id,
                    new
                    {
                        reason,
                        visit.Lead,
                        visit.Second,
                    },
                    c
                );
                return id;
            }
        );

    /// <summary>
    /// Refuses samplers who are related to the firm, and others than those drawn where a visit was drawn.
    /// </summary>
    internal static async Task Guard(Work work, Lot lot, VisitFacts facts, CancellationToken cancellation)
    {
        var going = (work.Viewer.UserId, facts.SecondSampler);
        await Relations.Check(work.Db, going, lot.FirmId, cancellation);
        var planned = await work
            .Db.Set<PlannedVisit>()
            .Where(v => v.FirmId == lot.FirmId && v.RoundId == lot.DrawId)
            .FirstOrDefaultAsync(cancellation);
        if (planned is null)
        {
            return;
        }

        Guid[] drawn = [planned.Lead, planned.Second];
        if (!drawn.Contains(going.UserId) || !drawn.Contains(going.SecondSampler))
        {
            throw new Refused("refused.supervision.not-the-drawn-pair");
        }

        planned.DoneAt ??= work.Now;
    }

    /// <summary>Planned visits of a firm in the year of a day.</summary>
    private static Task<int> Made(Db db, Guid firm, DateOnly day, CancellationToken cancellation)
    {
        var (from, until) = (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31));
        return db.Set<PlannedVisit>()
            .Where(v => v.FirmId == firm && v.WithinBudget && v.PlannedOn >= from && v.PlannedOn <= until)
            .Take(MostVisits)
            .CountAsync(cancellation);
    }

    private static int Budget(string hsCode, string mode, DateOnly day)
    {
        var scheme = Schemes.Embedded.On(day, hsCode).Scheme;
        return scheme.Modes.FirstOrDefault(m => m.Id == mode)?.VisitsPerYear ?? scheme.Modes.Max(m => m.VisitsPerYear);
    }

    private static async Task<PlannedVisit> Find(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<PlannedVisit>().SingleOrDefaultAsync(v => v.Id == id, cancellation)
        ?? throw new Refused("refused.supervision.visit-not-found");
}

/// <summary>Under which number of which legal case system a visit runs, and why it stands outside the plan.</summary>
public sealed record VisitPaper(string System, string Number, string? Cause);
