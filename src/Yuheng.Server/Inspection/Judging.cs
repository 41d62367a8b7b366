using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
using Yuheng.Core.Sampling;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Reviews;
using Yuheng.Server.Requirements;
using LotDecision = Yuheng.Core.Judging.LotDecision;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Signs results and decides lots: collects everything that a lot is decided by, decides, and stores facts and decision
/// byte for byte with the verdict.
/// </summary>
[Door]
public sealed class Judging(Commands commands, Registry.Zones zones)
{
    /// <summary>
    /// The laboratory's signatory signs the results: only where the laboratory's scope covers every method on that day.
    /// </summary>
    /// <exception cref="Refused">A method outside the scope, a sampler among the testers, a step not open.</exception>
    public Task<int> Sign(Viewer viewer, Guid lotId, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var lot = await LotRecords.Lot(work.Db, lotId, c);
                var plan = await LotRecords.Plan(work.Db, lot, c);
                var readings = await Counted(work.Db, lot, c);
                var outside = await OutsideScope(work, plan, readings, c);
                if (outside is not null)
                {
                    throw new Refused("refused.inspection.method-outside-scope", outside);
                }

                var samplers = await work
                    .Db.Set<Visit>()
                    .Where(v => v.LotId == lotId && v.Attempt == lot.Attempt)
                    .Select(v => new { v.SamplerOne, v.SamplerTwo })
                    .ToListAsync(c);
                LotMachine.Move(
                    lot,
                    "sign",
                    viewer,
                    Facts.Of(
                        ("inScope", "true"),
                        ("testers", string.Join('|', readings.Select(r => r.EnteredBy).Distinct())),
                        ("samplers", string.Join('|', samplers.SelectMany(s => new[] { s.SamplerOne, s.SamplerTwo })))
                    )
                );
                lot.LaboratoryId = viewer.PartyId;
                await work.Journal(
                    "lot.signed",
                    lot.Id,
                    new
                    {
                        lot.Number,
                        Readings = readings.Count,
                        lot.State,
                    },
                    c
                );
                return readings.Count;
            },
            cancellation
        );

    /// <summary>A reviewer decides the lot. Nobody reviews results that they entered themselves.</summary>
    /// <exception cref="Refused">Own results, or a step not open.</exception>
    public Task<LotVerdict> Review(Viewer viewer, Guid lotId, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var lot = await LotRecords.Lot(work.Db, lotId, c);
                var plan = await LotRecords.Plan(work.Db, lot, c);
                var readings = await Counted(work.Db, lot, c);
                if (readings.Any(r => r.EnteredBy == viewer.UserId))
                {
                    throw new Refused("refused.inspection.own-results-forbidden");
                }

                var facts = await Collect(work.Db, (lot, plan), readings, c);
                var verdict = LotDecision.Decide(facts);
                var row = Row(work, lot, facts, verdict);
                Move(lot, viewer, verdict);
                lot.Verdict = row.Verdict;
                await work.Insert(row, c);
                await TakeIntoSeries(work, (lot, plan), verdict, c);
                await work.Journal(
                    "lot.judged",
                    lot.Id,
                    new
                    {
                        lot.Number,
                        row.Verdict,
                        Hash = Convert.ToHexStringLower(row.Hash),
                        lot.State,
                        verdict.SafetyFailed,
                    },
                    c
                );
                return verdict;
            },
            cancellation
        );

    /// <summary>
    /// A reviewer finds the documents of a lot that was not drawn complete. Its credential says so: documents checked,
    /// not
    /// sampled.
    /// </summary>
    /// <exception cref="Refused">The lot was drawn, or a step is not open.</exception>
    public Task<string> ReviewDocuments(Viewer viewer, Guid lotId, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var lot = await LotRecords.Lot(work.Db, lotId, c);
                LotMachine.Move(lot, "complete", viewer, Facts.Of(("documents", "complete")));
                LotMachine.MoveBySystem(
                    lot,
                    "accept",
                    Facts.Of(("verdict", "documents-complete"), ("reasons", "inspection.documents-complete"))
                );
                await work.Journal("lot.documents-complete", lot.Id, new { lot.Number, lot.State }, c);
                return lot.State;
            },
            cancellation
        );

    /// <summary>What the rules would decide of a lot now; nothing is recorded.</summary>
    internal async Task<LotVerdict> Preview(Db db, Lot lot, CancellationToken cancellation)
    {
        var plan = await LotRecords.Plan(db, lot, cancellation);
        var readings = await Counted(db, lot, cancellation);
        return LotDecision.Decide(await Collect(db, (lot, plan), readings, cancellation));
    }

    /// <summary>Everything that a lot is decided by, as the engine takes it.</summary>
    internal static LotFacts FactsOf(Lot lot, LotPlan plan, Evidence evidence) =>
        new()
        {
            Lot = lot.Id.ToString(),
            Purpose = InspectionPurpose.LotSample,
            Product = new JudgedProduct(
                lot.ValveType,
                NominalSize.Read(lot.Size).Dn,
                lot.Pressure,
                lot.Seat,
                lot.BodyAlloy
            ),
            Day = evidence.Day,
            Requirements = plan.Sheet.Requirements,
            Plan = [.. plan.Plan.Groups.Select(g => Line(plan.Sheet, g))],
            Observations = evidence.Observations,
            Confirmations = evidence.Confirmations,
            Pins = plan.Sheet.Packs,
        };

    private async Task<LotFacts> Collect(
        Db db,
        (Lot Lot, LotPlan Plan) of,
        IReadOnlyList<RecordedReading> readings,
        CancellationToken cancellation
    )
    {
        var keys = of.Plan.Sheet.Requirements.Select(r => r.Key).ToList();
        return FactsOf(
            of.Lot,
            of.Plan,
            new Evidence(
                zones.Today,
                [.. readings.Select(r => JsonSerializer.Deserialize(r.Observation, JudgingJson.Default.Observation)!)],
                await Confirmations.Of(db, keys, cancellation)
            )
        );
    }

    private static PlanLine Line(RequirementDocument sheet, GroupPlan group) =>
        new()
        {
            Group = group.Group,
            Characteristics = [.. sheet.Requirements.Where(r => r.Group == group.Group).Select(r => r.Id).Distinct()],
            Specimens = [.. Enumerable.Range(1, group.Items).Select(i => i.ToString(CultureInfo.InvariantCulture))],
            Ac = group.Ac,
            Re = group.Re,
            Plan = string.Join(
                ", ",
                new[] { group.Level, group.FinalLetter, group.Aql is null ? null : "AQL " + group.Aql }.Where(p =>
                    p is not null
                )
            ),
        };

    /// <summary>
    /// Readings that count for the scheme: a laboratory's; a firm's own bench speaks on the firm's own papers.
    /// </summary>
    private static async Task<List<RecordedReading>> Counted(Db db, Lot lot, CancellationToken cancellation)
    {
        var all = await LotRecords.Readings(db, lot, cancellation);
        return [.. all.Where(r => r.ByPartyId != lot.FirmId)];
    }

    private async Task<string?> OutsideScope(
        Work work,
        LotPlan plan,
        IReadOnlyList<RecordedReading> readings,
        CancellationToken cancellation
    )
    {
        var tested = readings.Select(r => r.Characteristic).ToHashSet(StringComparer.Ordinal);
        var lines = await ScopeLine.Of(
            work.Db, (work.Viewer.PartyId, zones.Today), (plan, tested), cancellation);
        return lines.FirstOrDefault(line => line.Scope is null)?.Standard;
    }

    private static void Move(Lot lot, Viewer viewer, LotVerdict verdict)
    {
        if (lot.State == "cannot-judge")
        {
            LotMachine.Move(lot, "fact-arrives", viewer, Facts.Of(("newFact", "review")));
        }

        var (step, word) = verdict.Conclusion switch
        {
            Conclusion.Conforming => ("accept", "accept"),
            Conclusion.Nonconforming => ("not-accept", "not-accept"),
            _ => ("cannot-judge", "cannot-judge"),
        };
        LotMachine.MoveBySystem(
            lot,
            step,
            Facts.Of(("verdict", word), ("reasons", verdict.Statement.Code), ("missing", verdict.Statement.Code))
        );
    }

    private static Judgement Row(Work work, Lot lot, LotFacts facts, LotVerdict verdict)
    {
        var given = JudgingJson.Bytes(facts);
        var decided = JudgingJson.Bytes(verdict);
        return new Judgement
        {
            ZoneId = lot.ZoneId,
            Id = work.NewId(),
            LotId = lot.Id,
            Attempt = lot.Attempt,
            FirmId = lot.FirmId,
            Verdict = verdict.Conclusion.ToString().ToLowerInvariant(),
            Facts = given,
            Decision = decided,
            Hash = HashOf(given, decided),
            EngineVersion = verdict.Engine,
            ReviewedBy = work.Viewer.UserId,
            At = work.Now,
        };
    }

    /// <summary>SHA-256 over the hashes of facts and decision.</summary>
    public static byte[] HashOf(byte[] facts, byte[] decision) =>
        SHA256.HashData([.. SHA256.HashData(facts), .. SHA256.HashData(decision)]);

    /// <summary>
    /// A decided lot moves its series: the firm's product family and group under the agreement. An indeterminate lot
    /// does
    /// not, and a reworked lot is a resubmitted one.
    /// </summary>
    private static async Task TakeIntoSeries(
        Work work,
        (Lot Lot, LotPlan Plan) of,
        LotVerdict verdict,
        CancellationToken cancellation
    )
    {
        var (lot, plan) = of;
        if (verdict.Conclusion == Conclusion.Indeterminate)
        {
            return;
        }

        var agreement = await work
            .Db.Set<Agreement>()
            .AsNoTracking()
            .SingleAsync(a => a.Number == plan.Plan.Agreement, cancellation);
        var standard = Planning.TermsOf(agreement).SamplingStandard;
        foreach (var group in plan.Plan.Groups.Where(g => g.Aql is not null))
        {
            var found = verdict.Groups.Single(g => g.Group == group.Group).Nonconforming;
            await SeverityStates.Take(
                work,
                lot,
                new SeriesLot(
                    group.Group,
                    new InspectionAgreement(standard, PlanKind.Single, group.Level!, group.Aql!),
                    new LotOutcome(lot.Quantity, [found]) { Resubmitted = lot.Attempt > 1 }
                ),
                cancellation
            );
        }
    }
}

/// <summary>What was found on a lot, and which uncertain limits were confirmed.</summary>
/// <param name="Day">The zone's day of the decision.</param>
/// <param name="Observations">All observations, corrected ones included.</param>
/// <param name="Confirmations">Confirmations of the lot's requirements.</param>
[Door]
internal sealed record Evidence(
    DateOnly Day,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<LimitConfirmation> Confirmations
);
