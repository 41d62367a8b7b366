using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// Proofs embedded in the document, over canonical JSON: <c>eddsa-jcs-2022</c> (VC-DI-EDDSA 1.0 section 3.3) and
/// <c>ecdsa-jcs-2019</c> on P-256 (VC-DI-ECDSA 1.0 section 3.3).
/// </summary>
public static class DataIntegrity
{
    private const int SignatureLength = 64;

    /// <summary>The document with a proof by the key, made at <paramref name="created"/>.</summary>
    public static byte[] Secure(JsonElement document, ISigningKey key, DateTimeOffset created)
    {
        var options = ProofOptions(document, key, created);
        var signature = key.Sign(HashData(StrictJson.TryParse(options, options.Length)!.Value, Unsecured(document)));
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CompactJws.Relaxed }))
        {
            json.WriteStartObject();
            CopyMembers(document, json, "proof");
            json.WriteStartObject("proof");
            CopyMembers(StrictJson.TryParse(options, options.Length)!.Value, json, "proofValue");
            json.WriteString("proofValue", Multibase.Base58Of(signature));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Whether the document's proof is the key's. The proof's form must have been checked before.</summary>
    public static bool Verify(JsonElement document, JsonElement proof, PublicKey key)
    {
        if (proof.Text("cryptosuite") != key.Algorithm.CryptoSuite
            || proof.Text("proofValue") is not { } text
            || !text.StartsWith('z')
            || !Multibase.TryDecode(text, out var signature)
            || signature.Length != SignatureLength
            || !SameContext(document, proof))
        {
            return false;
        }

        return key.Verifies(HashData(Without(proof, "proofValue"), Unsecured(document)), signature);
    }

    /// <summary>
    /// The 64 bytes that are signed: SHA-256 of the canonical proof options, then of the canonical document.
    /// </summary>
    public static byte[] HashData(JsonElement proofOptions, JsonElement unsecuredDocument) =>
    [
        .. SHA256.HashData(CanonicalJson.Of(proofOptions)),
        .. SHA256.HashData(CanonicalJson.Of(unsecuredDocument)),
    ];

    // The suites let a document append contexts after signing. Those would be unsigned words in a signed paper, so the
    // lists must be equal here.
    private static bool SameContext(JsonElement document, JsonElement proof) =>
        proof.Member("@context") is not { } signed
        || (document.Member("@context") is { } shown && JsonElement.DeepEquals(shown, signed));

    private static byte[] ProofOptions(JsonElement document, ISigningKey key, DateTimeOffset created)
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CompactJws.Relaxed }))
        {
            json.WriteStartObject();
            json.WriteString("type", "DataIntegrityProof");
            json.WriteString("cryptosuite", key.PublicKey.Algorithm.CryptoSuite);
            json.WriteString("created", Instant(created));
            json.WriteString("verificationMethod", key.KeyId);
            json.WriteString("proofPurpose", "assertionMethod");
            if (document.Member("@context") is { } context)
            {
                json.WritePropertyName("@context");
                context.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>An instant as XML Schema writes it in UTC, to the second.</summary>
    internal static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonElement Unsecured(JsonElement document) => Without(document, "proof");

    private static JsonElement Without(JsonElement value, string member)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            CopyMembers(value, json, member);
            json.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }

    private static void CopyMembers(JsonElement from, Utf8JsonWriter to, string except)
    {
        foreach (var member in from.EnumerateObject().Where(m => m.Name != except))
        {
            member.WriteTo(to);
        }
    }
}
