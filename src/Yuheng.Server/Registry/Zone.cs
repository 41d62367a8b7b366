using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>An export zone: the frame of everything else. Its settings have a history of their own.</summary>
[Door]
public sealed class Zone : IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Short name in addresses and numbers: <c>YH</c>. Part of every certificate number.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string NameZh { get; set; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; set; }

    /// <summary>
    /// Whether all of it is generated for demonstration; credentials then say so inside the signed data.
    /// </summary>
    public required bool Synthetic { get; init; }

    /// <summary>When it was set up.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
