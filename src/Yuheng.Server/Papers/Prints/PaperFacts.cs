using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Judging;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers.Prints;

/// <summary>
/// Everything that papers of a lot are made from, as one person may see it: the firm's own readings are the firm's, a
/// laboratory's count once its signatory has signed.
/// </summary>
public sealed record PaperFacts
{
    /// <summary>States in which a laboratory's results are not signed, or not all of them.</summary>
    private static readonly string[] Unsigned =
    [
        "declared",
        "planned",
        "sampling",
        "testing",
        "retest",
        "cannot-judge",
    ];

    /// <summary>Earlier lots whose results a 2.2 draws on: enough to show what the process gives.</summary>
    private const int MostOtherLots = 10;

    /// <summary>Readings of earlier lots that are looked at.</summary>
    private const int MostOtherReadings = 5_000;

    /// <summary>The lot.</summary>
    public required Lot Lot { get; init; }

    /// <summary>The declaring firm.</summary>
    public required PaperParty Firm { get; init; }

    /// <summary>The plan.</summary>
    public required LotPlan Plan { get; init; }

    /// <summary>Results of the lot, all parties.</summary>
    public required IReadOnlyList<PaperLine> Lines { get; init; }

    /// <summary>Results of other lots of the product, by the firm's own bench.</summary>
    public required IReadOnlyList<PaperLine> OtherLots { get; init; }

    /// <summary>The laboratory that signed.</summary>
    public PaperParty? Laboratory { get; init; }

    /// <summary>The credential that stands.</summary>
    public Credential? Credential { get; init; }

    /// <summary>Reads them.</summary>
    public static async Task<PaperFacts> Of(Db db, Guid lotId, CancellationToken cancellation)
    {
        var lot = await LotRecords.Lot(db, lotId, cancellation);
        var plan = await LotRecords.Plan(db, lot, cancellation);
        var firm = PartyOf(await Registry.Registry.Party(db, lot.FirmId, cancellation));
        var bench = new Tester(
            lot.FirmId,
            firm,
            IsFirm: true,
            new Dictionary<DateOnly, IReadOnlyList<LaboratoryScope>>()
        );
        var readings = await LotRecords.Readings(db, lot, cancellation);
        var laboratory = await Laboratories(db, lot, readings, cancellation);
        var credentials = await Papers.Of(db, lot.Id, cancellation);
        return new PaperFacts
        {
            Lot = lot,
            Plan = plan,
            Firm = firm,
            Laboratory = laboratory?.Party,
            Lines = PaperResults.Lines(
                plan.Sheet.Requirements,
                readings,
                laboratory is null ? [bench] : [laboratory, bench]
            ),
            OtherLots = PaperResults.Lines(plan.Sheet.Requirements, await Others(db, lot, cancellation), [bench]),
            Credential = credentials.FirstOrDefault(c => c.RevokedAt is null && c.ReplacedBy is null),
        };
    }

    /// <summary>What is known when a paper is asked for.</summary>
    public PaperSituation Situation(Viewer viewer)
    {
        var lines = Lines.Where(l => l.Level != "first").ToList();
        return new PaperSituation
        {
            Viewer = viewer,
            FirmId = Lot.FirmId,
            LaboratoryId = Lot.LaboratoryId,
            State = Lot.State,
            Verdict = Lot.Verdict,
            Results = Lines.Count,
            Failures = Lines.Sum(l => l.Tested - l.Passed),
            OtherLots = OtherLots.Count,
            Signed = lines.Count > 0,
            InScope = lines.All(l => l.Level == "third"),
            Credential = Credential is { SuspendedAt: null },
        };
    }

    /// <summary>The lines that a kind of paper shows.</summary>
    public IReadOnlyList<PaperLine> LinesFor(PaperKind kind) =>
        kind.Code switch
        {
            PaperKinds.Statement or PaperKinds.Labels => [],
            PaperKinds.NonSpecific => OtherLots,
            PaperKinds.Report => [.. Lines.Where(l => l.Level == "third")],
            _ => Lines,
        };

    /// <summary>Planned requirements that have none of the lines.</summary>
    public IReadOnlyList<Requirement> Without(IReadOnlyList<PaperLine> lines)
    {
        var tested = lines.Select(l => l.Requirement.Key).ToHashSet(StringComparer.Ordinal);
        var planned = Plan.Plan.Groups.Where(g => g.Items > 0).Select(g => g.Group).ToHashSet(StringComparer.Ordinal);
        return [.. Plan.Sheet.Requirements.Where(r => planned.Contains(r.Group) && !tested.Contains(r.Key))];
    }

    /// <summary>The lot as papers show it.</summary>
    public PaperLot OnPaper() =>
        new(
            Lot.Number,
            Lot.ProductNameZh,
            Lot.ProductNameEn,
            Lot.Model,
            Lot.Size,
            Lot.Pressure,
            Lot.BodyAlloy,
            Lot.Quantity
        )
        {
            Heats = JsonSerializer.Deserialize<string[]>(Lot.Heats)!,
            Markets = Lot.Markets,
            Order = Lot.OrderItem is null ? Lot.OrderNumber : $"{Lot.OrderNumber} / {Lot.OrderItem}",
            Maker = Lot.MakerName,
            ProducedOn = Lot.ProducedOn,
        };

    private static PaperParty PartyOf(Party party) => new(party.NameZh, party.NameEn, party.CreditCode, party.Address);

    private static async Task<Tester?> Laboratories(
        Db db,
        Lot lot,
        IReadOnlyList<RecordedReading> readings,
        CancellationToken cancellation
    )
    {
        if (lot.LaboratoryId is not { } id || Unsigned.Contains(lot.State))
        {
            return null;
        }

        var days = readings.Where(r => r.ByPartyId == id).Select(r => PaperResults.Observed(r).Day).Distinct();
        var scope = new Dictionary<DateOnly, IReadOnlyList<LaboratoryScope>>();
        foreach (var day in days)
        {
            scope[day] = await Registry.Registry.Scope(db, id, day, cancellation);
        }

        return new Tester(id, PartyOf(await Registry.Registry.Party(db, id, cancellation)), IsFirm: false, scope);
    }

    private static async Task<List<RecordedReading>> Others(Db db, Lot lot, CancellationToken cancellation)
    {
        if (db.Sight.FirmId != lot.FirmId)
        {
            return [];
        }

        var lots = await db.Set<Lot>()
            .Where(l => l.ProductId == lot.ProductId && l.Id != lot.Id && l.Seq < lot.Seq)
            .OrderByDescending(l => l.Seq)
            .Select(l => l.Id)
            .Take(MostOtherLots)
            .ToListAsync(cancellation);
        return await db.Set<RecordedReading>()
            .AsNoTracking()
            .Where(r => lots.Contains(r.LotId) && r.ByPartyId == lot.FirmId)
            .OrderBy(r => r.Id)
            .Take(MostOtherReadings)
            .ToListAsync(cancellation);
    }
}
