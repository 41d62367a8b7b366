namespace Yuheng.Server.Papers.Prints;

/// <summary>Whose paper it is.</summary>
public enum PaperSigner
{
    /// <summary>The declaring firm.</summary>
    Firm,

    /// <summary>The laboratory that tested the lot.</summary>
    Laboratory,

    /// <summary>The platform: nobody issues it by hand.</summary>
    Platform,
}

/// <summary>What must hold before a paper is issued.</summary>
public enum PaperCondition
{
    /// <summary>The lot was not found nonconforming, held, refused, withdrawn, revoked or recalled.</summary>
    NotBlocked,

    /// <summary>No result that stands fails.</summary>
    NoFailure,

    /// <summary>Specific results of the lot are there.</summary>
    Results,

    /// <summary>Results of other lots of the same product are there.</summary>
    OtherLots,

    /// <summary>The laboratory's signatory has signed the results.</summary>
    Signed,

    /// <summary>The laboratory's scope covers every method on its day.</summary>
    InScope,

    /// <summary>The platform's credential stands.</summary>
    Credential,
}

/// <summary>A kind of paper and who may sign it.</summary>
/// <param name="Code">Its code; ends the keys of its texts.</param>
/// <param name="Part">Its part of a paper's number.</param>
/// <param name="Signer">Whose paper it is.</param>
/// <param name="Roles">Who signs for that party.</param>
/// <param name="Conditions">What must hold, told in this order.</param>
public sealed record PaperKind(
    string Code, string Part, PaperSigner Signer, IReadOnlyList<Role> Roles, IReadOnlyList<PaperCondition> Conditions)
{
    /// <summary>Whether someone independent of production validates it (EN 10204, 3.1).</summary>
    public bool IsValidated => Code == PaperKinds.Validated;
}

/// <summary>
/// The decision table: which papers there are and who may sign what. Results of others are signed by a laboratory in
/// scope alone; the platform's credential is issued with the release and never by hand.
/// </summary>
public static class PaperKinds
{
    /// <summary>EN 10204 type 3.1.</summary>
    public const string Validated = "en10204-31";

    /// <summary>The laboratory's report.</summary>
    public const string Report = "test-report";

    /// <summary>Labels for cartons.</summary>
    public const string Labels = "carton-labels";

    /// <summary>EN 10204 type 2.1: a statement without results.</summary>
    public const string Statement = "en10204-21";

    /// <summary>EN 10204 type 2.2: results of other lots.</summary>
    public const string NonSpecific = "en10204-22";

    private static readonly Role[] Firm = [Role.FirmOwner, Role.FirmClerk];

    private static readonly PaperCondition[] OnResults =
        [PaperCondition.NotBlocked, PaperCondition.NoFailure, PaperCondition.Results];

    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new(Validated, "31", PaperSigner.Firm, Firm, OnResults),
        new("supplier-declaration", "SD", PaperSigner.Firm, [Role.FirmOwner], OnResults),
        new("factory-certificate", "FC", PaperSigner.Firm, Firm, OnResults),
        new(NonSpecific, "22", PaperSigner.Firm, Firm,
            [PaperCondition.NotBlocked, PaperCondition.NoFailure, PaperCondition.OtherLots]),
        new(Statement, "21", PaperSigner.Firm, Firm, [PaperCondition.NotBlocked, PaperCondition.NoFailure]),
        new(Report, "TR", PaperSigner.Laboratory, [Role.LaboratorySignatory],
            [PaperCondition.Signed, PaperCondition.InScope]),
        new(Labels, "CL", PaperSigner.Firm, Firm, [PaperCondition.Credential]),
        new("verification-credential", "VC", PaperSigner.Platform, [], [PaperCondition.Credential]),
    ];

    /// <summary>A kind by its code, or null.</summary>
    public static PaperKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);
}
