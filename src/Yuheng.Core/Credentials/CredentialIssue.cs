using System.Buffers;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>Securing a composed credential: the forms that are handed out.</summary>
public static class CredentialIssue
{
    /// <summary>The form that UNTP demands: <c>vc+jwt</c>.</summary>
    public static string AsJwt(ReadOnlySpan<byte> credential, ISigningKey key) => CompactJws.Sign(credential, key);

    /// <summary>The <c>vc+jwt</c> as JSON (Verifiable Credentials Data Model 2.0, section 4.13).</summary>
    public static byte[] Enveloped(string jwt)
    {
        var output = new ArrayBufferWriter<byte>(jwt.Length + 200);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CompactJws.Relaxed }))
        {
            json.WriteStartObject();
            json.Texts("@context", ShapeCheck.CredentialContext);
            json.WriteString("id", "data:application/vc+jwt," + jwt);
            json.WriteString("type", "EnvelopedVerifiableCredential");
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>The credential with an embedded proof, for readers that know no JOSE.</summary>
    /// <exception cref="Refused">The credential is not strict JSON (<c>not-json</c>).</exception>
    public static byte[] WithProof(ReadOnlyMemory<byte> credential, ISigningKey key, DateTimeOffset created) =>
        StrictJson.TryParse(credential, SecuredCredential.MaxBytes) is { ValueKind: JsonValueKind.Object } document
            ? DataIntegrity.Secure(document, key, created)
            : throw new Refused("refused.credentials.not-json");
}
