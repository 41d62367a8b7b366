using System.Buffers;
using System.Buffers.Text;

namespace Yuheng.Core.Credentials;

/// <summary>
/// Base64url without padding (RFC 4648 section 5), read strictly: one value has one spelling. A lenient reader ignores
/// the spare bits of the last character, so that a byte of a signed text could be altered unnoticed.
/// </summary>
public static class Base64UrlText
{
    private static readonly SearchValues<char> Known =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Bytes as base64url.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>Base64url as bytes; false for padding, foreign characters or spare bits that are not zero.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Known))
        {
            return false;
        }

        var buffer = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, buffer, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }
}
