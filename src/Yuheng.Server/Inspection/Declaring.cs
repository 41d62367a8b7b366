using System.Globalization;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Declares lots: a lot, its plan and its place in the open draw round, in one transaction with one journal entry. The
/// firm learns at once what will be tested and on how many pieces.
/// </summary>
[Door]
public sealed class Declaring(
    Commands commands,
    Agreements agreements,
    SeverityStates severities,
    PackSet packs,
    SelectionSource select
)
{
    /// <summary>A larger lot is a slip of the keyboard: a hundred million valves.</summary>
    public const long LargestQuantity = 100_000_000;

    /// <summary>Declares one lot. The same key with the same body answers the same.</summary>
    /// <exception cref="Refused">
    /// The lot number stands already; the product is another firm's; the agreement does not cover a group.
    /// </exception>
    public async Task<Declared> Declare(
        Viewer viewer,
        LotDeclaration declaration,
        OnceKey? once,
        CancellationToken cancellation
    )
    {
        // Everything that can be thought before is thought here, outside the one writer.
        Check(viewer, declaration);
        var now = agreements.Now;
        var lot = Row(viewer, declaration, now);
        var agreement = await agreements.InForce(viewer.ZoneId, now, cancellation);
        var plan = Planning.Make(packs, agreement, lot, await severities.Of(lot, cancellation));
        var selection = await select(lot, cancellation);
        lot.Mode = selection.Mode;
        lot.Probability = selection.Probability.ToString();
        Start(lot, plan.Sheet);
        var prepared = new Prepared(lot, plan, declaration.Offered);
        try
        {
            return await commands.Run(
                viewer,
                async (work, c) =>
                    once is null
                        ? await Write(work, prepared, c)
                        : JsonSerializer.Deserialize<Declared>(
                            await work.Once(
                                once,
                                async () => JsonSerializer.Serialize(await Write(work, prepared, c)),
                                c
                            )
                        )!,
                cancellation
            );
        }
        catch (Refused refused) when (refused.Phrase.Code == "refused.data.duplicate-conflict")
        {
            throw new Refused("refused.inspection.lot-number-conflict", lot.Number) { Field = "lotNumber" };
        }
    }

    private static async Task<Declared> Write(Work work, Prepared prepared, CancellationToken cancellation)
    {
        var (lot, plan, offered) = prepared;
        if (offered is not null)
        {
            lot.ProductId = (await Registry.Registry.OfferProduct(work, offered, cancellation)).Id;
        }

        lot.Seq = await work.Next("lot", cancellation);
        if (plan.Sheet.Question is null)
        {
            lot.DrawId = await DrawRounds.Open(work, cancellation);
        }

        await work.Insert(lot, cancellation);
        await Keep(work, plan, cancellation);
        await work.Journal(
            "lot.declared",
            lot.Id,
            new
            {
                lot.Number,
                lot.Quantity,
                lot.Model,
                lot.Size,
                lot.Pressure,
                lot.Markets,
                lot.Source,
                lot.State,
                plan.Plan.Pieces,
            },
            cancellation
        );
        return new Declared(lot.Id, lot.Number, plan.Plan.Pieces, lot.State);
    }

    /// <summary>Keeps a plan: its requirements once under their hash, its numbers for the lot.</summary>
    internal static async Task Keep(Work work, Made plan, CancellationToken cancellation)
    {
        var sheet = plan.StoredSheet;
        await work.Execute(
            "INSERT INTO inspection_sheet (zone_id, hash, document) VALUES (@zone, @hash, @document) "
                + "ON CONFLICT (zone_id, hash) DO NOTHING",
            [("@zone", sheet.ZoneId), ("@hash", sheet.Hash), ("@document", sheet.Document)],
            cancellation
        );
        await work.Insert(plan.StoredPlan, cancellation);
    }

    private static void Check(Viewer viewer, LotDeclaration declaration)
    {
        if (declaration.Product.FirmId != viewer.PartyId)
        {
            throw new Refused("refused.registry.product-not-found") { Field = "product" };
        }

        if (declaration.Quantity is < 1 or > LargestQuantity)
        {
            throw new Refused(
                "refused.inspection.quantity-out-of-range",
                declaration.Quantity.ToString(CultureInfo.InvariantCulture),
                LargestQuantity.ToString(CultureInfo.InvariantCulture)
            )
            {
                Field = "quantity",
            };
        }

        if (declaration.Markets.Count == 0)
        {
            throw new Refused("refused.inspection.market-missing") { Field = "markets" };
        }
    }

    /// <summary>Declared and planned in one step, unless the market asks for the contract's standard first.</summary>
    private static void Start(Lot lot, RequirementDocument plan)
    {
        var facts = FactsOf(lot, plan);
        lot.State = LotMachine.Machine.Step("draft", "declare", ["firm-clerk"], facts).To;
        if (plan.Question is null)
        {
            LotMachine.MoveBySystem(lot, "plan", facts);
        }
    }

    /// <summary>What the machine asks of a lot that is declared and planned.</summary>
    internal static Facts FactsOf(Lot lot, RequirementDocument plan) =>
        Facts.Of(
            ("product", lot.Model),
            ("standard", plan.Requirements.Count > 0 ? plan.Requirements[0].Standard : "-"),
            ("market", lot.Markets),
            ("quantity", lot.Quantity.ToString(CultureInfo.InvariantCulture)),
            ("heats", JsonSerializer.Deserialize<string[]>(lot.Heats)!.Length.ToString(CultureInfo.InvariantCulture)),
            ("basis", lot.Contract is null ? "voluntary" : "contract"),
            ("packVersions", plan.Packs.Count > 0 ? "pinned" : ""),
            ("mode", lot.Mode),
            ("probability", lot.Probability)
        );

    private static Lot Row(Viewer viewer, LotDeclaration d, DateTimeOffset now) =>
        new()
        {
            ZoneId = viewer.ZoneId,
            Id = Guid.CreateVersion7(now),
            Seq = 0,
            FirmId = viewer.PartyId,
            Number = d.Number,
            ProductId = d.Product.Id,
            ProductNameZh = d.Product.NameZh,
            ProductNameEn = d.Product.NameEn,
            Model = d.Product.Model,
            ValveType = d.Product.ValveType,
            Size = d.Product.Size,
            Pressure = d.Product.Pressure,
            Seat = d.Product.Seat,
            BodyAlloy = d.Product.BodyAlloy,
            HsCode = d.Product.HsCode,
            Quantity = d.Quantity,
            Unit = d.Unit,
            Heats = JsonSerializer.Serialize(d.Heats),
            Markets = string.Join(',', d.Markets),
            MakerName = d.MakerName,
            ExporterName = d.ExporterName,
            Subcontractors = d.Subcontractors,
            OrderNumber = d.OrderNumber,
            OrderItem = d.OrderItem,
            Contract = d.Contract is null ? null : JsonSerializer.Serialize(d.Contract, JournalJson.Options),
            ProducedOn = d.ProducedOn,
            ValueUsd = d.ValueUsd,
            Note = d.Note,
            Source = d.Source,
            Mode = "",
            Probability = "",
            State = "draft",
            Attempt = 1,
            DeclaredAt = now,
            DeclaredBy = viewer.UserId,
        };

    private sealed record Prepared(Lot Lot, Made Plan, Registry.ProductFacts? Offered);
}

/// <summary>What a firm learns at once.</summary>
/// <param name="Id">Id of the lot.</param>
/// <param name="Number">Its own number.</param>
/// <param name="Pieces">How many pieces will be drawn.</param>
/// <param name="State">Where the lot stands.</param>
[Door]
public sealed record Declared(Guid Id, string Number, int Pieces, string State);
