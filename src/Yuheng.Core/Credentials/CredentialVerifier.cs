using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// Checks a credential from what is at hand. A pure function: the same bytes, documents, lists and instant give the
/// same report on every machine.
/// </summary>
public static class CredentialVerifier
{
    // What each failure means to the public, the gravest first.
    private static readonly (string Reason, string Word)[] Words =
    [
        ("credentials.signature.", PublicWord.Forged),
        ("credentials.key.revoked", PublicWord.KeyRevoked),
        ("credentials.key.", PublicWord.KeyUnknown),
        ("credentials.status.revoked", PublicWord.Revoked),
        ("credentials.validity.expired", PublicWord.Expired),
        ("credentials.validity.", PublicWord.NotYetValid),
        ("credentials.status.suspended", PublicWord.Suspended),
        ("credentials.shape.", PublicWord.NotACredential),
    ];

    /// <summary>The report on the bytes of one file.</summary>
    public static VerificationReport Verify(ReadOnlyMemory<byte> bytes, VerifierInputs inputs)
    {
        if (SecuredCredential.TryOpen(bytes) is not { } secured)
        {
            return Unreadable();
        }

        var (signature, key) = SignatureChecks.Of(secured, inputs);
        IReadOnlyList<CredentialCheck> checks =
            [signature, key, Validity(secured, inputs.At), StatusChecks.Of(secured, inputs), ShapeCheck.Of(secured)];
        var verdict = checks.Any(c => c.Result == CheckResult.Failed) ? CredentialVerdict.NotValid
            : checks.Any(c => c.Result == CheckResult.Unknown) ? CredentialVerdict.CannotTell
            : CredentialVerdict.Valid;
        return new VerificationReport(verdict, Word(verdict, checks), checks, Summary(secured));
    }

    private static VerificationReport Unreadable() => new(
        CredentialVerdict.NotValid,
        Phrase.Of(PublicWord.NotACredential),
        [
            CredentialCheck.Unknown(CheckKind.Signature, "signature.unreadable"),
            CredentialCheck.Unknown(CheckKind.Key, "key.no-signature"),
            CredentialCheck.Unknown(CheckKind.Validity, "validity.unreadable"),
            CredentialCheck.Unknown(CheckKind.Status, "status.unreadable-credential"),
            CredentialCheck.Failed(CheckKind.Shape, "shape.unreadable"),
        ],
        null);

    private static CredentialCheck Validity(SecuredCredential secured, DateTimeOffset at)
    {
        var document = secured.Document;
        DateTimeOffset?[] starts = [Timestamp.TryRead(document.Text("validFrom")), NumericDate(secured, "nbf")];
        DateTimeOffset?[] ends =
        [
            Timestamp.TryRead(document.Text("validUntil")),
            NumericDate(secured, "exp"),
            Timestamp.TryRead(secured.Proof?.Text("expires")),
        ];
        if (starts.Max() is { } from && at < from)
        {
            return CredentialCheck.Failed(CheckKind.Validity, "validity.not-yet", DataIntegrity.Instant(from));
        }

        if (ends.Min() is not { } until)
        {
            return CredentialCheck.Ok(CheckKind.Validity, "validity.open");
        }

        return at >= until
            ? CredentialCheck.Failed(CheckKind.Validity, "validity.expired", DataIntegrity.Instant(until))
            : CredentialCheck.Ok(CheckKind.Validity, "validity.ok", DataIntegrity.Instant(until));
    }

    // RFC 7519 NumericDate; only a JWT has these claims, and one outside the calendar is no date.
    private static DateTimeOffset? NumericDate(SecuredCredential secured, string claim)
    {
        const long YearTenThousand = 253_402_300_800;
        return secured.Jws is not null
            && secured.Document.Member(claim) is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt64(out var seconds) && seconds is >= 0 and < YearTenThousand
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
    }

    private static Phrase Word(CredentialVerdict verdict, IReadOnlyList<CredentialCheck> checks)
    {
        if (verdict != CredentialVerdict.NotValid)
        {
            return Phrase.Of(verdict == CredentialVerdict.Valid ? PublicWord.Valid : PublicWord.CannotTell);
        }

        var failed = checks.Where(c => c.Result == CheckResult.Failed).Select(c => c.Reason).ToArray();
        var (reason, word) = Words.First(w => failed.Any(f => f.Code.StartsWith(w.Reason, StringComparison.Ordinal)));
        var phrase = failed.First(f => f.Code.StartsWith(reason, StringComparison.Ordinal));
        return word == PublicWord.Revoked ? new Phrase(word, phrase.Args) : Phrase.Of(word);
    }

    private static CredentialSummary Summary(SecuredCredential secured)
    {
        var document = secured.Document;
        return new CredentialSummary(
            document.Text("id"),
            document.Text("name"),
            secured.Issuer ?? "",
            document.Member("issuer")?.Text("name"),
            Timestamp.TryRead(document.Text("validFrom")),
            Timestamp.TryRead(document.Text("validUntil")),
            document.Member("synthetic") is { ValueKind: JsonValueKind.True });
    }
}
