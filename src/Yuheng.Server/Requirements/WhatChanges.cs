using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;
using Needs = Yuheng.Core.Judging.Requirements;

namespace Yuheng.Server.Requirements;

/// <summary>What changes for one product in one market.</summary>
public sealed record ProductChange(ProductFamily Family, Market Market, RequirementChanges Changes);

/// <summary>What changes between two days, over products and markets.</summary>
public sealed record ChangesModel(
    DateOnly From, DateOnly To, IReadOnlyList<ProductChange> Changes, IReadOnlyList<DatedNotice> Rules);

/// <summary>
/// "What changes on 31 December 2026 for my products": requirements that begin or end, and dated rules, market by
/// market.
/// </summary>
internal static class WhatChanges
{
    /// <summary>A change further away than this is not planned for yet.</summary>
    private const int LongestYears = 15;

    // A size and rating that every family has: what changes here are rules of material and marking, not of size.
    private static readonly NominalSize Size = NominalSize.OfDn(15);
    private static readonly PressureRating Rating = PressureRating.Read("PN16");

    public static Task<IResult> Show(HttpContext http)
    {
        var packs = http.RequestServices.GetService<PackSet>() ?? PackSet.Embedded;
        var from = http.RequestServices.GetRequiredService<Format>().Today;
        var to = DateOnly.TryParseExact(http.Request.Query["to"].ToString(), "yyyy-MM-dd", out var asked)
            && asked > from && asked <= from.AddYears(LongestYears)
                ? asked
                : from.AddYears(1);
        http.RequestServices.GetRequiredService<FormState>().Keep("to", to.ToString("yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture));
        var rules = packs.All.SelectMany(p => p.DatedRules.Select(r => new DatedNotice(r, p.Standard, p.Confidence)))
            .Where(n => n.Rule.From > from && n.Rule.From <= to)
            .OrderBy(n => n.Rule.From).ToList();
        return Task.FromResult(Page.Show<ChangesPage>(
            new ChangesModel(from, to, [.. Changes(packs, from, to)], rules)));
    }

    // Markets that share every rule (the European Union's) are shown once, under the first of them.
    private static IEnumerable<ProductChange> Changes(PackSet packs, DateOnly from, DateOnly to)
    {
        foreach (var market in packs.Catalogue.Markets.DistinctBy(m => m.Unions.Count > 0 ? m.Unions[0] : m.Code))
        {
            foreach (var family in packs.Catalogue.Families)
            {
                var question = new RequirementQuestion
                {
                    Family = family.Code, Size = Size, Rating = Rating, Market = market.Code, Day = from,
                };
                var changes = Needs.Changes(packs, question, to);
                if (changes.Added.Count + changes.Ended.Count > 0)
                {
                    yield return new ProductChange(family, market, changes);
                }
            }
        }
    }
}
