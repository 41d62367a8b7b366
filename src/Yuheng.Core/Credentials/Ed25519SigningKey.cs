using NSec.Cryptography;

namespace Yuheng.Core.Credentials;

/// <summary>An Ed25519 key held in memory; the only file that knows the library behind it.</summary>
public sealed class Ed25519SigningKey : ISigningKey, IDisposable
{
    private readonly Key _key;

    /// <summary>A key from its 32-byte seed (RFC 8032 section 5.1.5).</summary>
    /// <exception cref="Refused">The seed has another length (<c>key-length</c>).</exception>
    public Ed25519SigningKey(string keyId, ReadOnlySpan<byte> seed)
    {
        if (seed.Length != 32)
        {
            throw new Refused("refused.credentials.key-length", "32");
        }

        _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        KeyId = keyId;
        PublicKey = new PublicKey(KeyAlgorithm.Ed25519, _key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <inheritdoc/>
    public PublicKey PublicKey { get; }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data) => SignatureAlgorithm.Ed25519.Sign(_key, data);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal static bool Check(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        NSec.Cryptography.PublicKey.TryImport(
            SignatureAlgorithm.Ed25519, key, KeyBlobFormat.RawPublicKey, out var imported)
        && SignatureAlgorithm.Ed25519.Verify(imported!, data, signature);
}
