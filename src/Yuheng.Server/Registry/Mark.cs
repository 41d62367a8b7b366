using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// A certificate mark that a product carries by a body's own decision (WaterMark, DVGW, NSF listing…).
/// </summary>
[Door]
public sealed class Mark : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the mark's row.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>The product that carries it.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The scheme's name.</summary>
    public required string Scheme { get; init; }

    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>Last day of its validity.</summary>
    public required DateOnly ValidTo { get; init; }
}
