using System.Buffers;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>A key in a document of identity.</summary>
/// <param name="Id">The verification method, absolute.</param>
/// <param name="Key">The key; null when its kind is not known here.</param>
/// <param name="Name">The <c>kid</c> inside a JSON Web Key, where there is one.</param>
/// <param name="UnusableFrom">From when signatures are not to be believed: it was revoked or expired.</param>
public sealed record VerificationMethod(string Id, PublicKey? Key, string? Name, DateTimeOffset? UnusableFrom);

/// <summary>
/// An issuer's document (DID Core; Controlled Identifiers 1.0): who it is about, and the keys it may assert with.
/// Keys that only authenticate or encrypt are not kept: a credential signed by one proves nothing.
/// </summary>
/// <param name="Id">The identifier that an issuer's credentials carry.</param>
/// <param name="AssertionMethods">The keys for <c>assertionMethod</c>.</param>
public sealed record DidDocument(string Id, IReadOnlyList<VerificationMethod> AssertionMethods)
{
    /// <summary>Largest document: the keys of an issuer over decades fit in a tenth of this.</summary>
    public const int MaxBytes = 262_144;

    // A rotation a month for twenty years; a longer list is an attempt to make the verifier work.
    private const int MaxMethods = 256;

    /// <summary>
    /// Reads a document; null when it is not strict JSON with an identifier and keys. A verification method alone
    /// stands for its controller's document.
    /// </summary>
    public static DidDocument? TryParse(ReadOnlyMemory<byte> utf8, IReadOnlyList<KeyAlgorithm> algorithms)
    {
        if (StrictJson.TryParse(utf8, MaxBytes) is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        if (root.Member("verificationMethod") is null && root.Text("controller") is { } controller)
        {
            return Method(root, controller, algorithms) is { } alone ? new DidDocument(controller, [alone]) : null;
        }

        var listed = root.OneOrMany("verificationMethod");
        var asserted = root.OneOrMany("assertionMethod");
        if (root.Text("id") is not { Length: > 0 } id || root.Member("verificationMethod") is null
            || listed.Count + asserted.Count > MaxMethods)
        {
            return null;
        }

        return new DidDocument(id, [.. Asserted(listed, asserted, id, algorithms)]);
    }

    /// <summary>An identity's document with all keys that it may assert with, the current one first.</summary>
    public static byte[] Compose(string did, IReadOnlyList<VerificationMethod> methods)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("https://www.w3.org/ns/did/v1");
            json.WriteStringValue("https://w3id.org/security/multikey/v1");
            json.WriteEndArray();
            json.WriteString("id", did);
            json.WriteStartArray("verificationMethod");
            foreach (var method in methods)
            {
                WriteMethod(method, did, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("assertionMethod");
            foreach (var method in methods)
            {
                json.WriteStringValue(method.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteMethod(VerificationMethod method, string did, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", method.Id);
        json.WriteString("type", "Multikey");
        json.WriteString("controller", did);
        json.WriteString("publicKeyMultibase", method.Key!.ToMultibase());
        if (method.UnusableFrom is { } from)
        {
            json.WriteString("revoked", DataIntegrity.Instant(from));
        }

        json.WriteEndObject();
    }

    // assertionMethod holds whole methods, or the names of methods listed above it.
    private static IEnumerable<VerificationMethod> Asserted(
        IReadOnlyList<JsonElement> listed,
        IReadOnlyList<JsonElement> asserted,
        string id,
        IReadOnlyList<KeyAlgorithm> algorithms)
    {
        foreach (var entry in asserted)
        {
            if (entry.ValueKind == JsonValueKind.Object && Method(entry, id, algorithms) is { } whole)
            {
                yield return whole;
            }
            else if (entry.ValueKind == JsonValueKind.String)
            {
                var name = Absolute(entry.GetString()!, id);
                var named = listed.Where(m => m.Text("id") is { } mid && Absolute(mid, id) == name).Take(1);
                foreach (var method in named.Select(m => Method(m, id, algorithms)).OfType<VerificationMethod>())
                {
                    yield return method;
                }
            }
        }
    }

    // A method whose controller is somebody else is not the issuer's key, even if the issuer's document names it.
    private static VerificationMethod? Method(JsonElement json, string owner, IReadOnlyList<KeyAlgorithm> algorithms)
    {
        if (json.Text("id") is not { Length: > 0 } id || json.Text("controller") is { } other && other != owner)
        {
            return null;
        }

        var jwk = json.Member("publicKeyJwk");
        var key = jwk is { } web
            ? PublicKey.FromJwk(web, algorithms)
            : PublicKey.FromMultibase(json.Text("publicKeyMultibase") ?? "", algorithms);
        var ends = new[] { json.Text("revoked"), json.Text("expires") }.OfType<string>().Select(Timestamp.Read);
        return new VerificationMethod(Absolute(id, owner), key, jwk?.Text("kid"), ends.Min());
    }

    private static string Absolute(string id, string owner) => id.StartsWith('#') ? owner + id : id;
}
