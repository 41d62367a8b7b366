using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>A measuring instrument of a firm or laboratory. A test made with it past its due date is no test.</summary>
[Door]
public sealed class Gauge : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the gauge.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>The owner's number: <c>YB-0137</c>.</summary>
    public required string Number { get; init; }

    /// <summary>What it is: pressure-gauge, caliper, flow-meter, timer….</summary>
    public required string Kind { get; init; }

    /// <summary>Range and class in words: <c>0–4 MPa, 1.6</c>.</summary>
    public required string Range { get; init; }

    /// <summary>Last calibrated on.</summary>
    public required DateOnly CalibratedOn { get; set; }

    /// <summary>Valid to, this day included.</summary>
    public required DateOnly CalibrationDue { get; set; }

    /// <summary>Number of the calibration paper.</summary>
    public required string CalibrationPaper { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
