using System.Buffers;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>One publication of a status list.</summary>
/// <param name="Address">Where it is published; credentials name this.</param>
/// <param name="Issuer">Whose list it is.</param>
/// <param name="Purpose"><c>revocation</c> or <c>suspension</c>.</param>
/// <param name="ValidFrom">When it was made.</param>
/// <param name="ValidUntil">Until when it may be relied on; later it is stale.</param>
public sealed record StatusPublication(
    string Address, string Issuer, string Purpose, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil);

/// <summary>The status list as a credential of its own (W3C Bitstring Status List 1.0, section 2.1).</summary>
public static class StatusListCredential
{
    /// <summary>The list as JSON, ready to be secured like any credential.</summary>
    public static byte[] Compose(StatusPublication publication, BitstringStatusList bits)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CompactJws.Relaxed }))
        {
            json.WriteStartObject();
            json.Texts("@context", ShapeCheck.CredentialContext);
            json.WriteString("id", publication.Address);
            json.Texts("type", "VerifiableCredential", "BitstringStatusListCredential");
            json.WriteString("issuer", publication.Issuer);
            json.WriteString("validFrom", DataIntegrity.Instant(publication.ValidFrom));
            json.WriteString("validUntil", DataIntegrity.Instant(publication.ValidUntil));
            json.WriteStartObject("credentialSubject");
            json.WriteString("id", publication.Address + "#list");
            json.WriteString("type", "BitstringStatusList");
            json.WriteString("statusPurpose", publication.Purpose);
            json.WriteString("encodedList", bits.Encode());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
