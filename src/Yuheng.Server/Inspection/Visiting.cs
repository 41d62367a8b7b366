using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>What two samplers recorded on the spot.</summary>
[Door]
public sealed record VisitFacts
{
    /// <summary>Quantity presented.</summary>
    public required long PresentedQuantity { get; init; }

    /// <summary>The second sampler; the first is the one who records.</summary>
    public required Guid SecondSampler { get; init; }

    /// <summary>Seal numbers.</summary>
    public required IReadOnlyList<string> Seals { get; init; }

    /// <summary>Reserve samples left with the firm.</summary>
    public required int ReserveSamples { get; init; }

    /// <summary>Who received the samplers for the firm.</summary>
    public required string Witness { get; init; }

    /// <summary>Remarks of either side.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Drawn units that could not be found, each with why.</summary>
    public IReadOnlyList<MissingUnit> Missing { get; init; } = [];

    /// <summary>Photos taken on the spot, kept already.</summary>
    [JsonIgnore]
    public IReadOnlyList<StoredFile> Photos { get; init; } = [];
}

/// <summary>A drawn unit that could not be found.</summary>
[Door]
public sealed record MissingUnit(long UnitNumber, string Reason);

/// <summary>Records sampling visits.</summary>
[Door]
public sealed class Visiting(Commands commands, VisitGuard guard)
{
    /// <summary>Records the visit, seals the sample and hands the lot to testing.</summary>
    /// <exception cref="Refused">A missing fact, a sampler who is none, a unit that was not drawn: the rule is
    /// named.</exception>
    public Task<Guid> Record(Viewer viewer, Guid lotId, VisitFacts facts, CancellationToken cancellation) =>
        commands.Run(
            viewer,
            async (work, c) =>
            {
                var lot = await LotRecords.Lot(work.Db, lotId, c);
                Check(viewer, lot, facts);
                if (!await IsInspector(work.Db, facts.SecondSampler, c))
                {
                    throw new Refused("refused.inspection.second-sampler-unknown") { Field = "secondSampler" };
                }

                await guard(work, lot, facts, c);
                var replaced = await Replace(work, lot, facts.Missing, c);
                LotMachine.Move(
                    lot,
                    "seal",
                    viewer,
                    Facts.Of(
                        ("samplerCount", "2"),
                        ("seal", string.Join(',', facts.Seals)),
                        ("custody", facts.Witness),
                        ("units", replaced ? "replaced-by-draw" : "as-drawn")
                    )
                );
                var visit = Row(work, lot, facts);
                await work.Insert(visit, c);
                foreach (var photo in facts.Photos)
                {
                    await Attaching.Insert(work, lot, photo, c);
                }

                await work.Journal(
                    "lot.sampled",
                    lot.Id,
                    new
                    {
                        lot.Number,
                        facts.PresentedQuantity,
                        facts.Seals,
                        facts.ReserveSamples,
                        facts.Missing,
                        Photos = facts.Photos.Select(p => p.Hash),
                        lot.State,
                    },
                    c
                );
                return visit.Id;
            },
            cancellation
        );

    private static void Check(Viewer viewer, Lot lot, VisitFacts facts)
    {
        if (facts.Missing.FirstOrDefault(m => string.IsNullOrWhiteSpace(m.Reason)) is { } unexplained)
        {
            var unit = unexplained.UnitNumber.ToString(CultureInfo.InvariantCulture);
            throw new Refused("refused.inspection.missing-reason", unit) { Field = "missing" };
        }

        if (facts.SecondSampler == viewer.UserId)
        {
            throw new Refused("refused.inspection.two-samplers-needed") { Field = "secondSampler" };
        }

        if (facts.PresentedQuantity < 1 || facts.PresentedQuantity > lot.Quantity)
        {
            throw new Refused(
                "refused.inspection.presented-out-of-range",
                facts.PresentedQuantity.ToString(CultureInfo.InvariantCulture),
                lot.Quantity.ToString(CultureInfo.InvariantCulture)
            )
            {
                Field = "presentedQuantity",
            };
        }
    }

    private static Task<bool> IsInspector(Db db, Guid userId, CancellationToken cancellation) =>
        Registry.Access.People.Holds(db, userId, Role.Inspector, cancellation);

    private static async Task<bool> Replace(
        Work work,
        Lot lot,
        IReadOnlyList<MissingUnit> missing,
        CancellationToken cancellation
    )
    {
        var units = await LotRecords.Units(work.Db, lot, cancellation);
        foreach (var unit in units)
        {
            unit.State = "found";
        }

        if (missing.Count == 0)
        {
            return false;
        }

        var round = await work.Db.Set<DrawRound>().SingleAsync(r => r.Id == lot.DrawId, cancellation);
        var record = DrawFile.Read(Encoding.UTF8.GetBytes(round.Record!))[0];
        var replaced = Draw.Replace(
            record.DeriveSeed(),
            lot.Id.ToString(),
            new UnitSample(lot.Quantity, units.Count),
            [.. missing.Select(m => m.UnitNumber)]
        );
        foreach (var (gone, spare) in replaced.Select(r => (r.Missing, r.By)))
        {
            var unit = units.Single(u => u.UnitNumber == gone || u.ReplacedBy == gone);
            unit.State = "replaced";
            unit.ReplacedBy = spare;
        }

        Publish(round, record, lot, [.. replaced.Zip(missing, (r, m) => new ReplacedUnit(r.Missing, r.By, m.Reason))]);
        return true;
    }

    /// <summary>The published record of the draw names what stepped in for what, so that it still verifies.</summary>
    private static void Publish(DrawRound round, DrawRecord record, Lot lot, IReadOnlyList<ReplacedUnit> replaced)
    {
        var id = lot.Id.ToString();
        var lots = record.Lots.Select(l => l.Lot == id ? l with { Replaced = replaced } : l);
        round.Record = Encoding.UTF8.GetString(DrawFile.Write(record with { Lots = [.. lots] }));
    }

    private static Visit Row(Work work, Lot lot, VisitFacts facts) =>
        new()
        {
            ZoneId = lot.ZoneId,
            Id = work.NewId(),
            LotId = lot.Id,
            Attempt = lot.Attempt,
            FirmId = lot.FirmId,
            PresentedQuantity = facts.PresentedQuantity,
            SamplerOne = work.Viewer.UserId,
            SamplerTwo = facts.SecondSampler,
            Seals = string.Join(',', facts.Seals),
            ReserveSamples = facts.ReserveSamples,
            Remarks = facts.Remarks,
            Witness = facts.Witness,
            At = work.Now,
        };
}
