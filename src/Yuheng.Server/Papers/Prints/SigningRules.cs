using Yuheng.Core;

namespace Yuheng.Server.Papers.Prints;

/// <summary>What is known of a lot when a paper is asked for.</summary>
public sealed record PaperSituation
{
    /// <summary>Who asks.</summary>
    public required Viewer Viewer { get; init; }

    /// <summary>The declaring firm.</summary>
    public required Guid FirmId { get; init; }

    /// <summary>The laboratory that signed the lot's results.</summary>
    public Guid? LaboratoryId { get; init; }

    /// <summary>State of the lot.</summary>
    public required string State { get; init; }

    /// <summary>Last verdict, or null.</summary>
    public string? Verdict { get; init; }

    /// <summary>Characteristics of the lot with a valid result.</summary>
    public int Results { get; init; }

    /// <summary>Results that stand and fail.</summary>
    public int Failures { get; init; }

    /// <summary>Characteristics with results of other lots.</summary>
    public int OtherLots { get; init; }

    /// <summary>Whether the laboratory's results are signed.</summary>
    public bool Signed { get; init; }

    /// <summary>Whether the scope covers every method of the laboratory's results.</summary>
    public bool InScope { get; init; }

    /// <summary>Whether a credential stands.</summary>
    public bool Credential { get; init; }
}

/// <summary>Decides who may sign what, and says why not.</summary>
public static class SigningRules
{
    /// <summary>States in which nothing may be said of the lot's conformity.</summary>
    private static readonly string[] Blocked =
        ["held", "retest", "rework", "redirected", "refused", "withdrawn", "revoked", "recalled"];

    private static readonly Dictionary<PaperCondition, (Func<PaperSituation, bool> Holds, string Why)> Rules = new()
    {
        [PaperCondition.NotBlocked] =
            (s => s.Verdict != "nonconforming" && !Blocked.Contains(s.State), "refused.prints.lot-blocked"),
        [PaperCondition.NoFailure] = (s => s.Failures == 0, "refused.prints.result-fails"),
        [PaperCondition.Results] = (s => s.Results > 0, "refused.prints.no-results"),
        [PaperCondition.OtherLots] = (s => s.OtherLots > 0, "refused.prints.no-other-lots"),
        [PaperCondition.Signed] = (s => s.Signed, "refused.prints.results-not-signed"),
        [PaperCondition.InScope] = (s => s.InScope, "refused.prints.method-outside-scope"),
        [PaperCondition.Credential] = (s => s.Credential, "refused.prints.no-credential"),
    };

    /// <summary>Why a paper may not be issued now by who asks; empty where it may.</summary>
    public static IReadOnlyList<Phrase> WhyNot(PaperKind kind, PaperSituation situation)
    {
        if (kind.Signer == PaperSigner.Platform)
        {
            return [Phrase.Of("refused.prints.platform-issues-forbidden")];
        }

        return IsSigner(kind, situation)
            ? [.. kind.Conditions.Select(c => Rules[c]).Where(r => !r.Holds(situation)).Select(r => Phrase.Of(r.Why))]
            : [Phrase.Of("refused.prints.not-the-signer-forbidden")];
    }

    private static bool IsSigner(PaperKind kind, PaperSituation situation)
    {
        var party = kind.Signer == PaperSigner.Firm ? situation.FirmId : situation.LaboratoryId;
        return party == situation.Viewer.PartyId && situation.Viewer.Is([.. kind.Roles]);
    }
}
