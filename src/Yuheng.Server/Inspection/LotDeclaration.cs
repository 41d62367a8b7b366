namespace Yuheng.Server.Inspection;

/// <summary>A lot as a firm declares it, every value understood and checked; from a form, a sheet or the API.</summary>
[Door]
public sealed record LotDeclaration
{
    /// <summary>The firm's own lot number, as text.</summary>
    public required string Number { get; init; }

    /// <summary>The product, of the declaring firm; not stored yet where it is offered.</summary>
    public required Registry.Product Product { get; init; }

    /// <summary>A product that is registered together with the lot, in the same transaction; else null.</summary>
    public Registry.ProductFacts? Offered { get; init; }

    /// <summary>How many items, 1 to 10^8.</summary>
    public required long Quantity { get; init; }

    /// <summary>What is counted.</summary>
    public string Unit { get; init; } = "pcs";

    /// <summary>Heat or material batch numbers.</summary>
    public required IReadOnlyList<string> Heats { get; init; }

    /// <summary>Markets, ISO 3166 alpha-2.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    /// <summary>Maker, where another firm.</summary>
    public string? MakerName { get; init; }

    /// <summary>Exporter, where another firm.</summary>
    public string? ExporterName { get; init; }

    /// <summary>Subcontractors and what they did.</summary>
    public string? Subcontractors { get; init; }

    /// <summary>The buyer's order.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Item of the order.</summary>
    public string? OrderItem { get; init; }

    /// <summary>Requirements of the contract.</summary>
    public ContractTerms? Contract { get; init; }

    /// <summary>Day of production.</summary>
    public DateOnly? ProducedOn { get; init; }

    /// <summary>Value in US dollars.</summary>
    public decimal? ValueUsd { get; init; }

    /// <summary>The firm's own note.</summary>
    public string? Note { get; init; }

    /// <summary>form, excel, csv, api, demo.</summary>
    public required string Source { get; init; }
}
