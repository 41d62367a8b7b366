using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Supervision;

/// <summary>A notification or return as it came in.</summary>
public sealed record Received(string Kind, DateOnly ReceivedOn, string Market, string Origin, string Finding)
{
    public string? HsCode { get; init; }

    public string? Maker { get; init; }

    public string? Exporter { get; init; }

    public string? LotNumber { get; init; }

    public string? Invoice { get; init; }

    public string? CredentialId { get; init; }

    public long Quantity { get; init; }

    public int ReturnedLots { get; init; }

    public decimal ValueUsd { get; init; }
}

/// <summary>A step on a case with what is said for it.</summary>
public sealed record CaseStep(string Event, string Said, string? Choice = null);

/// <summary>Overseas notifications and returns: received, matched, enquired into, answered for, fed back.</summary>
internal sealed class OverseasCases(Commands commands)
{
    /// <summary>Kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["notification", "return"];

    /// <summary>Steps that a person takes with a word of explanation.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        "not-ours", "launch", "unmatch", "set-method", "find", "name", "object", "uphold", "reject", "dispose",
        "feed-back", "close",
    ];

    /// <summary>Lots looked through for a match.</summary>
    private const int MostLots = 2000;

    private static readonly Term ObjectionTerm = new(10, TermUnit.WorkingDays);

    /// <summary>Takes a notice in.</summary>
    public Task<Guid> Receive(Viewer viewer, IReadOnlyList<Received> notices) =>
        Recorded.Run(commands, viewer, new Attempt("overseas.receive", Guid.Empty), async (work, c) =>
        {
            var last = Guid.Empty;
            foreach (var notice in notices)
            {
                Check(notice, Registry.Zones.DayOf(work.Now));
                var row = Row(work, notice, await work.Next("overseas", c));
                StoredMatters.Show(
                    row, Matter.Begin(StoredMatters.Cases, WorkingDayCalendar.China, row.BegunOn, Facts.None).Standing);
                await work.Insert(row, c);
                await work.Journal("overseas.received", row.Id, notice, c);
                last = row.Id;
            }

            return last;
        });

    /// <summary>Lots that a case may be about, best first.</summary>
    public static async Task<IReadOnlyList<LotMatch>> Candidates(
        Db db, OverseasCase about, CancellationToken cancellation)
    {
        var lots = await db.Set<Lot>().Where(l => l.Number == about.LotNumber || l.Markets.Contains(about.Market))
            .OrderByDescending(l => l.Seq).Take(MostLots).ToListAsync(cancellation);
        var firms = lots.Select(l => l.FirmId).Distinct().ToList();
        var names = await db.Set<Registry.Party>().Where(p => firms.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellation);
        var notice = new OverseasNotice(
            about.Id.ToString(), about.ReceivedOn, about.Market, about.HsCode, about.Maker, about.Exporter,
            about.LotNumber, about.Invoice, about.CredentialId, about.Quantity);
        return OverseasRules.Default.Match(notice, lots.Select(l => Shipped(l, names[l.FirmId])));
    }

    /// <summary>A person confirms which lot a case is about.</summary>
    public Task<string> Match(Viewer viewer, Guid id, Guid lotId) =>
        Recorded.Run(commands, viewer, new Attempt("overseas.match", id), async (work, c) =>
        {
            var row = await Find(work.Db, id, c);
            var lot = await LotRecords.Lot(work.Db, lotId, c);
            var found = (await Candidates(work.Db, row, c)).FirstOrDefault(m => m.LotId == lotId.ToString());
            StoredMatters.Take(row, StoredMatters.Cases, NewStep.Of(
                work,
                "match",
                ("matchScore", (found?.Points ?? 0).ToString(CultureInfo.InvariantCulture)),
                ("confirmedBy", viewer.UserId.ToString())));
            (row.FirmId, row.LotId) = (lot.FirmId, lot.Id);
            await work.Journal("overseas.matched", id, new { row.Number, lot = lot.Id, found?.Points }, c);
            return row.State;
        });

    /// <summary>Takes a step.</summary>
    /// <exception cref="Refused">The step is not open, or a rule does not hold; recorded.</exception>
    public Task<string> Take(Viewer viewer, Guid id, CaseStep step) =>
        Recorded.Run(commands, viewer, new Attempt("overseas." + step.Event, id), async (work, c) =>
        {
            if (!Events.Contains(step.Event))
            {
                throw new Refused("refused.supervision.step-unknown", step.Event) { Field = "event" };
            }

            var row = await Find(work.Db, id, c);
            StoredMatters.Take(row, StoredMatters.Cases, NewStep.Of(work, step.Event, [.. FactsOf(work, row, step)]));
            if (step.Event == "name")
            {
                row.Outcome = OverseasRules.Default.Outcome(step.Choice ?? "").Id;
            }

            if (row.State == "responsibility" && step.Event != "object")
            {
                row.ObjectionUntil = row.Due;
            }

            if (step.Event == "dispose")
            {
                await Told(work, row, c);
            }

            await work.Journal("overseas." + step.Event, id, new { row.Number, step.Said, step.Choice, row.State }, c);
            return row.State;
        });

    private static IEnumerable<(string, string)> FactsOf(Work work, OverseasCase row, CaseStep step)
    {
        var today = Registry.Zones.DayOf(work.Now);
        var until = step.Event is "object" or "dispose"
            ? row.ObjectionUntil
            : WorkingDayCalendar.China.DeadlineOf(today, ObjectionTerm).Due;
        var said = new[] { "reason", "evidence", "facts", "cause", "measures", "answer" };
        return
        [
            .. said.Select(name => (name, step.Said)),
            ("method", step.Choice ?? ""),
            ("reserveSample", step.Choice ?? ""),
            ("outcome", step.Choice ?? ""),
            ("objectionUntil", Iso(until)),
            ("objectedOn", Iso(today)),
            ("today", Iso(today)),
            ("openMeasures", "0"),
        ];
    }

    /// <summary>Only an outcome that answers for a fault touches the maker's level.</summary>
    private static async Task Told(Work work, OverseasCase row, CancellationToken cancellation)
    {
        if (row.LotId is not { } lotId
            || OverseasRules.Default.Outcome(row.Outcome ?? "").LevelEvent is not { } kind)
        {
            return;
        }

        var lot = await LotRecords.Lot(work.Db, lotId, cancellation);
        await Watching.Happened(
            work,
            new QualityRecord
            {
                ZoneId = row.ZoneId,
                Id = work.NewId(),
                FirmId = row.FirmId,
                Family = Families.Of(lot.ValveType),
                Kind = kind,
                HappenedOn = Registry.Zones.DayOf(work.Now),
                SubjectId = row.Id,
                Evidence = row.Number.ToString(CultureInfo.InvariantCulture),
            },
            cancellation);
    }

    /// <summary>A case; another firm's answers like a missing one.</summary>
    internal static async Task<OverseasCase> Find(Db db, Guid id, CancellationToken cancellation) =>
        await db.Set<OverseasCase>().SingleOrDefaultAsync(m => m.Id == id, cancellation)
        ?? throw new Refused("refused.supervision.case-not-found");

    private static void Check(Received notice, DateOnly today)
    {
        if (!Kinds.Contains(notice.Kind))
        {
            throw new Refused("refused.supervision.case-kind", notice.Kind) { Field = "kind" };
        }

        if (notice.ReceivedOn > today)
        {
            throw new Refused("refused.supervision.received-in-future") { Field = "receivedOn" };
        }

        if (notice is { Quantity: < 0 } or { ReturnedLots: < 0 or > 10_000 } or { ValueUsd: < 0 })
        {
            throw new Refused("refused.supervision.case-numbers") { Field = "quantity" };
        }
    }

    private static OverseasCase Row(Work work, Received notice, long number) =>
        new()
        {
            ZoneId = work.Viewer.ZoneId,
            Id = work.NewId(),
            Number = number,
            FirmId = Guid.Empty,
            Kind = notice.Kind,
            ReceivedOn = notice.ReceivedOn,
            Market = notice.Market,
            Origin = notice.Origin,
            HsCode = notice.HsCode,
            Maker = notice.Maker,
            Exporter = notice.Exporter,
            LotNumber = notice.LotNumber,
            Invoice = notice.Invoice,
            CredentialId = notice.CredentialId,
            Quantity = notice.Quantity,
            ReturnedLots = notice.ReturnedLots,
            ValueUsd = notice.ValueUsd,
            Finding = notice.Finding,
            BegunOn = Registry.Zones.DayOf(work.Now),
            State = StoredMatters.Cases.Data.Initial,
            Since = Registry.Zones.DayOf(work.Now),
            History = "[]",
        };

    private static ShippedLot Shipped(Lot lot, Registry.Party firm) =>
        new(
            lot.Id.ToString(),
            lot.FirmId.ToString(),
            lot.Number,
            Registry.Zones.DayOf(lot.DeclaredAt),
            lot.Markets,
            lot.HsCode,
            lot.Quantity,
            [firm.NameZh, firm.NameEn, lot.MakerName ?? ""],
            [firm.NameZh, firm.NameEn, lot.ExporterName ?? ""],
            lot.OrderNumber);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
