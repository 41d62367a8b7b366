using System.Text.Json.Serialization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Why the specimens were taken: it decides the rule of failure and the words of the verdict.</summary>
[JsonConverter(typeof(KebabEnum<InspectionPurpose>))]
public enum InspectionPurpose
{
    /// <summary>Acceptance of a lot by sampling: failures are counted against acceptance numbers.</summary>
    LotSample,

    /// <summary>Supervision spot check: any failure fails, and the verdict speaks of the tested items only.</summary>
    Supervision,
}

/// <summary>The product as it was judged.</summary>
public sealed record JudgedProduct(string Family, int Dn, string Rating, string? Seat, string? Alloy);

/// <summary>
/// The sampling of one group of characteristics: the specimens drawn, each to be tested for each characteristic, and
/// the
/// numbers that accept and reject. A specimen counts once, however many of the group's characteristics it fails.
/// </summary>
public sealed record PlanLine
{
    /// <summary>Name of the group: <c>performance</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Codes of the characteristics (<see cref="Requirement.Id"/>).</summary>
    public required IReadOnlyList<string> Characteristics { get; init; }

    /// <summary>The specimens drawn.</summary>
    public required IReadOnlyList<string> Specimens { get; init; }

    /// <summary>Acceptance number; null where this stage cannot accept.</summary>
    public required int? Ac { get; init; }

    /// <summary>Rejection number.</summary>
    public required int Re { get; init; }

    /// <summary>The plan in words: <c>GB/T 2828.1-2012, II, J, AQL 1.0</c>.</summary>
    public string? Plan { get; init; }
}

/// <summary>A person's confirmation of a limit that is not certain, for the zone.</summary>
/// <param name="Key">Key of the requirement (<see cref="Requirement.Key"/>).</param>
/// <param name="PackHash">Hash of the pack that was confirmed: another content asks anew.</param>
/// <param name="Person">Who confirmed it.</param>
/// <param name="Reason">On what ground.</param>
/// <param name="Day">The zone's day.</param>
public sealed record LimitConfirmation(string Key, string PackHash, string Person, string Reason, DateOnly Day);

/// <summary>Everything that a lot is decided by. The same facts give the same verdict, to the byte.</summary>
public sealed record LotFacts
{
    /// <summary>Id of the lot.</summary>
    public required string Lot { get; init; }

    /// <summary>Why the specimens were taken.</summary>
    public required InspectionPurpose Purpose { get; init; }

    /// <summary>The product as judged.</summary>
    public required JudgedProduct Product { get; init; }

    /// <summary>The zone's day of the decision.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is judged by.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>The sampling plan, group by group.</summary>
    public required IReadOnlyList<PlanLine> Plan { get; init; }

    /// <summary>Everything recorded, corrected observations included.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>Limits confirmed by persons.</summary>
    public IReadOnlyList<LimitConfirmation> Confirmations { get => field ?? []; init; }

    /// <summary>The packs that the requirements were read from.</summary>
    public IReadOnlyList<PackPin> Pins { get => field ?? []; init; }

    /// <summary>
    /// Requirements of this confidence or worse wait for a person's confirmation; Low where not given. Medium ones are
    /// always named in the
    /// verdict, so that whoever releases the lot sees them.
    /// </summary>
    public Confidence? WaitsFrom { get; init; }
}
