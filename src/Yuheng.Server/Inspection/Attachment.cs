using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>A file that belongs to a lot: an outside report, a photo. The content lies under its hash.</summary>
[Door]
public sealed class Attachment : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the attachment.</summary>
    public required Guid Id { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>laboratory-report, material-certificate, photo, bench-file.</summary>
    public required string Kind { get; init; }

    /// <summary>Name as given; shown, never used as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Who attached it.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
