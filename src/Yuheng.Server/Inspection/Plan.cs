using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// What is tested on a lot and on how many pieces, fixed at planning: requirements with their packs' hashes, sampling
/// plans with the agreement's hash. Judging and replay read this and no later rule.
/// </summary>
[Door]
public sealed class Plan : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>1 at first, 2 for the re-inspection after rework.</summary>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>The agreement's version.</summary>
    public required Guid AgreementId { get; init; }

    /// <summary>The plan as JSON (<see cref="PlanDocument"/>).</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
