namespace Yuheng.Core.Credentials;

/// <summary>How the index in a status list is written; the two specifications contradict each other.</summary>
public enum StatusIndexForm
{
    /// <summary>A string, and one entry for each purpose, as W3C Bitstring Status List 1.0 demands.</summary>
    W3cString,

    /// <summary>An integer, and a single entry (revocation), as the schema of UNTP 0.7.0 demands.</summary>
    UntpInteger,
}

/// <summary>The issuer and the zone's scheme, as settings.</summary>
/// <param name="Did">The issuer's identifier.</param>
/// <param name="Name">The issuer's name.</param>
/// <param name="SchemeId">Address of the zone's voluntary scheme.</param>
/// <param name="SchemeName">Its name.</param>
/// <param name="ContextAddress">Where <see cref="LotContext"/> is published; each credential names it.</param>
/// <param name="StatusIndexForm">How status indexes are written.</param>
public sealed record LotCredentialIssuer(
    string Did,
    string Name,
    string SchemeId,
    string SchemeName,
    string ContextAddress,
    StatusIndexForm StatusIndexForm = StatusIndexForm.W3cString);
