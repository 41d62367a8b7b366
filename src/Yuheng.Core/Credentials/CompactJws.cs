using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>A JSON Web Signature in compact form (RFC 7515 section 3.1), read but not yet believed.</summary>
/// <param name="Header">The protected header.</param>
/// <param name="Payload">The signed content.</param>
/// <param name="SigningInput">The bytes that the signature covers.</param>
/// <param name="Signature">The signature.</param>
public sealed record CompactJws(JsonElement Header, byte[] Payload, byte[] SigningInput, byte[] Signature)
{
    // A header holds four short members; anything longer is not ours and would only cost time.
    private const int MaxHeaderBytes = 8_192;

    /// <summary>The media type of a credential secured this way (VC-JOSE-COSE section 3.1.1).</summary>
    public const string CredentialType = "vc+jwt";

    /// <summary>Reads three base64url parts; null when the text is no compact JWS with a strict header.</summary>
    public static CompactJws? TryParse(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('.');
        var last = text.LastIndexOf('.');
        if (first <= 0 || last == first || text[(first + 1)..last].Contains('.')
            || !Base64UrlText.TryDecode(text[..first], out var header)
            || !Base64UrlText.TryDecode(text[(first + 1)..last], out var payload)
            || !Base64UrlText.TryDecode(text[(last + 1)..], out var signature))
        {
            return null;
        }

        return StrictJson.TryParse(header, MaxHeaderBytes) is { ValueKind: JsonValueKind.Object } members
            ? new CompactJws(members, payload, Encoding.ASCII.GetBytes(text[..last].ToArray()), signature)
            : null;
    }

    /// <summary>Secures a credential: the content is signed byte for byte as given.</summary>
    public static string Sign(ReadOnlySpan<byte> credential, ISigningKey key)
    {
        var header = new ArrayBufferWriter<byte>(160);
        using (var json = new Utf8JsonWriter(header, new JsonWriterOptions { Encoder = Relaxed }))
        {
            json.WriteStartObject();
            json.WriteString("alg", key.PublicKey.Algorithm.JoseName);
            json.WriteString("kid", key.KeyId);
            json.WriteString("typ", CredentialType);
            json.WriteString("cty", "vc");
            json.WriteEndObject();
        }

        var input = Base64UrlText.Encode(header.WrittenSpan) + "." + Base64UrlText.Encode(credential);
        return input + "." + Base64UrlText.Encode(key.Sign(Encoding.ASCII.GetBytes(input)));
    }

    // Not for HTML: the text goes into base64url, and escapes would only lengthen it.
    internal static JavaScriptEncoder Relaxed => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
}
