using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>The quality-assurance level of a firm's product family, as a matter on its machine.</summary>
[Door]
public sealed class LevelMatter : IFirmRow, IMatterRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    /// <summary>Product family; each has a level of its own.</summary>
    public required string Family { get; init; }

    public required DateOnly BegunOn { get; init; }

    public required string State { get; set; }

    public required DateOnly Since { get; set; }

    public string? Owner { get; set; }

    public DateOnly? Due { get; set; }

    public bool Provisional { get; set; }

    public required string History { get; set; }

    /// <summary>Level in force.</summary>
    public required int Level { get; set; }

    /// <summary>Day of its last change.</summary>
    public required DateOnly LevelSince { get; set; }

    /// <summary>Level proposed by the last sheet.</summary>
    public int? Proposed { get; set; }

    /// <summary>The last sheet.</summary>
    public Guid? SheetId { get; set; }

    /// <summary>Last day for an objection.</summary>
    public DateOnly? NoticeUntil { get; set; }

    /// <summary>Last day of validity.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The assessors of the running assessment, parted by bars.</summary>
    public string Assessors { get; set; } = "";

    /// <summary>Who proposed the level; a second review is by someone else.</summary>
    public Guid? ProposedBy { get; set; }

    public int Version { get; set; }
}

/// <summary>A level from a day on; older ones stay, so that a past decision finds its own.</summary>
public sealed class LevelInForce : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    public required int Level { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The event of the machine that gave it.</summary>
    public required string Cause { get; init; }

    public Guid? SheetId { get; init; }
}

/// <summary>A filled score sheet with its evidence and what it gave.</summary>
public sealed class ScoreSheet : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    /// <summary>Lines as JSON: element, points, evidence.</summary>
    public required string Lines { get; init; }

    /// <summary>Vetoes that were in force, parted by bars.</summary>
    public required string Vetoes { get; init; }

    public required decimal Total { get; init; }

    /// <summary>Level that the proposal names.</summary>
    public required int Level { get; init; }

    /// <summary>Reasons as JSON phrases.</summary>
    public required string Reasons { get; init; }

    /// <summary>The two assessors, parted by bars.</summary>
    public required string Assessors { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Something that happened to a firm's product family and may lower its level.</summary>
public sealed class QualityRecord : IFirmRow, IVersionedRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    /// <summary>One of the engine's kinds.</summary>
    public required string Kind { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>Lot or case.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What proves it: a hash, a number, a decision.</summary>
    public required string Evidence { get; init; }

    /// <summary>A review found no fault of the firm; the event counts no more.</summary>
    public bool Dismissed { get; set; }

    public int Version { get; set; }
}
