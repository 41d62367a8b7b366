using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>The way of a quality-assurance level: applied for, assessed, scored, proposed, noticed, in force.</summary>
internal sealed class Levels(Commands commands)
{
    /// <summary>A firm applies for a product family.</summary>
    /// <exception cref="Refused">A rule of the machine that does not hold.</exception>
    public Task<Guid> Apply(Viewer viewer, string family, string selfAssessment) =>
        Recorded.Run(commands, viewer, new Attempt("level.apply", viewer.PartyId), async (work, c) =>
        {
            if (!Families.All.Contains(family))
            {
                throw new Refused("refused.supervision.family-not-found", family) { Field = "family" };
            }

            var matter = await Ensure(work, viewer.PartyId, family, c);
            var today = Registry.Zones.DayOf(work.Now);
            var months = await MonthsOfData(work, c);
            StoredMatters.Take(matter, StoredMatters.Levels, NewStep.Of(
                work,
                "apply",
                ("selfAssessment", selfAssessment),
                ("monthsOfData", months.ToString(CultureInfo.InvariantCulture)),
                ("openCases", "0"),
                ("coolingOff", CoolingOff(matter, today))));
            await work.Journal("level.applied", matter.Id, new { matter.Family, selfAssessment, matter.State }, c);
            return matter.Id;
        });

    /// <summary>Two assessors assess on the spot; neither is related to the firm.</summary>
    public Task<Guid> Assess(Viewer viewer, Guid id, Guid second) =>
        Recorded.Run(commands, viewer, new Attempt("level.assess", id), async (work, c) =>
        {
            var matter = await Find(work.Db, id, c);
            var assessors = new[] { viewer.UserId, second };
            var employers = await Relations.Employers(work.Db, assessors, c);
            var assessment = new Assessment(
                matter.FirmId.ToString(),
                matter.Family,
                Registry.Zones.DayOf(work.Now),
                [.. assessors.Select(a => new Assessor(a.ToString(), employers[a]))]);
            AssessorRules.Check(assessment);
            if (!await Registry.Access.People.Holds(work.Db, second, Role.Assessor, c))
            {
                throw new Refused("refused.supervision.second-assessor-unknown") { Field = "second" };
            }

            StoredMatters.Take(matter, StoredMatters.Levels, NewStep.Of(
                work,
                "assess",
                ("assessorCount", "2"),
                ("assessorEmployers", string.Join('|', employers.Values.SelectMany(e => e).Distinct())),
                ("firm", matter.FirmId.ToString()),
                ("relationsDeclared", "true")));
            matter.Assessors = string.Join('|', assessors);
            await work.Journal("level.assessed", id, new { matter.Family, assessors, matter.State }, c);
            return id;
        });

    /// <summary>Scores the nine elements, each line with its evidence; the proposal follows by rule.</summary>
    public Task<int> Score(Viewer viewer, Guid id, IReadOnlyList<ScoreLine> lines) =>
        Recorded.Run(commands, viewer, new Attempt("level.score", id), async (work, c) =>
        {
            var matter = await Find(work.Db, id, c);
            if (!matter.Assessors.Split('|').Contains(viewer.UserId.ToString()))
            {
                throw new Refused("refused.supervision.not-the-assessor-forbidden");
            }

            var vetoes = await Vetoes(work.Db, matter, c);
            var score = LevelScore.Of(LevelSheet.Default, lines, vetoes);
            var proposal = await Propose(work.Db, matter, (score, Registry.Zones.DayOf(work.Now)), c);
            var sheet = Sheet(work, matter, (lines, vetoes), (score, proposal));
            StoredMatters.Take(matter, StoredMatters.Levels, NewStep.Of(
                work,
                "score",
                ("elementsScored", lines.Count.ToString(CultureInfo.InvariantCulture)),
                ("linesWithoutEvidence", "0"),
                ("level", proposal.Level.ToString(CultureInfo.InvariantCulture))));
            (matter.Proposed, matter.SheetId) = (proposal.Level, sheet.Id);
            await work.Insert(sheet, c);
            await work.Journal("level.scored", id, new { score.Total, proposal.Level, sheet = sheet.Id }, c);
            return proposal.Level;
        });

    /// <summary>The matter of a firm's family, or a new one that begins at the default level.</summary>
    internal static async Task<LevelMatter> Ensure(
        Work work, Guid firmId, string family, CancellationToken cancellation)
    {
        var known = await work.Db.Set<LevelMatter>()
            .SingleOrDefaultAsync(m => m.FirmId == firmId && m.Family == family, cancellation);
        if (known is not null)
        {
            return known;
        }

        // The default level has held since the firm was registered: the months before a rise count from there.
        var firm = await Registry.Registry.Party(work.Db, firmId, cancellation);
        var today = Registry.Zones.DayOf(work.Now);
        var matter = new LevelMatter
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            FirmId = firmId,
            Family = family,
            BegunOn = today,
            State = StoredMatters.Levels.Data.Initial,
            Since = today,
            History = "[]",
            Level = Standings.DefaultLevel,
            LevelSince = Registry.Zones.DayOf(firm.Since),
        };
        StoredMatters.Take(
            matter, StoredMatters.Levels, NewStep.BySystem(work, "first-export", ("levelInForce", "none")));
        work.Db.Add(matter);
        return matter;
    }

    /// <summary>A matter; another firm's answers like a missing one.</summary>
    internal static async Task<LevelMatter> Find(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<LevelMatter>().SingleOrDefaultAsync(m => m.Id == id, cancellation)
        ?? throw new Refused("refused.supervision.level-not-found");

    /// <summary>Whether the months since the last change are over, as the machine asks.</summary>
    internal static string CoolingOff(LevelMatter matter, DateOnly today) =>
        matter.LevelSince.AddMonths(LevelSheet.Default.MonthsBeforeRise) <= today ? "over" : "running";

    /// <summary>Vetoes among the events that count.</summary>
    internal static async Task<IReadOnlyList<string>> Vetoes(
        Db db, LevelMatter matter, CancellationToken cancellation)
    {
        var kinds = await db.Set<QualityRecord>()
            .Where(e => e.FirmId == matter.FirmId && e.Family == matter.Family && !e.Dismissed)
            .Where(e => e.HappenedOn >= matter.LevelSince)
            .Select(e => e.Kind).Distinct().ToListAsync(cancellation);
        return [.. kinds.Where(LevelSheet.Default.Vetoes.Contains).Order(StringComparer.Ordinal)];
    }

    private static async Task<LevelProposal> Propose(
        Db db, LevelMatter matter, (LevelScore Score, DateOnly On) made, CancellationToken cancellation)
    {
        var assessors = matter.Assessors.Split('|').Select(Guid.Parse).ToArray();
        var employers = await Relations.Employers(db, assessors, cancellation);
        return LevelProposal.Of(
            LevelSheet.Default,
            made.Score,
            new LevelHistory(matter.Level, matter.LevelSince),
            new Assessment(
                matter.FirmId.ToString(),
                matter.Family,
                made.On,
                [.. assessors.Select(a => new Assessor(a.ToString(), employers[a]))]));
    }

    private static async Task<int> MonthsOfData(Work work, CancellationToken cancellation)
    {
        var firm = await Registry.Registry.Party(work.Db, work.Viewer.PartyId, cancellation);
        return (int)((work.Now - firm.Since).TotalDays / 30.44);
    }

    private static ScoreSheet Sheet(
        Work work,
        LevelMatter matter,
        (IReadOnlyList<ScoreLine> Lines, IReadOnlyList<string> Vetoes) filled,
        (LevelScore Score, LevelProposal Proposal) made) =>
        new()
        {
            ZoneId = matter.ZoneId,
            Id = work.NewId(),
            FirmId = matter.FirmId,
            Family = matter.Family,
            Lines = JsonSerializer.Serialize(filled.Lines, JournalJson.Options),
            Vetoes = string.Join('|', filled.Vetoes),
            Total = made.Score.Total,
            Level = made.Proposal.Level,
            Reasons = JsonSerializer.Serialize(made.Proposal.Reasons, JournalJson.Options),
            Assessors = matter.Assessors,
            At = work.Now,
        };
}
