using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>The record of a lot, top-down: verdict and reasons, or the plan; what next; facts; timeline.</summary>
internal static class ShowLot
{
    /// <summary>Entries of the journal shown; a lot's life has some twenty.</summary>
    private const int MostEntries = 200;

    /// <summary>Files shown.</summary>
    private const int MostFiles = 200;

    public static async Task<IResult> Show(Guid id, HttpContext http, Db db, T texts, Agreements agreements) =>
        Page.Show<LotPage>(await Read(new Asked(http, db, texts, agreements), id));

    private static async Task<LotRecord> Read(Asked asked, Guid id)
    {
        var (http, db, _, agreements) = asked;
        var (viewer, stop) = (http.Viewer(), http.RequestAborted);
        var lot = await LotRecords.Lot(db, id, stop);
        var plan = await LotRecords.Plan(db, lot, stop);
        var units = await LotRecords.Units(db, lot, stop);
        var judgement = await LotRecords.LastJudgement(db, lot, stop);
        var facts = await Acting.FactsOf(new LotMoment(db, lot, agreements.Now), new LotAction("", "-"), stop);
        return new LotRecord
        {
            Lot = lot,
            Firm = (await PartyNames.Of(db, [lot.FirmId], stop)).GetValueOrDefault(lot.FirmId) ?? new PartyName("", ""),
            Plan = plan,
            SamplingStandard = Standard(await agreements.Read(viewer.ZoneId, stop), plan.Plan.Agreement),
            PlanHash = await PlanHash(db, lot, stop),
            Units = [.. units.OrderBy(u => u.UnitNumber)],
            DrawnAt = lot.DrawId is null ? null : await DrawnAt(db, lot, stop),
            Judgement = judgement,
            Verdict = judgement is null ? null : Core.Judging.JudgingJson.Verdict(judgement.Decision),
            Possible = LotMachine.Possible(lot, viewer, facts),
            Attachments = await Files(db, lot, stop),
            Timeline = await Timeline(asked, lot),
            Links = await Links(http, lot),
            Own = viewer.ActsForFirm && viewer.PartyId == lot.FirmId,
            Contract = lot.Contract is null
                ? null
                : JsonSerializer.Deserialize<ContractTerms>(lot.Contract, JournalJson.Options),
        };
    }

    private static string Standard(IReadOnlyList<Agreement> versions, int number) =>
        versions.FirstOrDefault(a => a.Number == number) is { } version
            ? Planning.TermsOf(version).SamplingStandard
            : "";

    private static async Task<string> PlanHash(Db db, Lot lot, CancellationToken stop) =>
        Convert.ToHexStringLower(await db.Set<Plan>().Where(p => p.LotId == lot.Id && p.Attempt == lot.Attempt)
            .Select(p => p.Hash).SingleAsync(stop));

    private static Task<DateTimeOffset?> DrawnAt(Db db, Lot lot, CancellationToken stop) =>
        db.Set<DrawRound>().Where(r => r.Id == lot.DrawId).Select(r => r.DrawnAt).SingleOrDefaultAsync(stop);

    private static async Task<IReadOnlyList<Attachment>> Files(Db db, Lot lot, CancellationToken stop) =>
        await db.Set<Attachment>().Where(a => a.LotId == lot.Id).OrderBy(a => a.At).Take(MostFiles).ToListAsync(stop);

    private static async Task<IReadOnlyList<TimelineEntry>> Timeline(Asked asked, Lot lot)
    {
        var (db, texts, stop) = (asked.Db, asked.Texts, asked.Http.RequestAborted);
        var entries = await db.Set<JournalEntry>().Where(e => e.SubjectId == lot.Id).OrderByDescending(e => e.Seq)
            .Take(MostEntries).Select(e => new { e.At, e.UserId, e.PartyId, e.Kind, e.Data, e.Hash }).ToListAsync(stop);
        var people = await People.Names(db, [.. entries.Select(e => e.UserId).Distinct()], stop);
        var parties = await PartyNames.Of(db, [.. entries.Select(e => e.PartyId).Distinct()], stop);
        return
        [
            .. entries.Select(e => new TimelineEntry(
                e.At,
                Who(people.GetValueOrDefault(e.UserId), parties.GetValueOrDefault(e.PartyId), texts),
                What(e.Kind, e.Data, texts))
            {
                Hash = Convert.ToHexStringLower(e.Hash),
            }),
        ];
    }

    private static string Who(string? person, PartyName? party, T texts)
    {
        var name = party is null ? "" : texts.Language == Language.Chinese ? party.Zh : party.En;
        return (person, name) switch
        {
            (null, _) => texts["inspection.lots.by-the-product"],
            (_, "") => person,
            _ => $"{person}, {name}",
        };
    }

    /// <summary>The entry's sentence; kinds of later modules that have none here are named as they are.</summary>
    private static string What(string kind, string data, T texts)
    {
        var key = "inspection.lots.journal." + kind.Replace('.', '-');
        var what = texts.Has(key) ? texts[key] : texts["inspection.lots.journal-other", kind];
        using var written = JsonDocument.Parse(data);
        return written.RootElement.ValueKind == JsonValueKind.Object
            && written.RootElement.TryGetProperty("reason", out var reason) && reason.GetString() is { Length: > 0 } why
            ? texts["inspection.lots.journal-reason", what, why]
            : what;
    }

    private static async Task<IReadOnlyList<LotLink>> Links(HttpContext http, Lot lot)
    {
        List<LotLink> links = [];
        foreach (var source in http.RequestServices.GetServices<LotLinks>())
        {
            links.AddRange(await source(http, lot));
        }

        return links;
    }

    private sealed record Asked(HttpContext Http, Db Db, T Texts, Agreements Agreements);
}
