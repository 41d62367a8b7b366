using System.Text;
using System.Text.Json;
using Yuheng.Core.Judging;
using Yuheng.Core.Sampling;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Papers;
using Yuheng.Server.Registry;
using LotDecision = Yuheng.Core.Judging.LotDecision;

namespace Yuheng.Server.Demo;

/// <summary>
/// A year of lots: some 115 a week, each week one round of the draw, one lot in seven sampled and tested, the others
/// checked
/// by their documents. Draws, plans and verdicts are made by the engines themselves, so that all of them can be
/// re-derived.
/// </summary>
internal sealed class DemoYear(DemoWorld world, DemoChance chance)
{
    /// <summary>Lots of the year.</summary>
    public const int Lots = 6000;

    private const int Weeks = 52;

    private const double TrulyBad = 0.075;

    private static readonly long[] Quantities = [90, 150, 150, 280, 280, 500, 500, 800, 1200];

    private static readonly Selection OneInSeven = new("lot-sampling", new SelectionProbability(1, 7));

    private readonly DemoRows _rows = new(world);
    private readonly DemoBench _bench = new(chance);
    private readonly Dictionary<string, LimitConfirmation> _confirmations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sheets = new(StringComparer.Ordinal);

    /// <summary>Makes and inserts the year.</summary>
    public async Task Make(Work work, CancellationToken cancellation)
    {
        for (var week = 0; week < Weeks; week++)
        {
            var opened = work.Now.AddDays(-7 * (Weeks - week));
            await Week(work, opened, (Lots / Weeks) + (week < Lots % Weeks ? 1 : 0), cancellation);
        }
    }

    private async Task Week(Work work, DateTimeOffset opened, int count, CancellationToken cancellation)
    {
        var closed = opened.AddDays(2);
        var drawn = closed.AddHours(8);
        var round = new DrawRound
        {
            ZoneId = world.Zone.ZoneId,
            Id = Guid.CreateVersion7(opened),
            Commitment = [],
            Secret = chance.Bytes(32),
            OpenedAt = opened,
        };
        var lots = new List<(Lot Lot, Made Plan)>(count);
        for (var i = 0; i < count; i++)
        {
            lots.Add(await Declare(work, round.Id, opened.AddMinutes(2 * 24 * 60.0 * i / count), cancellation));
        }

        var record = Draw(round, lots, (closed, drawn));
        await work.Insert(
            new DrawRound
            {
                ZoneId = round.ZoneId,
                Id = round.Id,
                Secret = round.Secret,
                OpenedAt = opened,
                ClosedAt = closed,
                DrawnAt = drawn,
                Commitment = Convert.FromHexString(record.Commitment.Hash),
                FrozenPlan = FrozenPlans.Write(record.FrozenPlan(), []),
                Record = Encoding.UTF8.GetString(DrawFile.Write(record)),
                PublicValue = record.PublicValue.Value,
                PublicSource = record.PublicValue.Source,
            },
            cancellation
        );
        var selected = record.Lots.Where(l => l.Selected).ToDictionary(l => l.Lot, StringComparer.Ordinal);
        var seed = record.DeriveSeed();
        foreach (var (lot, plan) in lots)
        {
            await (
                selected.ContainsKey(lot.Id.ToString())
                    ? Inspect(work, (lot, plan), (seed, drawn), cancellation)
                    : CheckDocuments(work, lot, drawn, cancellation)
            );
        }
    }

    private async Task<(Lot Lot, Made Plan)> Declare(
        Work work,
        Guid round,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var firm = chance.Of(world.Makers);
        var product = chance.Of(firm.Products);
        var micro = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
        var quantity = chance.Of(Quantities);
        var lot = new Lot
        {
            ZoneId = world.Zone.ZoneId,
            Id = Guid.CreateVersion7(micro),
            Seq = await work.Next("lot", cancellation),
            FirmId = firm.Party.Id,
            Number = $"{micro:yyMM}{chance.Below(90_000) + 10_000}",
            ProductId = product.Id,
            ProductNameZh = product.NameZh,
            ProductNameEn = product.NameEn,
            Model = product.Model,
            ValveType = product.ValveType,
            Size = product.Size,
            Pressure = product.Pressure,
            Seat = product.Seat,
            BodyAlloy = product.BodyAlloy,
            HsCode = product.HsCode,
            Quantity = quantity,
            Unit = "pcs",
            Heats = JsonSerializer.Serialize(new[] { $"R{micro:yyMM}-{chance.Below(60):00}" }),
            Markets = chance.Of(world.Data.Markets),
            ProducedOn = Zones.DayOf(micro).AddDays(-chance.Below(20)),
            ValueUsd = decimal.Round(quantity * (0.8m + (chance.Below(300) / 100m)), 2),
            Source = "demo",
            Mode = OneInSeven.Mode,
            Probability = OneInSeven.Probability.ToString(),
            State = "planned",
            Attempt = 1,
            DrawId = round,
            DeclaredAt = micro,
            DeclaredBy = Guid.Empty,
        };
        var plan = Planning.Make(world.Packs, world.Agreement, lot, new Dictionary<string, Severity>());
        if (_sheets.Add(plan.StoredSheet.Hash))
        {
            await work.Insert(plan.StoredSheet, cancellation);
            await Confirm(work, plan.Sheet.Requirements, cancellation);
        }

        await work.Insert(plan.StoredPlan, cancellation);
        return (lot, plan);
    }

    private static DrawRecord Draw(
        DrawRound round,
        IReadOnlyList<(Lot Lot, Made Plan)> lots,
        (DateTimeOffset Closed, DateTimeOffset Drawn) at
    )
    {
        var frozen = new FrozenPlan(
            round.ZoneId.ToString(),
            round.Id.ToString(),
            [
                .. lots.Select(l => new PlannedLot(
                    l.Lot.Id.ToString(),
                    OneInSeven.Probability,
                    l.Lot.Quantity,
                    l.Plan.Plan.Pieces
                )),
            ],
            []
        );
        var commitment = DrawCommitment.To(round.Secret, round.OpenedAt).Reveal(round.Secret, at.Drawn);
        var value = new PublicValue("demo: the closing time; synthetic, protects nothing", $"{at.Closed:O}");
        return DrawRecord.Of(
            frozen,
            commitment,
            round.Secret,
            new PublicEvent(new DrawTimes(round.OpenedAt, at.Closed, at.Closed), value)
        );
    }

    private async Task CheckDocuments(Work work, Lot lot, DateTimeOffset drawn, CancellationToken cancellation)
    {
        lot.State = drawn.AddDays(3) < work.Now ? "releasable" : "document-review";
        await Release(work, lot, (null, drawn.AddDays(3)), cancellation);
        await work.Insert(lot, cancellation);
    }

    private async Task Inspect(
        Work work,
        (Lot Lot, Made Plan) of,
        (DrawSeed Seed, DateTimeOffset Drawn) draw,
        CancellationToken cancellation
    )
    {
        var (lot, plan) = of;
        var sampled = draw.Drawn.AddDays(2);
        var tested = sampled.AddDays(4);
        lot.State =
            tested < work.Now ? "testing"
            : sampled < work.Now ? "testing"
            : "sampling";
        await Units(work, of, draw.Seed, cancellation);
        if (sampled < work.Now)
        {
            await work.Insert(_rows.VisitOf(lot, sampled), cancellation);
        }

        if (tested < work.Now)
        {
            await Judge(work, of, tested, cancellation);
        }

        await work.Insert(lot, cancellation);
    }

    private static async Task Units(Work work, (Lot Lot, Made Plan) of, DrawSeed seed, CancellationToken cancellation)
    {
        var units = Core.Supervision.Draw.UnitsInDrawOrder(
            seed,
            of.Lot.Id.ToString(),
            of.Lot.Quantity,
            of.Plan.Plan.Pieces
        );
        for (var i = 0; i < units.Length; i++)
        {
            await work.Insert(
                new SampleUnit
                {
                    ZoneId = of.Lot.ZoneId,
                    LotId = of.Lot.Id,
                    Attempt = 1,
                    Ordinal = i + 1,
                    FirmId = of.Lot.FirmId,
                    UnitNumber = units[i],
                    State = "found",
                },
                cancellation
            );
        }
    }

    private async Task Judge(Work work, (Lot Lot, Made Plan) of, DateTimeOffset at, CancellationToken cancellation)
    {
        var (lot, plan) = of;
        var bad = chance.Happens(TrulyBad);
        var observations = new List<Observation>();
        foreach (var requirement in plan.Sheet.Requirements.DistinctBy(r => r.Id))
        {
            var items = plan.Plan.Groups.FirstOrDefault(g => g.Group == requirement.Group)?.Items ?? 0;
            for (var ordinal = 1; ordinal <= items; ordinal++)
            {
                var id = Guid.CreateVersion7(at.AddMilliseconds(observations.Count));
                var fails = bad && requirement.Group == "performance" && chance.Happens(0.08);
                var observation = _bench.Read(requirement, ordinal, new Circumstances(id, at, world.Tester), fails);
                observations.Add(observation);
                await work.Insert(_rows.RowOf(lot, id, observation, requirement), cancellation);
            }
        }

        var facts = Inspection.Judging.FactsOf(
            lot,
            new Inspection.LotPlan(plan.Plan, plan.Sheet),
            new Evidence(Zones.DayOf(at), observations, [.. _confirmations.Values])
        );
        var verdict = LotDecision.Decide(facts);
        var row = _rows.JudgementOf(lot, facts, verdict, at.AddHours(4));
        lot.Verdict = row.Verdict;
        lot.LaboratoryId = world.Parties.Laboratory.Id;
        lot.State = verdict.Conclusion switch
        {
            Conclusion.Conforming => "releasable",
            Conclusion.Nonconforming => "held",
            _ => "cannot-judge",
        };
        await work.Insert(row, cancellation);
        await Release(work, lot, (row, at.AddDays(1)), cancellation);
    }

    /// <summary>
    /// Lots that could be released ten days ago are, with a credential; those of two months ago have left the country.
    /// </summary>
    private async Task Release(
        Work work,
        Lot lot,
        (Judgement? Judgement, DateTimeOffset At) of,
        CancellationToken cancellation
    )
    {
        if (lot.State != "releasable" || of.At.AddDays(10) > work.Now)
        {
            return;
        }

        var firm = world.FirmOf(lot.FirmId);
        var source = new CredentialSource(
            world.Issuer,
            lot,
            firm,
            of.Judgement,
            of.Judgement is null ? null : world.Laboratory
        );
        var credential = Releasing.Sign(source, world.Key, await work.Next("credential", cancellation), of.At);
        lot.State = of.At.AddDays(60) < work.Now ? "exported" : "released";
        await work.Insert(credential, cancellation);
        await work.Insert(
            new Outcome
            {
                ZoneId = lot.ZoneId,
                Id = Guid.CreateVersion7(of.At),
                LotId = lot.Id,
                Attempt = 1,
                FirmId = lot.FirmId,
                Kind = "release",
                Reason = credential.Number,
                JudgementId = of.Judgement?.Id,
                By = world.Reviewer.UserId,
                At = of.At,
            },
            cancellation
        );
    }

    private async Task Confirm(Work work, IReadOnlyList<Requirement> requirements, CancellationToken cancellation)
    {
        foreach (var requirement in requirements.Where(r => r.Confidence == Core.Confidence.Low && r.Pack is not null))
        {
            var day = Zones.DayOf(work.Now).AddYears(-1).AddDays(-1);
            var row = new Requirements.Confirmation
            {
                ZoneId = world.Zone.ZoneId,
                Id = work.NewId(),
                Key = requirement.Key,
                PackHash = requirement.Pack!.Hash,
                By = world.Reviewer.UserId,
                Reason = "synthetic: demonstration only",
                Day = day,
            };
            if (
                _confirmations.TryAdd(
                    row.Key,
                    new LimitConfirmation(row.Key, row.PackHash, row.By.ToString(), row.Reason, row.Day)
                )
            )
            {
                await work.Insert(row, cancellation);
            }
        }
    }
}
