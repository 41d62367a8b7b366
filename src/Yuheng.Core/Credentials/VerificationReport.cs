namespace Yuheng.Core.Credentials;

/// <summary>What is checked of a credential, in the order in which it is told.</summary>
public enum CheckKind
{
    /// <summary>The content is what was signed.</summary>
    Signature,

    /// <summary>The key that signed is among the issuer's.</summary>
    Key,

    /// <summary>The time lies in the credential's validity.</summary>
    Validity,

    /// <summary>It is neither revoked nor suspended.</summary>
    Status,

    /// <summary>It is a verifiable credential of a known form.</summary>
    Shape,
}

/// <summary>How one check came out.</summary>
public enum CheckResult
{
    /// <summary>It holds.</summary>
    Ok,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>What is at hand does not suffice to tell; this is not a failure.</summary>
    Unknown,
}

/// <summary>The verdict on a credential.</summary>
public enum CredentialVerdict
{
    /// <summary>Every check holds.</summary>
    Valid,

    /// <summary>At least one check does not hold.</summary>
    NotValid,

    /// <summary>
    /// None failed, but one could not be made: the issuer's document or a status list is missing or stale.
    /// </summary>
    CannotTell,
}

/// <summary>One check with its reason.</summary>
public sealed record CredentialCheck(CheckKind Kind, CheckResult Result, Phrase Reason)
{
    internal static CredentialCheck Ok(CheckKind kind, string code, params IReadOnlyList<string> args) =>
        new(kind, CheckResult.Ok, new Phrase("credentials." + code, args));

    internal static CredentialCheck Failed(CheckKind kind, string code, params IReadOnlyList<string> args) =>
        new(kind, CheckResult.Failed, new Phrase("credentials." + code, args));

    internal static CredentialCheck Unknown(CheckKind kind, string code, params IReadOnlyList<string> args) =>
        new(kind, CheckResult.Unknown, new Phrase("credentials." + code, args));
}

/// <summary>What a credential says of itself: to be believed only when the verdict is valid.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Name">Its title.</param>
/// <param name="Issuer">The issuer's identifier.</param>
/// <param name="IssuerName">The issuer's name.</param>
/// <param name="ValidFrom">Start of its validity.</param>
/// <param name="ValidUntil">End of its validity.</param>
/// <param name="Synthetic">It says that its data are made up (a demonstration).</param>
public sealed record CredentialSummary(
    string? Id,
    string? Name,
    string Issuer,
    string? IssuerName,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    bool Synthetic);

/// <summary>The answer about one credential.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Word">The one sentence for the public, in the words of the public check.</param>
/// <param name="Checks">The five checks, in the order of <see cref="CheckKind"/>.</param>
/// <param name="Summary">What it says of itself; null when it could not be read.</param>
public sealed record VerificationReport(
    CredentialVerdict Verdict,
    Phrase Word,
    IReadOnlyList<CredentialCheck> Checks,
    CredentialSummary? Summary);
