namespace Yuheng.Server.Inspection.Import;

/// <summary>A lot as a row of a list declares it, every value as understood. Nothing of it is stored yet.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="LotNumber">The firm's own number: text, leading zeros kept.</param>
/// <param name="Product">What is declared.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Markets">ISO 3166-1 codes of the countries of destination, or EU.</param>
internal sealed record LotDraft(
    int Row,
    string LotNumber,
    ProductDraft Product,
    int Quantity,
    IReadOnlyList<string> Markets)
{
    /// <summary>Heat numbers or material batches.</summary>
    public IReadOnlyList<string> Heats { get; init; } = [];

    /// <summary>Code of the counting unit: pcs, sets, pairs.</summary>
    public string Unit { get; init; } = "pcs";

    /// <summary>Day of production in the zone.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>Invoice value.</summary>
    public Money? Value { get; init; }

    /// <summary>Maker as named, where it is another firm.</summary>
    public string? Maker { get; init; }

    /// <summary>Exporter as named.</summary>
    public string? Exporter { get; init; }

    /// <summary>Subcontractors as named.</summary>
    public IReadOnlyList<string> Subcontractors { get; init; } = [];

    /// <summary>The buyer's order.</summary>
    public string? BuyerOrder { get; init; }

    /// <summary>The buyer's item.</summary>
    public string? BuyerItem { get; init; }

    /// <summary>What the contract asks beyond the packs.</summary>
    public string? ContractRequirements { get; init; }

    /// <summary>The firm's own note.</summary>
    public string? Note { get; init; }

    /// <summary>How cells were understood, to be shown back.</summary>
    public IReadOnlyList<Understood> Remarks { get; init; } = [];
}

/// <summary>The product of a declared lot, as the row says or as registered.</summary>
/// <param name="Name">Name of the goods.</param>
/// <param name="Model">The firm's model.</param>
/// <param name="NominalSize">Canonical form: <c>DN15</c>.</param>
/// <param name="PressureRating">Canonical form: <c>PN16</c>, <c>600WOG</c>; empty where not given.</param>
/// <param name="Seal">soft, metal or ceramic; empty where not given.</param>
/// <param name="BodyMaterial">Alloy as written.</param>
/// <param name="HsCode">Tariff code, digits only; empty where not given.</param>
internal sealed record ProductDraft(
    string Name,
    string Model,
    string NominalSize,
    string PressureRating,
    string Seal,
    string BodyMaterial,
    string HsCode)
{
    /// <summary>The registered product that this is; null where it is offered for registration.</summary>
    public Guid? Registered { get; init; }
}
