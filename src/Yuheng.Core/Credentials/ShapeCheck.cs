using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// Whether a document is a credential of the W3C data model 2.0 (section 4) and, where it calls itself a UNTP 0.7.0
/// DigitalConformityCredential, has the members and words that its schema requires.
/// </summary>
internal static class ShapeCheck
{
    /// <summary>The context that every credential of version 2 names first.</summary>
    public const string CredentialContext = "https://www.w3.org/ns/credentials/v2";

    /// <summary>The context of UNTP 0.7.0.</summary>
    public const string UntpContext = "https://vocabulary.uncefact.org/untp/0.7.0/context/";

    private static readonly Dictionary<string, string[]> AttestationWords = new(StringComparer.Ordinal)
    {
        ["assessorLevel"] = ["self", "commercial", "buyer", "membership", "unspecified", "3rdParty", "hybrid"],
        ["assessmentLevel"] =
        [
            "authority-benchmark", "authority-mandate", "authority-globalmra", "authority-peer",
            "authority-extended-mra", "scheme-self", "scheme-cab", "no-endorsement",
        ],
        ["attestationType"] =
        [
            "certification", "declaration", "inspection", "testing", "verification", "validation", "calibration",
        ],
    };

    private static readonly string[] AssessmentMembers =
        ["id", "name", "assessmentCriteria", "assessmentDate", "assessedPerformance", "conformityTopic"];

    /// <summary>The check of shape; the reason names the first member that is not as it must be.</summary>
    public static CredentialCheck Of(SecuredCredential secured)
    {
        if (secured.Fault is { } fault)
        {
            return new CredentialCheck(CheckKind.Shape, CheckResult.Failed, fault);
        }

        var wrong = WrongMember(secured.Document);
        return wrong is null
            ? CredentialCheck.Ok(CheckKind.Shape, "shape.ok")
            : CredentialCheck.Failed(CheckKind.Shape, "shape.member", wrong);
    }

    private static string? WrongMember(JsonElement document)
    {
        var contexts = document.OneOrMany("@context");
        if (contexts.Count == 0 || contexts[0].ValueKind != JsonValueKind.String
            || contexts[0].GetString() != CredentialContext)
        {
            return "@context";
        }

        if (!document.Names("type", "VerifiableCredential"))
        {
            return "type";
        }

        if ((document.Text("issuer") ?? document.Member("issuer")?.Text("id")) is not { Length: > 0 })
        {
            return "issuer";
        }

        if (document.Member("id") is not null && !IsAddress(document.Text("id")))
        {
            return "id";
        }

        var subjects = document.OneOrMany("credentialSubject");
        if (subjects.Count == 0 || subjects.Any(s => s.ValueKind != JsonValueKind.Object || s.GetPropertyCount() == 0))
        {
            return "credentialSubject";
        }

        return WrongTime(document) ?? WrongStatus(document)
            ?? (document.Names("type", "DigitalConformityCredential") ? WrongConformity(document, subjects[0]) : null);
    }

    private static string? WrongTime(JsonElement document) =>
        new[] { "validFrom", "validUntil" }.FirstOrDefault(m =>
            document.Member(m) is not null && Timestamp.TryRead(document.Text(m)) is null);

    private static string? WrongStatus(JsonElement document) =>
        document.OneOrMany("credentialStatus").Any(IsWrongStatus) ? "credentialStatus" : null;

    private static bool IsWrongStatus(JsonElement entry) =>
        entry.OneOrMany("type").Count == 0
        || (entry.Names("type", "BitstringStatusListEntry")
            && (entry.Text("statusPurpose") is null || entry.Text("statusListCredential") is null
                || StatusChecks.IndexOf(entry) is null));

    private static string? WrongConformity(JsonElement document, JsonElement attestation)
    {
        var contexts = document.OneOrMany("@context");
        if (contexts.Count < 2 || contexts[1].ToString() != UntpContext)
        {
            return "@context";
        }

        var missing = new[] { "id", "validFrom", "name" }.FirstOrDefault(m => document.Text(m) is null)
            ?? (document.Member("issuer")?.Text("name") is null ? "issuer" : null)
            ?? new[] { "id", "name" }.FirstOrDefault(m => attestation.Text(m) is null)
            ?? new[] { "issuedToParty", "referenceScheme" }.FirstOrDefault(m => !IsNamedThing(attestation.Member(m)))
            ?? AttestationWords.Keys.FirstOrDefault(m => !AttestationWords[m].Contains(attestation.Text(m)));
        return missing
            ?? attestation.OneOrMany("conformityAssessment").Select(WrongAssessment).FirstOrDefault(m => m is not null);
    }

    private static string? WrongAssessment(JsonElement assessment) =>
        AssessmentMembers.FirstOrDefault(m => assessment.Member(m) is null)
        ?? assessment.OneOrMany("assessedPerformance")
            .Where(p => p.Member("measure") is null && p.Member("score") is null)
            .Select(_ => "assessedPerformance").FirstOrDefault();

    private static bool IsNamedThing(JsonElement? thing) =>
        thing is { } value && value.Text("id") is not null && value.Text("name") is not null;

    private static bool IsAddress(string? id) => id is not null && Uri.TryCreate(id, UriKind.Absolute, out _);
}
