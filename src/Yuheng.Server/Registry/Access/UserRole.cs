using Yuheng.Server.Data;

namespace Yuheng.Server.Registry.Access;

/// <summary>A role held from a day to a day.</summary>
[Door]
public sealed class UserRole : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>The person.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, or null while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }
}
