using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// Which party holds which duty of the mechanism, from a day to a day, on what basis. Who supervised lots in 2013 is
/// not
/// who does today.
/// </summary>
[Door]
public sealed class RoleBinding : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the binding.</summary>
    public required Guid Id { get; init; }

    /// <summary>The party bound.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>
    /// The duty: lot-supervisor, scheme-operator, quality-supervisor, environment, trade-promotion, coordinator.
    /// </summary>
    public required string Duty { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The rule or decision it rests on.</summary>
    public required string Basis { get; init; }
}
