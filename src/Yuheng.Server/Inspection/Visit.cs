using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>A sampling visit: what was presented, who sampled, how it was sealed. Samplers do not test.</summary>
[Door]
public sealed class Visit : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the visit.</summary>
    public required Guid Id { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Quantity presented on the spot.</summary>
    public required long PresentedQuantity { get; init; }

    /// <summary>First sampler.</summary>
    public required Guid SamplerOne { get; init; }

    /// <summary>Second sampler; never the first.</summary>
    public required Guid SamplerTwo { get; init; }

    /// <summary>Seal numbers, comma-separated.</summary>
    public required string Seals { get; init; }

    /// <summary>How many reserve samples (备用样品) were left with the firm.</summary>
    public required int ReserveSamples { get; init; }

    /// <summary>Remarks of either side.</summary>
    public required string Remarks { get; init; }

    /// <summary>Who received the samplers for the firm.</summary>
    public required string Witness { get; init; }

    /// <summary>When it was.</summary>
    public required DateTimeOffset At { get; init; }
}
