namespace Yuheng.Server.Inspection;

/// <summary>A type of file, known by its first bytes.</summary>
/// <param name="Media">Media type.</param>
/// <param name="Start">Bytes at <paramref name="At"/>.</param>
/// <param name="At">Where they stand.</param>
internal sealed record FileType(string Media, byte[] Start, int At = 0);

/// <summary>Which types of file are known, and which belong to what.</summary>
internal static class FileTypes
{
    private static readonly FileType[] Known =
    [
        new("image/jpeg", [0xFF, 0xD8, 0xFF]),
        new("image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        new("image/webp", "WEBP"u8.ToArray(), 8),
        new("application/pdf", "%PDF-"u8.ToArray()),
        new("application/zip", "PK\x03\x04"u8.ToArray()),
    ];

    private static readonly FileType Other = new("application/octet-stream", []);

    private static readonly Dictionary<string, string[]> Fitting = new(StringComparer.Ordinal)
    {
        ["photo"] = ["image/"],
        ["laboratory-report"] = ["application/pdf", "image/"],
        ["material-certificate"] = ["application/pdf", "image/"],
        ["bench-file"] = ["application/zip", "application/octet-stream"],
        ["own-bench-file"] = ["application/zip", "application/octet-stream"],
    };

    /// <summary>Kinds of attachments.</summary>
    public static IReadOnlyCollection<string> Kinds => Fitting.Keys;

    /// <summary>What the bytes say they are.</summary>
    public static FileType? Of(ReadOnlySpan<byte> content)
    {
        foreach (var type in Known)
        {
            if (content.Length >= type.At + type.Start.Length
                && content.Slice(type.At, type.Start.Length).SequenceEqual(type.Start))
            {
                return type;
            }
        }

        return Other;
    }

    /// <summary>Whether a type belongs to a kind of attachment.</summary>
    public static bool Fits(FileType type, string kind) =>
        Fitting.TryGetValue(kind, out var media)
        && media.Any(m => type.Media.StartsWith(m, StringComparison.Ordinal));
}
