using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>The pressure a test must have; a test outside it is invalid.</summary>
/// <param name="Min">At least this.</param>
/// <param name="Max">At most this; null where there is no upper bound.</param>
/// <param name="Rule">Where the number comes from: 1.5 × 1.6 MPa.</param>
public sealed record PressureDemand(Reading Min, Reading? Max, Phrase Rule);

/// <summary>A limit with its unit; "none visible" and attributes have no number.</summary>
public sealed record RequirementLimit
{
    /// <summary>What it is about.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Lower number.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Upper number.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>Where the number comes from: rate D, 0.1 × DN.</summary>
    public Phrase? Formula { get; init; }

    /// <summary>For a composition: the limited elements.</summary>
    public IReadOnlyList<ElementLimit> Elements { get => field ?? []; init; }
}

/// <summary>
/// One characteristic that a product must meet, with everything that is needed to judge it years later.
/// </summary>
public sealed record Requirement
{
    /// <summary>Unique in an answer: <c>shell@gb-t-13927-2022</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Stable code of the characteristic, to which observations refer: <c>shell</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name as a phrase.</summary>
    public required Phrase Name { get; init; }

    /// <summary>What it is about.</summary>
    public required CharacteristicKind Kind { get; init; }

    /// <summary>Pressure class.</summary>
    public required CharacteristicClass Class { get; init; }

    /// <summary>Why it binds.</summary>
    public required Basis Basis { get; init; }

    /// <summary>No failure is allowed, whatever the plan says.</summary>
    public required bool Safety { get; init; }

    /// <summary>Sampling group: performance, dimension, visual-marking, chemical, destructive, type-test.</summary>
    public required string Group { get; init; }

    /// <summary>The standard as cited.</summary>
    public required string Standard { get; init; }

    /// <summary>Its edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>How it is tested.</summary>
    public Bilingual? Method { get; init; }

    /// <summary>liquid or gas; null where the test has no medium.</summary>
    public string? Medium { get; init; }

    /// <summary>The pressure a test must have; null where it has none.</summary>
    public PressureDemand? TestPressure { get; init; }

    /// <summary>Minimum holding time, s.</summary>
    public int? MinDurationSeconds { get; init; }

    /// <summary>The limit; null only where <see cref="Unknown"/> says why.</summary>
    public RequirementLimit? Limit { get; init; }

    /// <summary>How a result is rounded before it is compared.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>The decision rule agreed before the test.</summary>
    public DecisionRule Rule { get => field ?? DecisionRule.Simple; init; }

    /// <summary>Why this cannot be judged: no rate agreed, duration not known, class without rating.</summary>
    public Phrase? Unknown { get; init; }

    /// <summary>Drop and bubble of the edition.</summary>
    public LeakVolumes Volumes { get => field ?? new(null, null); init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>In force since; null where not established.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The pack that it was read from; null for the contract's own limits.</summary>
    public PackPin? Pack { get; init; }
}
