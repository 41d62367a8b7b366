using System.Security.Cryptography;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>Checks one signature: key bytes, signed bytes, signature.</summary>
public delegate bool SignatureCheck(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

/// <summary>
/// One way to sign, as data: its names in JOSE, Multikey and Data Integrity, and its check. Ed25519 and P-256 are in
/// <see cref="All"/>; a zone that must use a national algorithm adds a value, and nothing else changes.
/// </summary>
/// <param name="JoseName">The <c>alg</c> of JOSE (RFC 7518, RFC 8037).</param>
/// <param name="KeyType">The <c>kty</c> of a JSON Web Key.</param>
/// <param name="Curve">The <c>crv</c> of a JSON Web Key.</param>
/// <param name="Multicodec">The prefix of a Multikey, as a varint.</param>
/// <param name="KeyLength">Bytes of a public key as Multikey writes it.</param>
/// <param name="CryptoSuite">The Data Integrity cryptosuite over canonical JSON.</param>
/// <param name="Check">The check of a signature.</param>
public sealed record KeyAlgorithm(
    string JoseName,
    string KeyType,
    string Curve,
    ReadOnlyMemory<byte> Multicodec,
    int KeyLength,
    string CryptoSuite,
    SignatureCheck Check)
{
    /// <summary>Ed25519 (RFC 8032): what the platform signs with.</summary>
    public static KeyAlgorithm Ed25519 { get; } =
        new("EdDSA", "OKP", "Ed25519", new byte[] { 0xed, 0x01 }, 32, "eddsa-jcs-2022", Ed25519SigningKey.Check);

    /// <summary>ECDSA on P-256 with SHA-256: for hardware and web views that lack Ed25519.</summary>
    public static KeyAlgorithm P256 { get; } =
        new("ES256", "EC", "P-256", new byte[] { 0x80, 0x24 }, 33, "ecdsa-jcs-2019", P256SigningKey.Check);

    /// <summary>The algorithms that every verifier knows.</summary>
    public static IReadOnlyList<KeyAlgorithm> All { get; } = [Ed25519, P256];
}

/// <summary>A public key: its algorithm and its bytes as Multikey writes them.</summary>
public sealed record PublicKey(KeyAlgorithm Algorithm, byte[] Bytes)
{
    /// <summary>The Multikey text, <c>z6Mk…</c> for Ed25519.</summary>
    public string ToMultibase() => Multibase.Base58Of([.. Algorithm.Multicodec.Span, .. Bytes]);

    /// <summary>
    /// SHA-256 of the bytes, in groups of four: what is printed, so that a reader can compare it with the offline file.
    /// </summary>
    public string Fingerprint() =>
        string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(Bytes)).Chunk(4).Select(c => new string(c)));

    /// <summary>Whether the signature is this key's over the data.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Algorithm.Check(Bytes, data, signature);

    /// <summary>Reads a Multikey; null when no known algorithm has this prefix and length.</summary>
    public static PublicKey? FromMultibase(string text, IReadOnlyList<KeyAlgorithm> algorithms)
    {
        if (!Multibase.TryDecode(text, out var bytes))
        {
            return null;
        }

        var algorithm = algorithms.FirstOrDefault(a =>
            bytes.Length == a.Multicodec.Length + a.KeyLength && bytes.AsSpan().StartsWith(a.Multicodec.Span));
        return algorithm is null ? null : new PublicKey(algorithm, bytes[algorithm.Multicodec.Length..]);
    }

    /// <summary>Reads a public JSON Web Key; null for another curve, length or <c>alg</c>.</summary>
    public static PublicKey? FromJwk(JsonElement jwk, IReadOnlyList<KeyAlgorithm> algorithms)
    {
        var algorithm = algorithms.FirstOrDefault(a => jwk.Text("kty") == a.KeyType && jwk.Text("crv") == a.Curve);
        if (algorithm is null || (jwk.Member("alg") is not null && jwk.Text("alg") != algorithm.JoseName)
            || !Base64UrlText.TryDecode(jwk.Text("x"), out var x))
        {
            return null;
        }

        if (jwk.Text("y") is { } second)
        {
            // A point (SEC 1 section 2.3.3): 02 or 03 by the parity of y, then x.
            if (!Base64UrlText.TryDecode(second, out var y) || y.Length != algorithm.KeyLength - 1)
            {
                return null;
            }

            x = [(byte)(2 + (y[^1] & 1)), .. x];
        }

        return x.Length == algorithm.KeyLength ? new PublicKey(algorithm, x) : null;
    }
}
