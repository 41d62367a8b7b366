using System.Security.Cryptography;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>A file as it was sent, held whole so that it can be read, hashed and kept.</summary>
/// <param name="Bytes">Its content.</param>
internal sealed record Upload(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal: what the record of an import cites.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Takes a stream in, never more than <see cref="SheetLimits.UploadBytes"/>.</summary>
    /// <exception cref="Refused"><c>too-large</c>; <c>empty</c>.</exception>
    public static async Task<Upload> ReadAsync(Stream stream, CancellationToken cancellation = default)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + count > SheetLimits.UploadBytes)
            {
                throw TooLarge();
            }

            kept.Write(buffer, 0, count);
        }

        return Of(kept.ToArray());
    }

    /// <summary>Takes bytes that are already there, under the same limits.</summary>
    /// <exception cref="Refused"><c>too-large</c>; <c>empty</c>.</exception>
    public static Upload Of(ReadOnlyMemory<byte> bytes) => bytes.Length switch
    {
        0 => throw SheetChecks.File("empty"),
        > SheetLimits.UploadBytes => throw TooLarge(),
        _ => new Upload(bytes),
    };

    private static Refused TooLarge() =>
        SheetChecks.File("too-large", (SheetLimits.UploadBytes / 1024 / 1024));
}
