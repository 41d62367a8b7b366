using Yuheng.Core.Credentials;

namespace Yuheng.Cli.Verify;

/// <summary>The words of checks, results and verdicts: the ends of text codes, and what <c>--json</c> writes.</summary>
internal static class VerifyWords
{
    /// <summary>The word of a check.</summary>
    public static string Of(CheckKind kind) => kind switch
    {
        CheckKind.Signature => "signature",
        CheckKind.Key => "key",
        CheckKind.Validity => "validity",
        CheckKind.Status => "status",
        _ => "shape",
    };

    /// <summary>The word of a result.</summary>
    public static string Of(CheckResult result) => result switch
    {
        CheckResult.Ok => "ok",
        CheckResult.Failed => "failed",
        _ => "unknown",
    };

    /// <summary>The word of a verdict.</summary>
    public static string Of(CredentialVerdict verdict) => verdict switch
    {
        CredentialVerdict.Valid => "valid",
        CredentialVerdict.NotValid => "not-valid",
        _ => "cannot-tell",
    };
}
