using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// An inspection agreement (检验协议) of the zone, one version: which sampling standard, and level and AQL for each group
/// of characteristics. Nothing is sampled under a default that nobody agreed to.
/// </summary>
[Door]
public sealed class Agreement : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of this version.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its terms as JSON (<see cref="AgreementTerms"/>).</summary>
    public required string Terms { get; init; }

    /// <summary>SHA-256 of the terms; plans pin it.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>In force from.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Who put it into force.</summary>
    public required Guid MadeBy { get; init; }
}
