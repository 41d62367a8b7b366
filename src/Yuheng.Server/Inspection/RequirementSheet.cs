using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// What must be met, as the packs answered: kept once under its hash, however many lots of the same product for the
/// same
/// markets are planned by it.
/// </summary>
[Door]
public sealed class RequirementSheet : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>SHA-256 of the document, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The document as JSON (<see cref="RequirementDocument"/>).</summary>
    public required string Document { get; init; }
}

/// <summary>Requirements with what belongs to them.</summary>
/// <param name="Packs">Packs that the requirements were read from, with versions and hashes.</param>
/// <param name="Requirements">The requirements.</param>
/// <param name="Remarks">What the firm must know.</param>
/// <param name="Documents">Papers that the markets ask for.</param>
/// <param name="Question">Set when there is no plan yet: what must be said first.</param>
[Door]
public sealed record RequirementDocument(
    IReadOnlyList<PackPin> Packs,
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<Phrase> Remarks,
    IReadOnlyList<Bilingual> Documents,
    Phrase? Question);
