using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>A notification or return from abroad, as a matter on its machine.</summary>
public sealed class OverseasCase : IFirmRow, IMatterRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Number within the zone; a figure counts it as one case.</summary>
    public required long Number { get; init; }

    /// <summary>The firm it is matched to; empty while there is none.</summary>
    public required Guid FirmId { get; set; }

    /// <summary>The lot it is matched to.</summary>
    public Guid? LotId { get; set; }

    /// <summary>notification or return.</summary>
    public required string Kind { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Market { get; init; }

    /// <summary>Who told: an authority, a buyer, customs.</summary>
    public required string Origin { get; init; }

    public string? HsCode { get; init; }

    public string? Maker { get; init; }

    public string? Exporter { get; init; }

    public string? LotNumber { get; init; }

    public string? Invoice { get; init; }

    public string? CredentialId { get; init; }

    public required long Quantity { get; init; }

    public required int ReturnedLots { get; init; }

    public required decimal ValueUsd { get; init; }

    /// <summary>What was complained of.</summary>
    public required string Finding { get; init; }

    /// <summary>maker, trader, carrier, importer, counterfeit, rule-change, none; null before it is named.</summary>
    public string? Outcome { get; set; }

    public DateOnly? ObjectionUntil { get; set; }

    public required DateOnly BegunOn { get; init; }

    public required string State { get; set; }

    public required DateOnly Since { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    public bool Provisional { get; set; }

    public required string History { get; set; }

    public int Version { get; set; }
}
