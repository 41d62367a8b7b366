using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;
using Needs = Yuheng.Core.Judging.Requirements;

namespace Yuheng.Server.Requirements;

/// <summary>What changes for one product in one market.</summary>
public sealed record ProductChange(ProductFamily Family, Market Market, RequirementChanges Changes);

/// <summary>What changes between two days, over products and markets.</summary>
public sealed record ChangesModel(
    DateOnly From, DateOnly To, IReadOnlyList<ProductChange> Changes, IReadOnlyList<DatedNotice> Rules,
    bool Mine);

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

    public static async Task<IResult> Show(HttpContext http)
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
        var mine = await Mine(http, packs, from, to);
        var all = mine is null ? Changes(packs, from, to) : mine;
        return Page.Show<ChangesPage>(new ChangesModel(from, to, [.. all], rules, mine is not null));
    }

    // A firm sees its own products in the markets it sells them to; everybody else all families and markets.
    private static async Task<IReadOnlyList<ProductChange>?> Mine(
        HttpContext http, PackSet packs, DateOnly from, DateOnly to)
    {
        if (!http.Viewer().ActsForFirm || http.RequestServices.GetService<Database>() is not { } database)
        {
            return null;
        }

        await using var db = database.Read(Sight.Of(http.Viewer()));
        var products = await Registry.Registry.Products(db, http.Viewer().PartyId, http.RequestAborted);
        return
        [
            .. products
                .SelectMany(p => p.Markets.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => (
                    Product: p, Family: packs.Words.Family(p.ValveType), Market: packs.Words.Market(m))))
                .Where(x => x is { Family: not null, Market: not null })
                .DistinctBy(x => (x.Family!.Code, x.Market!.Code, x.Product.BodyAlloy))
                .Select(x => new ProductChange(x.Family!, x.Market!, Needs.Changes(packs, new RequirementQuestion
                {
                    Family = x.Family!.Code,
                    Size = NominalSize.Read(x.Product.Size),
                    Rating = PressureRating.Read(x.Product.Pressure),
                    Seat = x.Product.Seat,
                    Alloy = x.Product.BodyAlloy,
                    Market = x.Market!.Code,
                    Day = from,
                }, to)))
                .Where(c => c.Changes.Added.Count + c.Changes.Ended.Count > 0),
        ];
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
