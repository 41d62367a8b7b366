using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>The grade of a product family's risk from an instant on, with what it was graded by.</summary>
public sealed class RiskRecord : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required string Family { get; init; }

    /// <summary><c>risk-nq</c> or <c>risk-bands</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>high, less-high, normal.</summary>
    public required string Grade { get; init; }

    /// <summary>Chance of a nonconforming lot that the model gives, for calibration.</summary>
    public required double Expected { get; init; }

    /// <summary>What was entered, JSON.</summary>
    public required string Inputs { get; init; }

    /// <summary>Reasons as JSON phrases.</summary>
    public required string Reasons { get; init; }

    /// <summary>The evidence that was cited.</summary>
    public required string Evidence { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required Guid SetBy { get; init; }
}

/// <summary>An alert for a family, in one market or all.</summary>
public sealed class AlertRecord : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>I to IV.</summary>
    public required string Level { get; init; }

    public required string Family { get; init; }

    /// <summary>Market, or null for all.</summary>
    public string? Market { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidUntil { get; init; }

    public required string Reason { get; init; }

    public required Guid SetBy { get; init; }
}

/// <summary>A choice where the matrix leaves one, with its reason and who chose.</summary>
internal sealed class ChoiceRecord : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    public required string Mode { get; init; }

    public required string Reason { get; init; }

    /// <summary>Name of who chose.</summary>
    public required string ChosenBy { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }
}

/// <summary>How one lot is supervised, and why, as it was decided when the lot was planned.</summary>
[Door]
public sealed class LotMode : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required Guid LotId { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    public required string Mode { get; init; }

    public required string Probability { get; init; }

    public required int Level { get; init; }

    public required string Risk { get; init; }

    public required double Expected { get; init; }

    /// <summary>Reasons as JSON phrases.</summary>
    public required string Reasons { get; init; }

    /// <summary>Whether the decision, made again from the dated facts, gives what was frozen with the lot.</summary>
    public required bool AsFrozen { get; init; }
}

/// <summary>A relation of an inspector or assessor to a firm, as declared: employment, family, share.</summary>
internal sealed class Relation : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid RelatedFirm { get; init; }

    /// <summary>employer, family, share, other.</summary>
    public required string Kind { get; init; }

    public required DateOnly DeclaredOn { get; init; }
}

/// <summary>How far a consumer has read the journal.</summary>
internal sealed class SupervisionCursor : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required string Name { get; init; }

    public required long Seq { get; set; }
}

/// <summary>A visit as the draw made it: a firm, its drawn lots, the two inspectors.</summary>
[Door]
public sealed class PlannedVisit : IFirmRow, IVersionedRow
{
    public required Guid ZoneId { get; init; }

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid FirmId { get; init; }

    public required Guid Lead { get; set; }

    public required Guid Second { get; set; }

    /// <summary>Lots to sample, parted by bars: several matters go in one visit.</summary>
    public required string Lots { get; init; }

    public required DateOnly PlannedOn { get; init; }

    /// <summary>Whether it counts against the yearly budget (planned), or stands outside it with a cause.</summary>
    public required bool WithinBudget { get; init; }

    /// <summary>Why a visit outside the budget takes place.</summary>
    public string? Cause { get; init; }

    /// <summary>The legal case system that the visit belongs to, once entered.</summary>
    public string? LegalSystem { get; set; }

    /// <summary>Its code there.</summary>
    public string? LegalNumber { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public int Version { get; set; }
}
