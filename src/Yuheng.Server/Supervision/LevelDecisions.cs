using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>A step on a level with the words that go with it.</summary>
/// <param name="Event">Event of the machine.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record LevelStep(string Event, string Reason);

/// <summary>Deciding a level: proposal, second review, notice, objection, review after a trigger.</summary>
internal sealed class LevelDecisions(Commands commands)
{
    /// <summary>Steps that a person takes here with a reason and nothing else.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        "propose", "confirm", "send-back", "rescore", "object", "uphold", "reject", "ask-supplement", "withdraw",
        "no-fault", "fault", "apply-lower", "leave",
    ];

    /// <summary>Working days of notice (own design).</summary>
    private static readonly Term NoticeTerm = new(5, TermUnit.WorkingDays);

    /// <summary>Takes a step.</summary>
    /// <exception cref="Refused">The step is not open, or a rule does not hold; it is named and recorded.</exception>
    public Task<string> Take(Viewer viewer, Guid id, LevelStep step) =>
        Recorded.Run(commands, viewer, new Attempt("level." + step.Event, id), async (work, c) =>
        {
            if (!Events.Contains(step.Event))
            {
                throw new Refused("refused.supervision.step-unknown", step.Event) { Field = "event" };
            }

            // A department's second reviewer sees no firm by role; the step itself is what the role is for.
            var db = viewer.ActsForFirm ? work.Db : work.WholeZone();
            var matter = await Levels.Find(db, id, c);
            var taken = NamedFor(matter, step);
            StoredMatters.Take(matter, StoredMatters.Levels, NewStep.Of(work, taken, [.. Facts(work, matter, step)]));
            await Effects(work, matter, step, c);
            await work.Journal("level." + taken, id, new { step.Reason, matter.Proposed, matter.State }, c);
            return matter.State;
        });

    /// <summary>Puts the proposed level into force; the notice is over or a review has lowered it.</summary>
    internal static async Task PutInForce(
        Work work, LevelMatter matter, (int Level, string Cause) decided, CancellationToken cancellation)
    {
        var today = Registry.Zones.DayOf(work.Now);
        if (matter.Level != decided.Level)
        {
            matter.LevelSince = today;
        }

        matter.Level = decided.Level;
        matter.ValidUntil = today.AddMonths(LevelSheet.Default.TermMonths);
        matter.Proposed = null;
        await work.Insert(
            new LevelInForce
            {
                ZoneId = matter.ZoneId,
                Id = work.NewId(),
                FirmId = matter.FirmId,
                Family = matter.Family,
                Level = decided.Level,
                ValidFrom = today,
                Cause = decided.Cause,
                SheetId = matter.SheetId,
            },
            cancellation);
    }

    private static string NamedFor(LevelMatter matter, LevelStep step) =>
        step.Event != "propose" ? step.Event : matter.Proposed is 1 or 4 ? "propose-1-or-4" : "propose-2-or-3";

    private static IEnumerable<(string, string)> Facts(Work work, LevelMatter matter, LevelStep step)
    {
        var today = Registry.Zones.DayOf(work.Now);
        var proposed = matter.Proposed ?? matter.Level;
        var notice = WorkingDayCalendar.China.DeadlineOf(today, NoticeTerm).Due;
        var until = step.Event == "object" ? matter.NoticeUntil : notice;
        return
        [
            ("reason", step.Reason),
            ("missing", step.Reason),
            ("evidence", step.Reason),
            ("family", matter.Family),
            ("level", proposed.ToString(CultureInfo.InvariantCulture)),
            ("stepsUp", Math.Max(0, matter.Level - proposed).ToString(CultureInfo.InvariantCulture)),
            ("coolingOff", proposed < matter.Level ? Levels.CoolingOff(matter, today) : "over"),
            ("noticeUntil", Iso(until)),
            ("objectedOn", Iso(today)),
            ("reviewer", work.Viewer.UserId.ToString()),
            ("firstReviewer", matter.ProposedBy?.ToString() ?? ""),
            ("validUntil", Iso(matter.ValidUntil ?? today.AddMonths(LevelSheet.Default.TermMonths))),
            ("heard", step.Event == "fault" ? "true" : "false"),
            ("levelChange", "down"),
        ];
    }

    private static async Task Effects(Work work, LevelMatter matter, LevelStep step, CancellationToken cancellation)
    {
        if (step.Event == "propose")
        {
            matter.ProposedBy = work.Viewer.UserId;
        }

        if (matter.State == "noticed" && step.Event != "object")
        {
            matter.NoticeUntil = matter.Due;
        }

        if (step.Event == "no-fault")
        {
            await Dismiss(work, matter, cancellation);
        }

        if (step.Event == "apply-lower")
        {
            await PutInForce(work, matter, (await Lowered(work, matter, cancellation), step.Event), cancellation);
        }
    }

    private static async Task Dismiss(Work work, LevelMatter matter, CancellationToken cancellation)
    {
        var events = await work.Db.Set<QualityRecord>()
            .Where(e => e.FirmId == matter.FirmId && e.Family == matter.Family && !e.Dismissed)
            .Where(e => e.HappenedOn >= matter.LevelSince && e.Kind != "spot-lot-passed")
            .Take(Watching.MostEntries).ToListAsync(cancellation);
        events.ForEach(e => e.Dismissed = true);
    }

    /// <summary>The level that the events give by the scheme's triggers.</summary>
    internal static async Task<int> Lowered(Work work, LevelMatter matter, CancellationToken cancellation)
    {
        var rows = await work.Db.Set<QualityRecord>()
            .Where(e => e.FirmId == matter.FirmId && e.Family == matter.Family && !e.Dismissed)
            .Where(e => e.HappenedOn >= matter.LevelSince)
            .OrderBy(e => e.HappenedOn).ThenBy(e => e.Id).Take(Watching.MostEntries).ToListAsync(cancellation);
        var scheme = Schemes.Embedded.On(Registry.Zones.DayOf(work.Now), Watching.ZoneHeading).Scheme;
        var before = new LevelHistory(matter.Level, matter.LevelSince);
        return LevelTriggers.Apply(scheme, before, [.. rows.Select(Standings.AsEvent)]).Level.Level;
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
