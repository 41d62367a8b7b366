using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>How overseas notices are matched to lots, and what an outcome does.</summary>
public sealed record OverseasRules(
    string Id,
    Bilingual Title,
    string Source,
    string Confidence,
    int SuggestFrom,
    int PossibleFrom,
    IReadOnlyList<MatchWeight> Weights,
    IReadOnlyList<OverseasOutcome> Outcomes)
{
    /// <summary>More candidates than a person reads are no help.</summary>
    private const int MostCandidates = 10;

    /// <summary>Goods are claimed within about two years after shipping; later ones match by number only.</summary>
    private const int ClaimDays = 730;

    /// <summary>The embedded rules.</summary>
    public static OverseasRules Default { get; } =
        SupervisionPacks.Embedded("overseas", SupervisionJson.Default.OverseasRules);

    /// <summary>An outcome by identifier.</summary>
    /// <exception cref="Refused">There is no such outcome.</exception>
    public OverseasOutcome Outcome(string id) => Outcomes.FirstOrDefault(o => o.Id == id)
        ?? throw new Refused("refused.supervision.outcome", id);

    /// <summary>
    /// Lots that a notice may be about, best first. Only a suggestion: a person confirms the match, and finding none is
    /// an answer too.
    /// </summary>
    public IReadOnlyList<LotMatch> Match(OverseasNotice notice, IEnumerable<ShippedLot> lots) =>
    [
        .. lots
            .Select(lot => Score(notice, lot))
            .Where(m => m.Points >= PossibleFrom)
            .OrderByDescending(m => m.Points)
            .ThenBy(m => m.LotId, StringComparer.Ordinal)
            .Take(MostCandidates),
    ];

    private LotMatch Score(OverseasNotice notice, ShippedLot lot)
    {
        var features = Features(notice, lot).ToArray();
        var points = features.Sum(f => Weights.FirstOrDefault(w => w.Feature == f)?.Points ?? 0);
        return new LotMatch(lot.LotId, lot.FirmId, points, points >= SuggestFrom, features);
    }

    private static IEnumerable<string> Features(OverseasNotice notice, ShippedLot lot)
    {
        if (Same(notice.CredentialId, lot.CredentialId))
        {
            yield return "credential";
        }

        if (Same(notice.LotNumber, lot.LotNumber))
        {
            yield return "lot-number";
        }

        if (Same(notice.Invoice, lot.Invoice))
        {
            yield return "invoice";
        }

        if (lot.MakerNames.Any(name => Same(notice.Maker, name)))
        {
            yield return "maker-name";
        }

        if (lot.ExporterNames.Any(name => Same(notice.Exporter, name)))
        {
            yield return "exporter-name";
        }

        if (SamePrefix(notice.HsCode, lot.HsCode, 6))
        {
            yield return "hs6";
        }
        else if (SamePrefix(notice.HsCode, lot.HsCode, 4))
        {
            yield return "hs4";
        }

        if (Same(notice.Market, lot.Market))
        {
            yield return "market";
        }

        if (lot.ExportedOn <= notice.ReceivedOn && notice.ReceivedOn.DayNumber - lot.ExportedOn.DayNumber <= ClaimDays)
        {
            yield return "in-time";
        }

        if (notice.Quantity > 0 && notice.Quantity <= lot.Quantity)
        {
            yield return "quantity";
        }
    }

    private static bool Same(string? a, string? b) => Plain(a) is { Length: > 0 } plain && plain == Plain(b);

    private static bool SamePrefix(string? a, string? b, int length) =>
        Plain(a) is var x && x.Length >= length
        && Plain(b).StartsWith(x[..length], StringComparison.Ordinal);

    /// <summary>Letters and digits only, upper case: <c>Co., Ltd.</c> and <c>CO LTD</c> are one.</summary>
    private static string Plain(string? text) =>
        text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}

/// <summary>Points of a feature.</summary>
public sealed record MatchWeight(string Feature, int Points);

/// <summary>Who answers for a notice in the end.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="LevelEvent">Kind of event that it puts into the firm's history, or null.</param>
/// <param name="Attributed">Whether it counts as attributed to a firm of the zone.</param>
public sealed record OverseasOutcome(string Id, Bilingual Name, string? LevelEvent, bool Attributed);

/// <summary>An overseas notification or a return, as received.</summary>
public sealed record OverseasNotice(
    string Id,
    DateOnly ReceivedOn,
    string Market,
    string? HsCode = null,
    string? Maker = null,
    string? Exporter = null,
    string? LotNumber = null,
    string? Invoice = null,
    string? CredentialId = null,
    long Quantity = 0);

/// <summary>A lot that was exported, with the names under which its maker and exporter are known.</summary>
public sealed record ShippedLot(
    string LotId,
    string FirmId,
    string LotNumber,
    DateOnly ExportedOn,
    string Market,
    string HsCode,
    long Quantity,
    IReadOnlyList<string> MakerNames,
    IReadOnlyList<string> ExporterNames,
    string? Invoice = null,
    string? CredentialId = null);

/// <summary>A lot that a notice may be about.</summary>
/// <param name="LotId">Lot.</param>
/// <param name="FirmId">Its maker.</param>
/// <param name="Points">Points.</param>
/// <param name="IsSuggested">Enough points to be suggested; otherwise merely possible.</param>
/// <param name="Features">What agrees.</param>
public sealed record LotMatch(
    string LotId,
    string FirmId,
    int Points,
    bool IsSuggested,
    IReadOnlyList<string> Features);
