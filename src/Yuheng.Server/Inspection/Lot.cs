using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// A declared lot (申报批). What was declared is kept as declared: the product is copied into it, so that a later change
/// of the product changes no old lot.
/// </summary>
[Door]
public sealed class Lot : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the lot.</summary>
    public required Guid Id { get; init; }

    /// <summary>Order of declaration within the zone; lists page by it.</summary>
    public required long Seq { get; set; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>The firm's own lot number, as text: <c>00123</c> stays <c>00123</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The registered product.</summary>
    public required Guid ProductId { get; set; }

    /// <summary>Name in Chinese at declaration.</summary>
    public required string ProductNameZh { get; init; }

    /// <summary>Name in English at declaration.</summary>
    public required string ProductNameEn { get; init; }

    /// <summary>Model code at declaration.</summary>
    public required string Model { get; init; }

    /// <summary>Type that packs know.</summary>
    public required string ValveType { get; init; }

    /// <summary>Nominal size, canonical.</summary>
    public required string Size { get; init; }

    /// <summary>Pressure rating, canonical.</summary>
    public required string Pressure { get; init; }

    /// <summary>Seat: soft, metal, ceramic.</summary>
    public required string Seat { get; init; }

    /// <summary>Alloy of the body.</summary>
    public required string BodyAlloy { get; init; }

    /// <summary>HS code.</summary>
    public required string HsCode { get; init; }

    /// <summary>How many items.</summary>
    public required long Quantity { get; init; }

    /// <summary>What is counted: <c>pcs</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Heat or material batch numbers (炉号), a JSON array of texts.</summary>
    public required string Heats { get; init; }

    /// <summary>Destination markets, ISO 3166 alpha-2, comma-separated.</summary>
    public required string Markets { get; init; }

    /// <summary>Who made it, where that is not the declaring firm.</summary>
    public string? MakerName { get; init; }

    /// <summary>Who exports it, where that is not the declaring firm.</summary>
    public string? ExporterName { get; init; }

    /// <summary>Subcontractors and what they did, as text.</summary>
    public string? Subcontractors { get; init; }

    /// <summary>The buyer's order.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Item of the order.</summary>
    public string? OrderItem { get; init; }

    /// <summary>Requirements of the contract as JSON (<see cref="ContractTerms"/>), or null.</summary>
    public string? Contract { get; set; }

    /// <summary>Day of production.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>Value in US dollars.</summary>
    public decimal? ValueUsd { get; init; }

    /// <summary>The firm's own note.</summary>
    public string? Note { get; init; }

    /// <summary>How it was declared: form, excel, csv, api, demo.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// How the lot is looked at: self-declaration, document-check, lot-sampling, every-lot, every-piece; frozen when
    /// planned.
    /// </summary>
    public required string Mode { get; set; }

    /// <summary>
    /// Chance of being sampled, an exact fraction, frozen when planned; its inverse weighs the lot in honest figures.
    /// </summary>
    public required string Probability { get; set; }

    /// <summary>State of the lot's machine.</summary>
    public required string State { get; set; }

    /// <summary>1 at first, 2 after its one rework.</summary>
    public required int Attempt { get; set; }

    /// <summary>The draw that lists its units once declarations have closed.</summary>
    public Guid? DrawId { get; set; }

    /// <summary>The laboratory that tests it, where one is named.</summary>
    public Guid? LaboratoryId { get; set; }

    /// <summary>Last verdict: conforming, nonconforming, indeterminate; null before one.</summary>
    public string? Verdict { get; set; }

    /// <summary>When it was declared.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>By whom.</summary>
    public required Guid DeclaredBy { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
