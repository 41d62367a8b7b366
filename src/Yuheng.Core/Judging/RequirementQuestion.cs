using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>A standard that the contract or the zone's agreement names.</summary>
/// <param name="Standard">As cited: <c>GB/T 13927</c>.</param>
/// <param name="Edition">Its edition; without it nothing can be judged.</param>
/// <param name="Rate">The leakage rate agreed, where one is.</param>
public sealed record NamedStandard(string Standard, string Edition, string? Rate = null);

/// <summary>A limit of the contract's own: the wall of a valve, a torque.</summary>
public sealed record ContractLimit
{
    /// <summary>Code of the characteristic: <c>wall-thickness</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Lower number.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Upper number.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it stands in the contract.</summary>
    public required string Clause { get; init; }

    /// <summary>No failure is allowed.</summary>
    public bool Safety { get; init; }

    /// <summary>Pressure class.</summary>
    public CharacteristicClass Class { get; init; }
    /// <summary>What it is about; a dimension where not given.</summary>
    public CharacteristicKind? About { get; init; }

    /// <summary>Sampling group.</summary>
    public string Group { get => field ?? "dimension"; init; }
}

/// <summary>What must this product meet in this market on this day?</summary>
public sealed record RequirementQuestion
{
    /// <summary>Code of the product family (<see cref="CatalogueWords.Family"/> finds it from a name).</summary>
    public required string Family { get; init; }

    /// <summary>Nominal size.</summary>
    public required NominalSize Size { get; init; }

    /// <summary>Pressure rating.</summary>
    public required PressureRating Rating { get; init; }

    /// <summary>soft, metal or ceramic; null where not known.</summary>
    public string? Seat { get; init; }

    /// <summary>Alloy of the body: <c>CW617N</c>.</summary>
    public string? Alloy { get; init; }

    /// <summary>ISO 3166 code of the market.</summary>
    public required string Market { get; init; }

    /// <summary>The zone's day on which the question is asked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Standards that the contract names (Standardization Law art. 26).</summary>
    public IReadOnlyList<NamedStandard> Contract { get => field ?? []; init; }

    /// <summary>Limits of the contract's own.</summary>
    public IReadOnlyList<ContractLimit> ContractLimits { get => field ?? []; init; }

    /// <summary>Standards of the zone's agreement, for what neither contract nor market covers.</summary>
    public IReadOnlyList<NamedStandard> Agreement { get => field ?? []; init; }

    /// <summary>The decision rule agreed with the customer before the test (ISO/IEC 17025 7.1.3).</summary>
    public DecisionRule Rule { get => field ?? DecisionRule.Simple; init; }
}
