using System.Globalization;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Core.Judging;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers;

/// <summary>What a credential is made from.</summary>
/// <param name="Issuer">Who issues.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Firm">The declaring firm.</param>
/// <param name="Judgement">The verdict; null for a lot that was not drawn.</param>
/// <param name="Laboratory">The laboratory, with the accreditation that covers the methods.</param>
public sealed record CredentialSource(
    Issuer Issuer,
    Lot Lot,
    Party Firm,
    Judgement? Judgement,
    AccreditedLaboratory? Laboratory
);

/// <summary>A laboratory as it stands on papers.</summary>
public sealed record AccreditedLaboratory(Party Party, string Accreditation, string Number);

/// <summary>The place that a new credential gets.</summary>
public sealed record CredentialPlace(string Number, string ShortCode, int StatusIndex, DateTimeOffset IssuedAt);

/// <summary>
/// Turns a lot and its verdict into the facts of a credential: every value, limit and clause, nothing added.
/// </summary>
public static class CredentialFacts
{
    /// <summary>UNECE Recommendation 20: pieces.</summary>
    private const string Pieces = "H87";

    private static readonly Dictionary<string, string> UnitCodes = new(StringComparer.Ordinal)
    {
        ["mm"] = "MMT",
        ["MPa"] = "MPA",
        ["%"] = "P1",
        ["s"] = "SEC",
        ["N.m"] = "NU",
        ["N"] = "NEW",
    };

    /// <summary>The facts.</summary>
    public static LotCredentialFacts Of(CredentialSource source, CredentialPlace place)
    {
        var (issuer, lot, firm, judgement, _) = source;
        var party = new CredentialParty(
            $"{issuer.Origin}/parties/{firm.Id}",
            firm.NameZh,
            firm.CreditCode,
            firm.NameEn
        );
        var facts = judgement is null ? null : JudgingJson.Facts(judgement.Facts);
        return new LotCredentialFacts
        {
            Id = $"{issuer.Origin}/credentials/{place.Number}.jwt",
            Number = place.Number,
            CheckAddress = issuer.CheckAddress(place.ShortCode),
            ValidFrom = place.IssuedAt,
            ValidUntil = place.IssuedAt.AddMonths(issuer.Months),
            Synthetic = issuer.Zone.Synthetic,
            Drawn = judgement is not null,
            AssessorLevel = judgement is null ? "self" : "3rdParty",
            AssessmentLevel = judgement is null ? "no-endorsement" : "scheme-cab",
            AttestationType = judgement is null ? "declaration" : "inspection",
            IssuedTo = party,
            Maker = lot.MakerName is null
                ? party
                : new CredentialParty($"{issuer.Origin}/parties/named", lot.MakerName),
            Exporter = lot.ExporterName is null
                ? party
                : new CredentialParty($"{issuer.Origin}/parties/named", lot.ExporterName),
            Lot = new CredentialLot(
                $"{issuer.Origin}/lots/{lot.Id}",
                lot.Number,
                lot.Quantity,
                Pieces,
                JsonSerializer.Deserialize<string[]>(lot.Heats)!,
                lot.Markets.Split(','),
                lot.OrderNumber
            ),
            Product = ProductOf(issuer, lot),
            Decision = judgement?.Verdict ?? "indeterminate",
            Characteristics = facts is null ? [Documents(lot, place)] : Characteristics(source, facts),
            Sampling = facts is null ? [] : Sampling(source, facts),
            Rules = facts is null ? [] : [.. facts.Pins.Select(p => $"{p.Id} {p.Version} {p.Hash}")],
            Status =
            [
                new StatusPlace("revocation", issuer.StatusAddress("revocation"), place.StatusIndex),
                new StatusPlace("suspension", issuer.StatusAddress("suspension"), place.StatusIndex),
            ],
        };
    }

    private static CredentialProduct ProductOf(Issuer issuer, Lot lot) =>
        new(
            $"{issuer.Origin}/products/{lot.ProductId}",
            new Core.Credentials.Bilingual(lot.ProductNameZh, lot.ProductNameEn),
            lot.Model,
            [
                new("size", lot.Size),
                new("pressure", lot.Pressure),
                new("seat", lot.Seat),
                new("bodyAlloy", lot.BodyAlloy),
                new("hsCode", lot.HsCode),
            ]
        );

    private static AssessedCharacteristic Documents(Lot lot, CredentialPlace place) =>
        new()
        {
            Key = "documents",
            Name = new Core.Credentials.Bilingual(
                Texts.OfCore.Say(Language.Chinese, "credentials.documents-checked"),
                Texts.OfCore.Say(Language.English, "credentials.documents-checked")
            ),
            Class = "C",
            Standard = "-",
            Clause = lot.Mode,
            Result = "indeterminate",
            Date = Zones.DayOf(place.IssuedAt),
            PartyLevel = "first",
        };

    private static IReadOnlyList<AssessedCharacteristic> Characteristics(CredentialSource source, LotFacts facts)
    {
        var verdict = JudgingJson.Verdict(source.Judgement!.Decision);
        var replaced = facts.Observations.Select(o => o.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var current = facts.Observations.Where(o => !replaced.Contains(o.Id)).ToLookup(o => o.Characteristic);
        return
        [
            .. verdict
                .Lines.Where(l => l.Planned > 0)
                .Select(line =>
                {
                    var requirement = facts.Requirements.Single(r => r.Key == line.Key);
                    return Characteristic(source, (requirement, line), [.. current[requirement.Id]]);
                }),
        ];
    }

    private static AssessedCharacteristic Characteristic(
        CredentialSource source,
        (Requirement Requirement, CharacteristicVerdict Line) of,
        IReadOnlyList<Observation> seen
    )
    {
        var (requirement, line) = of;
        var laboratory = source.Laboratory;
        return new AssessedCharacteristic
        {
            Key = Key(line.Key),
            Name = new Core.Credentials.Bilingual(
                Texts.OfCore.Say(Language.Chinese, requirement.Name),
                Texts.OfCore.Say(Language.English, requirement.Name)
            ),
            Class = requirement.Class.ToString(),
            Safety = requirement.Safety,
            Standard = $"{requirement.Standard}-{requirement.Edition}",
            Clause = requirement.Clause,
            Limit = line.Summary.Limit,
            Unit = line.Summary.Unit,
            UnitCode = line.Summary.Unit is { } unit ? UnitCodes.GetValueOrDefault(unit) : null,
            Confidence = requirement.Confidence.ToString().ToLowerInvariant(),
            Values = [.. seen.Select(o => Value(requirement, o))],
            Count = new CredentialCount(line.Planned, line.Failed.Count, null, null),
            Result = line.Conclusion.ToString().ToLowerInvariant(),
            Date = seen.Count == 0 ? Zones.DayOf(source.Judgement!.At) : seen.Max(o => o.Day),
            PartyLevel = laboratory is null ? "first" : requirement.Pack is null ? "outside-scope" : "third",
            Laboratory = laboratory is null
                ? null
                : new CredentialParty(
                    $"{source.Issuer.Origin}/parties/{laboratory.Party.Id}",
                    laboratory.Party.NameZh,
                    $"{laboratory.Accreditation} {laboratory.Number}",
                    laboratory.Party.NameEn
                ),
        };
    }

    private static MeasuredValue Value(Requirement requirement, Observation observation)
    {
        var written =
            observation.Value is { } value ? value.Value.ToString(CultureInfo.InvariantCulture)
            : observation.Elements.Count > 0
                ? string.Join(
                    ' ',
                    observation.Elements.Select(e =>
                        string.Create(CultureInfo.InvariantCulture, $"{e.Element} {e.Percent}")
                    )
                )
            : observation.Finding?.ToString() ?? "-";
        var result = TestJudge.Judge(requirement, observation).Status switch
        {
            TestStatus.Pass => "conforming",
            TestStatus.Fail => "nonconforming",
            _ => "invalid",
        };
        return new MeasuredValue(observation.Specimen, written, result);
    }

    private static IReadOnlyList<CredentialSampling> Sampling(CredentialSource source, LotFacts facts) =>
        [
            .. facts
                .Plan.Where(p => p.Plan is { Length: > 0 })
                .Select(p =>
                {
                    var parts = p.Plan!.Split(", ");
                    return new CredentialSampling(
                        "GB/T 2828.1-2012",
                        $"n = {p.Specimens.Count}, Ac = {p.Ac}, Re = {p.Re}",
                        "normal",
                        parts[0],
                        parts[^1].Replace("AQL ", "", StringComparison.Ordinal),
                        parts.Length > 2 ? parts[1] : "-",
                        $"{source.Issuer.Origin}/draws/{source.Lot.DrawId}.json"
                    );
                }),
        ];

    private static string Key(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
