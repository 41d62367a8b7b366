using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Sampling;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>What a person decides to do with a lot.</summary>
/// <param name="Kind">
/// rework, resubmit, redirect, refuse, withdraw, export, revoke, recall, report, hold, close: an event of the lot's
/// machine.
/// </param>
/// <param name="Reason">Why, or the plan of the rework, the new evidence, the scope of the recall.</param>
[Door]
public sealed record LotAction(string Kind, string Reason);

/// <summary>
/// Steps that people take with a lot after declaration and verdict. Which are open to whom is the machine's to say;
/// each is
/// one transaction with one journal entry.
/// </summary>
[Door]
public sealed class Acting(Commands commands, Agreements agreements, PackSet packs)
{
    /// <summary>Steps taken here; release is taken where the credential is made.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "rework",
        "resubmit",
        "redirect",
        "refuse",
        "withdraw",
        "export",
        "revoke",
        "recall",
        "report",
        "hold",
        "close",
    ];

    /// <summary>Takes a step.</summary>
    /// <exception cref="Refused">The step is not open, or a condition does not hold: the rule is named.</exception>
    public Task<string> Take(Viewer viewer, Guid lotId, LotAction action, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                if (!Kinds.Contains(action.Kind))
                {
                    throw new Refused("refused.inspection.action-unknown", action.Kind) { Field = "kind" };
                }

                if (string.IsNullOrWhiteSpace(action.Reason))
                {
                    throw new Refused("refused.inspection.reason-missing") { Field = "reason" };
                }

                var lot = await LotRecords.Lot(work.Db, lotId, c);
                var facts = await FactsOf(new LotMoment(work.Db, lot, work.Now), action, c);
                LotMachine.Move(lot, action.Kind, viewer, facts);
                if (action.Kind == "resubmit")
                {
                    await Resubmit(work, lot, c);
                }

                await Record(work, lot, action, c);
                return lot.State;
            },
            cancellation
        );

    /// <summary>What the machine asks of a step that a person takes; pages ask the same to show what is open.</summary>
    internal static async Task<Facts> FactsOf(LotMoment moment, LotAction action, CancellationToken cancellation)
    {
        var (db, lot, now) = moment;
        var judgement = await LotRecords.LastJudgement(db, lot, cancellation);
        var safety = judgement is not null && JudgingJson.Verdict(judgement.Decision).SafetyFailed;
        var exported = await db.Set<Outcome>()
            .AnyAsync(o => o.LotId == lot.Id && o.Kind == "export", cancellation);
        var today = Registry.Zones.DayOf(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Facts.Of(
            ("reason", action.Reason),
            ("plan", action.Reason),
            ("evidence", action.Reason),
            ("scope", action.Reason),
            ("report", action.Reason),
            ("buyerConsent", action.Kind == "redirect" ? action.Reason : ""),
            ("reworks", (lot.Attempt - 1).ToString(CultureInfo.InvariantCulture)),
            ("severity", "tightened"),
            ("probability", "1"),
            ("safetyFailure", safety ? "true" : "false"),
            ("exported", exported ? "true" : "false"),
            ("heard", "true"),
            ("exportedOn", today),
            ("validUntil", await ValidUntil(db, lot, today, cancellation)),
            ("recovered", "0")
        );
    }

    private static async Task<string> ValidUntil(Db db, Lot lot, string today, CancellationToken cancellation)
    {
        var released = await db.Set<Outcome>()
            .Where(o => o.LotId == lot.Id && o.Kind == "release")
            .OrderByDescending(o => o.At)
            .Select(o => (DateTimeOffset?)o.At)
            .FirstOrDefaultAsync(cancellation);
        return released is { } at
            ? Registry.Zones.DayOf(at).AddMonths(24).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : today;
    }

    /// <summary>The one re-inspection after rework: tightened throughout, in the round that is open now.</summary>
    private async Task Resubmit(Work work, Lot lot, CancellationToken cancellation)
    {
        lot.Attempt++;
        lot.Verdict = null;
        (lot.Mode, lot.Probability) = ("every-lot", "1");
        lot.DrawId = await DrawRounds.Open(work, cancellation);
        var agreement = await agreements.InForce(lot.ZoneId, work.Now, cancellation);
        var tightened = Planning.TermsOf(agreement).Groups.ToDictionary(g => g.Group, _ => Severity.Tightened);
        var plan = Planning.Make(packs, agreement, lot, tightened);
        await Declaring.Keep(work, plan, cancellation);
    }

    private static async Task Record(Work work, Lot lot, LotAction action, CancellationToken cancellation)
    {
        var judgement = await LotRecords.LastJudgement(work.Db, lot, cancellation);
        await work.Insert(
            new Outcome
            {
                ZoneId = lot.ZoneId,
                Id = work.NewId(),
                LotId = lot.Id,
                Attempt = lot.Attempt,
                FirmId = lot.FirmId,
                Kind = action.Kind,
                Reason = action.Reason,
                JudgementId = judgement?.Id,
                By = work.Viewer.UserId,
                At = work.Now,
            },
            cancellation
        );
        await work.Journal(
            "lot." + action.Kind,
            lot.Id,
            new
            {
                lot.Number,
                action.Reason,
                lot.State,
                lot.Attempt,
            },
            cancellation
        );
    }
}

/// <summary>A lot at an instant, with where to look for what belongs to it.</summary>
internal sealed record LotMoment(Db Db, Lot Lot, DateTimeOffset Now);
