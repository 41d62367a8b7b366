using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// One reading as taken, with its digits. It is never changed: a later reading corrects it and says why.
/// </summary>
[Door]
public sealed class RecordedReading : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the reading.</summary>
    public required Guid Id { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Code of the characteristic: <c>shell</c>.</summary>
    public required string Characteristic { get; init; }

    /// <summary>The unit, by its place in the drawn list; 0 for the lot as a whole (a heat's composition).</summary>
    public required int Ordinal { get; init; }

    /// <summary>The observation as JSON, in the engine's own shape, digits kept.</summary>
    public required string Observation { get; init; }

    /// <summary>
    /// Status by the engine when it was entered: pass, fail, invalid-test, not-applicable, cannot-judge.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>The reading that this one corrects.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; init; }

    /// <summary>How it came: grid, excel, csv, api, report.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the file that it came in, lower-case hex.</summary>
    public string? FileHash { get; init; }

    /// <summary>The party whose bench or laboratory made it.</summary>
    public required Guid ByPartyId { get; init; }

    /// <summary>The person who entered it.</summary>
    public required Guid EnteredBy { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset EnteredAt { get; init; }
}
