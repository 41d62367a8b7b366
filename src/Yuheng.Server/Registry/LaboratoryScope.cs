using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// One line of a laboratory's accredited scope: only within it, on its days, are results shown as third party.
/// </summary>
[Door]
public sealed class LaboratoryScope : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the line.</summary>
    public required Guid Id { get; init; }

    /// <summary>The laboratory (a party).</summary>
    public required Guid LaboratoryId { get; init; }

    /// <summary>CMA or CNAS.</summary>
    public required string Accreditation { get; init; }

    /// <summary>Number of the accreditation.</summary>
    public required string Number { get; init; }

    /// <summary>Method: the standard, or a standard and clause, that the line covers.</summary>
    public required string Method { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidTo { get; init; }
}
