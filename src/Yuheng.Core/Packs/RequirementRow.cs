using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Packs;

/// <summary>What a characteristic is about.</summary>
[JsonConverter(typeof(KebabEnum<CharacteristicKind>))]
public enum CharacteristicKind
{
    /// <summary>How it works: strength, tightness, flow.</summary>
    Performance,

    /// <summary>Walls, threads, stems.</summary>
    Dimension,

    /// <summary>Composition, lead, corrosion.</summary>
    Material,

    /// <summary>What is written on it.</summary>
    Marking,
}

/// <summary>Why a limit binds.</summary>
[JsonConverter(typeof(KebabEnum<Basis>))]
public enum Basis
{
    /// <summary>By law or a mandatory standard.</summary>
    Mandatory,

    /// <summary>By a recommended standard of the market.</summary>
    Recommended,

    /// <summary>By what the firm declares of its product.</summary>
    Declared,

    /// <summary>By the contract (Standardization Law art. 26).</summary>
    Contract,

    /// <summary>By the zone's inspection agreement, where neither contract nor market names a standard.</summary>
    Agreement,
}

/// <summary>Weight of a characteristic: A main performance, B counted, C reported.</summary>
[JsonConverter(typeof(KebabEnum<CharacteristicClass>))]
public enum CharacteristicClass
{
    /// <summary>Main performance.</summary>
    A,

    /// <summary>Counted against its acceptance number.</summary>
    B,

    /// <summary>Reported; counted only where the agreement plans it.</summary>
    C,
}

/// <summary>Form of a limit.</summary>
[JsonConverter(typeof(KebabEnum<LimitKind>))]
public enum LimitKind
{
    /// <summary>Nothing may be seen for the whole duration: a quality, not zero.</summary>
    NoneVisible,

    /// <summary>At most the upper number.</summary>
    Maximum,

    /// <summary>At least the lower number.</summary>
    Minimum,

    /// <summary>From lower to upper.</summary>
    Range,

    /// <summary>Every limited element of the alloy.</summary>
    Composition,

    /// <summary>Conforms or not, as the inspector finds.</summary>
    Attribute,

    /// <summary>The rate letter of the pack: k × DN or none visible.</summary>
    LeakRate,

    /// <summary>The leak rows of the pack, by NPS and seat.</summary>
    LeakRows,
}

/// <summary>A characteristic that a pack demands of the products it applies to.</summary>
public sealed record RequirementRow
{
    /// <summary>Stable code: shell, seat-liquid, seat-gas-low, wall-thickness, composition, lead-content…</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required CharacteristicKind Kind { get; init; }

    /// <summary>Pressure class.</summary>
    public required CharacteristicClass Class { get; init; }

    /// <summary>No failure is allowed, whatever the plan says.</summary>
    public bool Safety { get; init; }

    /// <summary>Traits of a family for which this is a safety characteristic (gas: closure).</summary>
    public IReadOnlyList<string> SafetyTraits { get => field ?? []; init; }

    /// <summary>Sampling group: performance, dimension, visual-marking, chemical, destructive, type-test.</summary>
    public required string Group { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>How it is tested.</summary>
    public Bilingual? Method { get; init; }

    /// <summary>liquid or gas.</summary>
    public string? Medium { get; init; }

    /// <summary>Test of the pack's pressure rows.</summary>
    public string? Pressure { get; init; }

    /// <summary>Test of the pack's duration rows.</summary>
    public string? Duration { get; init; }

    /// <summary>A duration that does not turn on the size, s.</summary>
    public int? Seconds { get; init; }

    /// <summary>A fixed test pressure.</summary>
    public Reading? FixedPressure { get; init; }

    /// <summary>The limit, where there is one.</summary>
    public required LimitKind Limit { get; init; }

    /// <summary>Lower number.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Upper number.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>How a result is rounded before it is compared.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>Rate of the limit, where the pack fixes it.</summary>
    public string? Rate { get; init; }

    /// <summary>Product families; empty for all.</summary>
    public IReadOnlyList<string> Families { get => field ?? []; init; }

    /// <summary>Traits one of which the family must have (tap, gas, potable, lead-free).</summary>
    public IReadOnlyList<string> Traits { get => field ?? []; init; }

    /// <summary>Seats that it holds for; empty for all.</summary>
    public IReadOnlyList<string> Seats { get => field ?? []; init; }

    /// <summary>First day; open where not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; open where not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public string? Source { get; init; }
}
