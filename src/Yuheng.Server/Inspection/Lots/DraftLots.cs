using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>From a checked draft to the declaration of a lot.</summary>
internal static class DraftLots
{
    /// <summary>The declaration; its product is offered for registration where the firm has none like it.</summary>
    public static LotDeclaration Declaration(Viewer viewer, FirmProducts products, LotDraft draft, string source)
    {
        var offered = draft.Product.Registered is null ? Offered(draft) : null;
        return new LotDeclaration
        {
            Number = draft.LotNumber,
            Product = offered is null ? products.ById[draft.Product.Registered!.Value] : Unstored(viewer, offered),
            Offered = offered,
            Quantity = draft.Quantity,
            Unit = draft.Unit,
            Heats = draft.Heats,
            Markets = draft.Markets,
            MakerName = draft.Maker,
            ExporterName = draft.Exporter,
            Subcontractors = draft.Subcontractors.Count == 0 ? null : string.Join("; ", draft.Subcontractors),
            OrderNumber = draft.BuyerOrder,
            OrderItem = draft.BuyerItem,
            Contract = Contract(draft.ContractRequirements, []),
            ProducedOn = draft.ProducedOn,
            ValueUsd = draft.Value is { Currency: "USD" } value ? value.Amount : null,
            Note = draft.Note,
            Source = source,
        };
    }

    /// <summary>The contract's terms, or null where it names nothing.</summary>
    public static ContractTerms? Contract(string? standards, IReadOnlyList<ContractLimit> limits)
    {
        var named = ContractText.Read(standards).Standards;
        return named.Count == 0 && limits.Count == 0 ? null : new ContractTerms(named, limits);
    }

    /// <summary>What is offered for registration.</summary>
    public static ProductFacts Offered(LotDraft draft)
    {
        var product = draft.Product;
        var family = PackSet.Embedded.Words.Family(product.Name)!;
        var latin = product.Name.All(c => c < '\u3000');
        return new ProductFacts(
            product.Model.Length == 0 ? product.Name : product.Model,
            latin ? family.Name.Zh : product.Name,
            latin ? product.Name : family.Name.En,
            family.Code,
            product.NominalSize,
            product.PressureRating,
            product.Seal,
            product.BodyMaterial,
            product.HsCode,
            string.Join(',', draft.Markets));
    }

    private static Product Unstored(Viewer viewer, ProductFacts facts) => new()
    {
        ZoneId = viewer.ZoneId,
        Id = Guid.Empty,
        FirmId = viewer.PartyId,
        Model = facts.Model,
        NameZh = facts.NameZh,
        NameEn = facts.NameEn,
        ValveType = facts.ValveType,
        Size = facts.Size,
        Pressure = facts.Pressure,
        Seat = facts.Seat,
        BodyAlloy = facts.BodyAlloy,
        HsCode = facts.HsCode,
        Markets = facts.Markets,
    };
}
