namespace Yuheng.Core.Credentials;

/// <summary>
/// The seam of key providers: a key that signs and does not show itself. Keys in files, in a signing server or in
/// certified national hardware all look like this to the rest.
/// </summary>
public interface ISigningKey
{
    /// <summary>The verification method: the issuer's DID, <c>#</c>, and the key's name.</summary>
    string KeyId { get; }

    /// <summary>The public half.</summary>
    PublicKey PublicKey { get; }

    /// <summary>Signs the bytes; the signature is in JOSE's form (R ‖ S for ECDSA).</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
