using System.Text;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// A credential opened but not yet believed: <c>vc+jwt</c>, the same in an EnvelopedVerifiableCredential, or JSON with
/// an embedded proof.
/// </summary>
internal sealed record SecuredCredential
{
    /// <summary>Largest credential: 10,000 measured values; more would only make the verifier work.</summary>
    public const int MaxBytes = 4_194_304;

    private const string DataUrl = "data:application/vc+jwt,";

    /// <summary>The credential itself.</summary>
    public required JsonElement Document { get; init; }

    /// <summary>The compact JWS around it, where it has one.</summary>
    public CompactJws? Jws { get; init; }

    /// <summary>The embedded proof, where it has exactly one.</summary>
    public JsonElement? Proof { get; init; }

    /// <summary>What is wrong with the envelope; null when nothing is.</summary>
    public Phrase? Fault { get; init; }

    /// <summary>The identifier of the issuer; null when there is none.</summary>
    public string? Issuer => Document.Text("issuer") ?? Document.Member("issuer")?.Text("id");

    /// <summary>The name of the key that is said to have signed.</summary>
    public string? KeyId => Jws is null ? Proof?.Text("verificationMethod") : Jws.Header.Text("kid");

    /// <summary>The algorithm (JOSE) or cryptosuite (embedded) that is said to have been used.</summary>
    public string? Method => Jws is null ? Proof?.Text("cryptosuite") : Jws.Header.Text("alg");

    /// <summary>The name that this algorithm has in the way this credential is secured.</summary>
    public string MethodOf(KeyAlgorithm algorithm) => Jws is null ? algorithm.CryptoSuite : algorithm.JoseName;

    /// <summary>Whether the key made the signature.</summary>
    public bool VerifiesWith(PublicKey key) =>
        Jws is not null
            ? key.Verifies(Jws.SigningInput, Jws.Signature)
            : Proof is { } proof && DataIntegrity.Verify(Document, proof, key);

    /// <summary>Opens the bytes of a file; null when they are none of the three forms.</summary>
    public static SecuredCredential? TryOpen(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return null;
        }

        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        var text = bytes.Trim(" \t\r\n"u8);
        return text.Span.StartsWith("{"u8) ? OpenJson(text) : OpenJwt(Encoding.UTF8.GetString(text.Span));
    }

    private static SecuredCredential? OpenJson(ReadOnlyMemory<byte> utf8)
    {
        if (StrictJson.TryParse(utf8, MaxBytes) is not { } document)
        {
            return null;
        }

        if (document.Names("type", "EnvelopedVerifiableCredential"))
        {
            return document.Text("id") is { } id && id.StartsWith(DataUrl, StringComparison.OrdinalIgnoreCase)
                ? OpenJwt(id[DataUrl.Length..])
                : null;
        }

        var proofs = document.OneOrMany("proof");
        return new SecuredCredential
        {
            Document = document,
            Proof = proofs.Count == 1 ? proofs[0] : null,
            Fault = proofs.Count == 1 ? ProofFault(proofs[0]) : null,
        };
    }

    private static SecuredCredential? OpenJwt(string text) =>
        CompactJws.TryParse(text) is { } jws
        && StrictJson.TryParse(jws.Payload, MaxBytes) is { ValueKind: JsonValueKind.Object } document
            ? new SecuredCredential { Document = document, Jws = jws, Fault = JwtFault(jws.Header, document) }
            : null;

    // VC-JOSE-COSE sections 3.1.1 and 3.1.3: the type says what was signed, the old vc and vp claims must not appear,
    // and registered claims may repeat the credential's members but not contradict them.
    private static Phrase? JwtFault(JsonElement header, JsonElement claims)
    {
        if (!IsMedia(header.Text("typ"), CompactJws.CredentialType)
            || (header.Member("cty") is not null && !IsMedia(header.Text("cty"), "vc")))
        {
            return Phrase.Of("credentials.shape.media-type");
        }

        if (header.Member("crit") is not null)
        {
            return Phrase.Of("credentials.shape.critical");
        }

        if (claims.Member("vc") is not null || claims.Member("vp") is not null || claims.Member("proof") is not null)
        {
            return Phrase.Of("credentials.shape.claims");
        }

        var issuer = claims.Text("issuer") ?? claims.Member("issuer")?.Text("id");
        return Contradicts(claims, "iss", issuer) || Contradicts(claims, "jti", claims.Text("id"))
            ? Phrase.Of("credentials.shape.claims")
            : null;
    }

    private static bool Contradicts(JsonElement claims, string claim, string? value) =>
        claims.Member(claim) is not null && claims.Text(claim) != value;

    private static bool IsMedia(string? said, string expected) =>
        string.Equals(said, expected, StringComparison.OrdinalIgnoreCase)
        || string.Equals(said, "application/" + expected, StringComparison.OrdinalIgnoreCase);

    private static Phrase? ProofFault(JsonElement proof) =>
        proof.Text("type") != "DataIntegrityProof" || proof.Text("proofPurpose") != "assertionMethod"
        || proof.Text("verificationMethod") is null
            ? Phrase.Of("credentials.shape.proof")
            : null;
}
