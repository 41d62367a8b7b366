using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>A place where a firm works.</summary>
public sealed class Site : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the site.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its address.</summary>
    public required string Address { get; init; }
}
