namespace Yuheng.Core.Credentials;

/// <summary>
/// Text that names its own base: <c>z</c> base 58, <c>u</c> base64url (Controlled Identifiers 1.0, 2.4).
/// </summary>
public static class Multibase
{
    /// <summary>Bytes as <c>z</c> and base 58.</summary>
    public static string Base58Of(ReadOnlySpan<byte> bytes) => "z" + Base58.Encode(bytes);

    /// <summary>Bytes as <c>u</c> and base64url.</summary>
    public static string Base64UrlOf(ReadOnlySpan<byte> bytes) => "u" + Base64UrlText.Encode(bytes);

    /// <summary>Reads either base; false for another base or a bad character.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        return text.Length > 0 && text[0] switch
        {
            'z' => Base58.TryDecode(text[1..], out bytes),
            'u' => Base64UrlText.TryDecode(text[1..], out bytes),
            _ => false,
        };
    }

    /// <summary>
    /// The SHA-256 multihash of some bytes as multibase: what a link's <c>digestMultibase</c> holds
    /// (VC Data Integrity 1.0, section 2.6).
    /// </summary>
    public static string Sha256DigestOf(ReadOnlySpan<byte> content)
    {
        Span<byte> multihash = stackalloc byte[34];
        multihash[0] = 0x12;
        multihash[1] = 32;
        System.Security.Cryptography.SHA256.HashData(content, multihash[2..]);
        return Base64UrlOf(multihash);
    }
}
