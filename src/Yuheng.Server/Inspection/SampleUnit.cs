using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>One unit that the draw named for a lot, and what the visit found of it.</summary>
[Door]
public sealed class SampleUnit : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Place in the drawn list, from 1; readings name it.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Number of the unit within the lot, from 1.</summary>
    public required long UnitNumber { get; init; }

    /// <summary>drawn, found, missing, replaced, reserve.</summary>
    public required string State { get; set; }

    /// <summary>The unit taken instead, named by the same draw's next number.</summary>
    public long? ReplacedBy { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
