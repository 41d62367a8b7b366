using System.Security.Cryptography;

namespace Yuheng.Core.Credentials;

/// <summary>A P-256 key held in memory, for zones whose hardware or readers lack Ed25519.</summary>
public sealed class P256SigningKey : ISigningKey, IDisposable
{
    private readonly ECDsa _key;

    /// <summary>A key from its 32-byte private number.</summary>
    /// <exception cref="Refused">The number has another length (<c>key-length</c>).</exception>
    public P256SigningKey(string keyId, ReadOnlySpan<byte> secret)
    {
        if (secret.Length != 32)
        {
            throw new Refused("refused.credentials.key-length", "32");
        }

        _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret.ToArray() });
        var point = _key.ExportParameters(false).Q;
        KeyId = keyId;
        PublicKey = new PublicKey(KeyAlgorithm.P256, [(byte)(2 + (point.Y![^1] & 1)), .. point.X!]);
    }

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <inheritdoc/>
    public PublicKey PublicKey { get; }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal static bool Check(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64 || P256Point.YOf(key) is not { } y)
        {
            return false;
        }

        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = key[1..].ToArray(), Y = y },
        });
        return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }
}
