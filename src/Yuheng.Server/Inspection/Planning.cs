using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Core.Sampling;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// From product, markets and contract to a plan: requirements of the packs, and for each group of them a sampling plan
/// under the zone's agreement. A pure function of what it is given.
/// </summary>
public static class Planning
{
    /// <summary>The plan of a lot.</summary>
    /// <param name="packs">The packs in use.</param>
    /// <param name="agreement">The agreement in force.</param>
    /// <param name="lot">The lot as declared.</param>
    /// <param name="severities">Severity of each group's series; a group that is not named is on normal.</param>
    /// <exception cref="Refused">A standard without edition, a group that the agreement does not cover.</exception>
    public static Made Make(
        PackSet packs,
        Agreement agreement,
        Lot lot,
        IReadOnlyDictionary<string, Severity> severities
    )
    {
        var terms = TermsOf(agreement);
        var day = Registry.Zones.DayOf(lot.DeclaredAt);
        var answers = lot
            .Markets.Split(',')
            .Select(market => Core.Judging.Requirements.Ask(packs, Question(lot, market, day, terms)))
            .ToList();
        var sheet = new RequirementDocument(
            [.. answers.SelectMany(a => a.Pins).Distinct().OrderBy(p => p.Id, StringComparer.Ordinal)],
            [.. answers.SelectMany(a => a.Requirements).DistinctBy(r => r.Key)],
            [.. answers.SelectMany(a => a.Remarks).Distinct()],
            [.. answers.SelectMany(a => a.Documents).Distinct()],
            answers.Select(a => a.Ask).FirstOrDefault(a => a is not null)
        );
        var groups = sheet
            .Requirements.Select(r => r.Group)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where(group => group != TypeTest)
            .Select(group => Group(terms, lot, group, severities.GetValueOrDefault(group, Severity.Normal)));
        var stored = StoredSheet(lot.ZoneId, sheet);
        var plan = new PlanDocument(
            day,
            agreement.Number,
            Convert.ToHexStringLower(agreement.Hash),
            stored.Hash,
            [.. groups]
        );
        return new Made(plan, sheet, stored, Stored(lot, agreement, plan));
    }

    /// <summary>The terms of an agreement's version.</summary>
    public static AgreementTerms TermsOf(Agreement agreement) =>
        JsonSerializer.Deserialize<AgreementTerms>(agreement.Terms, JournalJson.Options)!;

    /// <summary>A stored plan read back.</summary>
    public static LotPlan Read(Plan plan, RequirementSheet sheet) =>
        new(Numbers(plan), JsonSerializer.Deserialize<RequirementDocument>(sheet.Document, JournalJson.Options)!);

    /// <summary>The numbers of a stored plan.</summary>
    public static PlanDocument Numbers(Plan plan) =>
        JsonSerializer.Deserialize<PlanDocument>(plan.Document, JournalJson.Options)!;

    private static Plan Stored(Lot lot, Agreement agreement, PlanDocument document)
    {
        var json = JsonSerializer.Serialize(document, JournalJson.Options);
        return new Plan
        {
            ZoneId = lot.ZoneId,
            LotId = lot.Id,
            Attempt = lot.Attempt,
            FirmId = lot.FirmId,
            AgreementId = agreement.Id,
            Document = json,
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
            MadeAt = lot.DeclaredAt,
        };
    }

    private static RequirementSheet StoredSheet(Guid zoneId, RequirementDocument document)
    {
        var json = JsonSerializer.Serialize(document, JournalJson.Options);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        return new RequirementSheet
        {
            ZoneId = zoneId,
            Hash = hash,
            Document = json,
        };
    }

    /// <summary>Groups that are not sampled from the lot: their evidence is a report of the type.</summary>
    private const string TypeTest = "type-test";

    private static RequirementQuestion Question(Lot lot, string market, DateOnly day, AgreementTerms terms)
    {
        var contract = lot.Contract is null
            ? new ContractTerms([], [])
            : JsonSerializer.Deserialize<ContractTerms>(lot.Contract, JournalJson.Options)!;
        return new RequirementQuestion
        {
            Family = lot.ValveType,
            Size = NominalSize.Read(lot.Size),
            Rating = PressureRating.Read(lot.Pressure),
            Seat = lot.Seat.Length == 0 ? null : lot.Seat,
            Alloy = lot.BodyAlloy.Length == 0 ? null : lot.BodyAlloy,
            Market = market,
            Day = day,
            Contract = contract.Standards,
            ContractLimits = contract.Limits,
            Agreement = terms.TestStandards,
        };
    }

    private static GroupPlan Group(AgreementTerms terms, Lot lot, string group, Severity severity)
    {
        var agreed = terms.For(group);
        if (agreed.Pieces is { } pieces)
        {
            var heats = agreed.PerHeat ? JsonSerializer.Deserialize<string[]>(lot.Heats)!.Length : 1;
            var items = (int)Math.Min((long)pieces * Math.Max(1, heats), lot.Quantity);
            var number = pieces.ToString(CultureInfo.InvariantCulture);
            return new GroupPlan(
                group,
                "normal",
                null,
                null,
                null,
                null,
                items,
                items,
                0,
                1,
                Confidence.High,
                [
                    Phrase.Of(
                        agreed.PerHeat ? "inspection.plan.pieces-each-heat" : "inspection.plan.pieces-a-lot",
                        number
                    ),
                ]
            );
        }

        var plan = SamplingPlans.Find(
            PlanRequest.ForLot(terms.SamplingStandard, agreed.Aql!, lot.Quantity, agreed.Level!) with
            {
                Severity = severity,
            }
        );
        return new GroupPlan(
            group,
            severity.ToString().ToLowerInvariant(),
            agreed.Level,
            agreed.Aql,
            plan.CodeLetter,
            plan.FinalLetter,
            plan.SampleSizes[0],
            (int)plan.ItemsToInspect!.Value,
            plan.Ac[0] ?? 0,
            plan.Re[0],
            plan.Confidence,
            plan.Explain
        );
    }
}

/// <summary>A plan just made.</summary>
/// <param name="Plan">Its numbers.</param>
/// <param name="Sheet">Its requirements.</param>
/// <param name="StoredSheet">The requirements as a row.</param>
/// <param name="StoredPlan">The numbers as a row.</param>
public sealed record Made(PlanDocument Plan, RequirementDocument Sheet, RequirementSheet StoredSheet, Plan StoredPlan);
