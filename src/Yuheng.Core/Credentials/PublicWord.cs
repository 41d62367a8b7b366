namespace Yuheng.Core.Credentials;

/// <summary>
/// The words of the public check: codes of texts, one for each answer that a buyer can get, on the page, on the
/// command line and in the offline file.
/// </summary>
public static class PublicWord
{
    /// <summary>Signature matches, in validity, not revoked.</summary>
    public const string Valid = "credentials.word.valid";

    /// <summary>Suspended.</summary>
    public const string Suspended = "credentials.word.suspended";

    /// <summary>Revoked; takes the date.</summary>
    public const string Revoked = "credentials.word.revoked";

    /// <summary>Past its validity.</summary>
    public const string Expired = "credentials.word.expired";

    /// <summary>Its validity has not begun.</summary>
    public const string NotYetValid = "credentials.word.not-yet-valid";

    /// <summary>Replaced by a newer one; known online only.</summary>
    public const string Replaced = "credentials.word.replaced";

    /// <summary>The signature does not match: altered or forged.</summary>
    public const string Forged = "credentials.word.forged";

    /// <summary>Signed by a key that the issuer has not published.</summary>
    public const string KeyUnknown = "credentials.word.key-unknown";

    /// <summary>Signed by a key that the issuer has revoked.</summary>
    public const string KeyRevoked = "credentials.word.key-revoked";

    /// <summary>Its lot has been recalled; known online only.</summary>
    public const string Recalled = "credentials.word.recalled";

    /// <summary>No such credential; known online only.</summary>
    public const string NotFound = "credentials.word.not-found";

    /// <summary>The file is no credential of a known form.</summary>
    public const string NotACredential = "credentials.word.not-a-credential";

    /// <summary>Cannot be told now, which does not mean invalid.</summary>
    public const string CannotTell = "credentials.word.cannot-tell";
}
