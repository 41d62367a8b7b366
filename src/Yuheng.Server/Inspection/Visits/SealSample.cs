using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Visits;

/// <summary>The sampling visit: two samplers find the drawn units, seal them and leave a record.</summary>
internal static class SealSample
{
    private static readonly char[] Separators = [',', ';', '\n', '\r', '\uFF0C', '\u3001', '\uFF1B'];

    /// <summary>Most reserve samples that a visit leaves.</summary>
    private const int MostReserve = 10_000;

    /// <summary>Most seals of one visit.</summary>
    private const int MostSeals = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lots/{id:guid}/visit", Ask).Requires(Role.Inspector);
        routes.MapPost("/lots/{id:guid}/visit", Answer).Requires(Role.Inspector);
        routes.MapGet("/lots/{id:guid}/sampling-record", Print).SignedIn();
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, Db db)
    {
        var stop = http.RequestAborted;
        var lot = await LotRecords.Lot(db, id, stop);
        if (lot.State != "sampling")
        {
            return Page.See(await HasVisit(db, lot, stop) ? $"/lots/{id}/sampling-record" : $"/lots/{id}");
        }

        var state = http.RequestServices.GetRequiredService<FormState>();
        var units = await Units(db, lot, number => state.Typed(VisitUnit.Name(number)), stop);
        var me = http.Viewer().UserId;
        var last = await db.Set<Visit>()
            .Where(v => v.SamplerOne == me)
            .OrderByDescending(v => v.At)
            .Select(v => (Guid?)v.SamplerTwo)
            .FirstOrDefaultAsync(stop);
        var others = await Others(db, me, stop);
        var firm = await Registry.Registry.Party(db, lot.FirmId, stop);
        return Page.Show<VisitPage>(new VisitModel(lot, firm, units, others) { LastSecond = last });
    }

    private static Task<IResult> Answer(Guid id, HttpContext http, Db db, Visiting visiting, FileStore files) =>
        Page.Retry(
            http,
            async () =>
            {
                var stop = http.RequestAborted;
                var form = await http.Form();
                var lot = await LotRecords.Lot(db, id, stop);
                var facts = await Read(form, lot, await Others(db, http.Viewer().UserId, stop));
                var units = await Units(db, lot, number => form.Optional(VisitUnit.Name(number)), stop);
                CheckUnits(form, units);
                form.Check();
                var photos = await GivenFile.Of(form.Files, "photos", "photo", stop);
                var kept = new List<StoredFile>();
                foreach (var photo in photos)
                {
                    kept.Add(await files.Keep(photo, stop));
                }

                await visiting.Record(http.Viewer(), id, facts with { Photos = kept, Missing = Missing(units) }, stop);
                return Page.See($"/lots/{id}/sampling-record");
            },
            () => Ask(id, http, db)
        );

    private static async Task<IResult> Print(Guid id, HttpContext http, Db db)
    {
        var stop = http.RequestAborted;
        var lot = await LotRecords.Lot(db, id, stop);
        var visit =
            await db.Set<Visit>().Where(v => v.LotId == id).OrderByDescending(v => v.At).FirstOrDefaultAsync(stop)
            ?? throw new Refused("refused.inspection.visit-not-found");
        var units = await db.Set<SampleUnit>()
            .Where(u => u.LotId == id && u.Attempt == visit.Attempt)
            .OrderBy(u => u.UnitNumber)
            .ToListAsync(stop);
        var names = await People.Names(db, [visit.SamplerOne, visit.SamplerTwo], stop);
        var firm = await Registry.Registry.Party(db, lot.FirmId, stop);
        var photos = (await Attaching.Of(db, lot, stop)).Where(a => a.Kind == "photo").ToList();
        return Page.Show<SamplingRecordPage>(
            new SamplingRecord(lot, visit, firm, units)
            {
                SamplerOne = names.GetValueOrDefault(visit.SamplerOne, ""),
                SamplerTwo = names.GetValueOrDefault(visit.SamplerTwo, ""),
                Photos = photos,
            }
        );
    }

    private static Task<VisitFacts> Read(FormInput form, Lot lot, IReadOnlyList<Person> others)
    {
        var presented = form.Whole("presentedQuantity", 1, lot.Quantity);
        var second = form.Choice("secondSampler", [.. others.Select(p => p.Id.ToString())]);
        var seals = (form.Text("seals", 4000) ?? "").Split(
            Separators,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (seals.Length > MostSeals)
        {
            form.Note("seals", "refused.inspection.seals-too-many", Text(MostSeals));
        }

        var reserve = form.Whole("reserveSamples", 0, MostReserve);
        var witness = form.Text("witness", 100);
        var remarks = form.Optional("remarks", 2000);
        return Task.FromResult(
            new VisitFacts
            {
                PresentedQuantity = presented ?? 0,
                SecondSampler = Guid.TryParse(second, out var person) ? person : Guid.Empty,
                Seals = seals,
                ReserveSamples = (int)(reserve ?? 0),
                Witness = witness ?? "",
                Remarks = remarks ?? "",
            }
        );
    }

    /// <summary>A number that steps in is looked for before the sample is sealed, so it must have been shown.</summary>
    private static void CheckUnits(FormInput form, IReadOnlyList<VisitUnit> units)
    {
        foreach (var unit in units.Where(u => u.Mark is not null && !MissingReasons.Codes.Contains(u.Mark)))
        {
            form.Note(unit.Field, "refused.shell.field-not-offered", unit.Mark!);
        }

        var shown = (form.Optional("shown", 40_000) ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        foreach (var spare in units.Where(u => u.InsteadOf is not null && !shown.Contains(Text(u.Number))))
        {
            form.Note(
                spare.Field,
                "refused.inspection.spare-to-find",
                Text(spare.Number),
                Text(spare.InsteadOf!.Value)
            );
        }
    }

    private static IReadOnlyList<MissingUnit> Missing(IReadOnlyList<VisitUnit> units) =>
        [
            .. units
                .Where(u => u.Mark is not null)
                .OrderBy(u => u.MissedAs)
                .Select(u => new MissingUnit(u.Number, u.Mark!)),
        ];

    /// <summary>Drawn units by number, then those that step in, each with what the form says of it.</summary>
    private static async Task<IReadOnlyList<VisitUnit>> Units(
        Db db,
        Lot lot,
        Func<long, string?> said,
        CancellationToken cancellation
    )
    {
        var drawn = await LotRecords.Units(db, lot, cancellation);
        var seed = await DrawRounds.Seed(db, lot, cancellation);
        var sample = new UnitSample(lot.Quantity, drawn.Count);
        string? MarkOf(long number) => said(number) is { Length: > 0 } mark ? mark : null;

        // As many spares as there are marks can be asked for; marks are looked up among what can be on the page.
        var reach = (int)Math.Min(lot.Quantity, 2L * drawn.Count);
        var order = Draw.UnitsInDrawOrder(seed, lot.Id.ToString(), lot.Quantity, reach);
        var marked = order.Where(n => MarkOf(n) is not null).ToHashSet();
        var replaced = Spares.Of(seed, lot.Id.ToString(), sample, marked);
        var places = drawn.ToDictionary(u => u.UnitNumber, u => u.Ordinal);
        var rows = drawn.OrderBy(u => u.UnitNumber).Select(u => u.UnitNumber).Concat(replaced.Select(r => r.By));
        var units = new List<VisitUnit>();
        foreach (var number in rows)
        {
            var insteadOf = replaced.FirstOrDefault(r => r.By == number);
            if (insteadOf is not null)
            {
                places[number] = places[insteadOf.Missing];
            }

            var missedAs = replaced.Select(r => r.Missing).ToList().IndexOf(number);
            units.Add(new VisitUnit(number, places[number], insteadOf?.Missing, MarkOf(number), missedAs));
        }

        return units;
    }

    private static Task<bool> HasVisit(Db db, Lot lot, CancellationToken cancellation) =>
        db.Set<Visit>().AnyAsync(v => v.LotId == lot.Id, cancellation);

    private static async Task<IReadOnlyList<Person>> Others(Db db, Guid me, CancellationToken cancellation) =>
        [.. (await People.Holding(db, Role.Inspector, cancellation)).Where(p => p.Id != me)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
