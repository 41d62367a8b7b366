namespace Yuheng.Core.Credentials;

/// <summary>
/// Who signed, and whether the content is what was signed. The algorithm is decided by the issuer's key, never by what
/// the credential says of itself.
/// </summary>
internal static class SignatureChecks
{
    /// <summary>The checks of signature and key, for a credential or a status list.</summary>
    public static (CredentialCheck Signature, CredentialCheck Key) Of(SecuredCredential secured, VerifierInputs inputs)
    {
        var issuer = secured.Issuer ?? "";
        if (secured.Jws is null && secured.Proof is null)
        {
            return (Signature(CheckResult.Failed, "signature.absent"), Key(CheckResult.Unknown, "key.no-signature"));
        }

        if (string.Equals(secured.Method, "none", StringComparison.OrdinalIgnoreCase))
        {
            return (Signature(CheckResult.Failed, "signature.absent"), Key(CheckResult.Unknown, "key.no-signature"));
        }

        var documents = inputs.DidDocuments.Where(d => d.Id == issuer).ToArray();
        if (documents.Length == 0 && !IsForeign(secured.KeyId, issuer))
        {
            return (
                Signature(CheckResult.Unknown, "signature.no-key"),
                Key(CheckResult.Unknown, "key.document-missing", issuer, DidWeb.DocumentAddress(issuer) ?? issuer));
        }

        var methods = documents.SelectMany(d => d.AssertionMethods)
            .Where(m => IsNamed(m, secured.KeyId, issuer)).ToArray();
        if (methods.Length == 0)
        {
            return (
                Signature(CheckResult.Unknown, "signature.no-key"),
                Key(CheckResult.Failed, "key.unknown", secured.KeyId ?? "–", issuer));
        }

        // Several copies of a document may be at hand: a key that one of them revokes is revoked.
        if (methods.FirstOrDefault(m => m.UnusableFrom <= inputs.At) is { UnusableFrom: { } from } ended)
        {
            return (SignatureOf(secured, methods, inputs), Key(CheckResult.Failed, "key.revoked", ended.Id, Day(from)));
        }

        return (SignatureOf(secured, methods, inputs), Key(CheckResult.Ok, "key.ok", issuer));
    }

    // A key named after somebody else cannot be the issuer's, unless the issuer's own document lists it. Without this,
    // a change of the issuer's name alone would look like a document that is merely missing.
    private static bool IsForeign(string? keyId, string issuer) =>
        keyId is not null && keyId.IndexOf('#') is var hash and > 0 && keyId[..hash] != issuer;

    private static bool IsNamed(VerificationMethod method, string? keyId, string issuer) =>
        keyId is null || method.Id == keyId || method.Name == keyId
        || (keyId.StartsWith('#') && method.Id == issuer + keyId);

    private static CredentialCheck SignatureOf(
        SecuredCredential secured, VerificationMethod[] methods, VerifierInputs inputs)
    {
        var method = secured.Method ?? "–";
        if (secured.Jws is null && inputs.Algorithms.All(a => a.CryptoSuite != method))
        {
            return Signature(CheckResult.Unknown, "signature.unsupported", method);
        }

        var fitting = methods.Select(m => m.Key).OfType<PublicKey>()
            .Where(k => secured.MethodOf(k.Algorithm) == method).ToArray();
        if (fitting.Length == 0)
        {
            return methods.Any(m => m.Key is null)
                ? Signature(CheckResult.Unknown, "signature.unsupported", method)
                : Signature(CheckResult.Failed, "signature.other-algorithm", method);
        }

        return fitting.Any(secured.VerifiesWith)
            ? Signature(CheckResult.Ok, "signature.ok", method)
            : Signature(CheckResult.Failed, "signature.mismatch");
    }

    private static string Day(DateTimeOffset at) => DataIntegrity.Instant(at);

    private static CredentialCheck Signature(CheckResult result, string code, params IReadOnlyList<string> args) =>
        new(CheckKind.Signature, result, new Phrase("credentials." + code, args));

    private static CredentialCheck Key(CheckResult result, string code, params IReadOnlyList<string> args) =>
        new(CheckKind.Key, result, new Phrase("credentials." + code, args));
}
