using Yuheng.Server.Data;

namespace Yuheng.Server.Papers.Prints;

/// <summary>
/// A paper that was issued: what it says is kept with it, so that it stays what it was when readings are corrected
/// later.
/// A new issue of the same paper names the old one and is named by it.
/// </summary>
[Door]
public sealed class IssuedPaper : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Number: zone code, kind, counter; unique by construction.</summary>
    public required string Number { get; init; }

    /// <summary>Code of its kind (<see cref="PaperKinds"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>What it says as JSON (<see cref="PaperContent"/>).</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content's UTF-8 bytes, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The party whose paper it is.</summary>
    public required Guid SignerPartyId { get; init; }

    /// <summary>The person who issued it.</summary>
    public required Guid SignerId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Number of the paper that it replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>Number of the paper that replaces it.</summary>
    public string? ReplacedBy { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
