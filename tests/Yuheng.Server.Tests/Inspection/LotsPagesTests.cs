using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>The firm's pages through HTTP: declaring by form, the record of a lot, the list.</summary>
public sealed partial class LotsPagesTests
{
    private static readonly (string, string)[] NewProduct =
    [
        ("lotNumber", "00777"), ("productName", "角阀"), ("model", "JF-1/2"), ("nominalSize", "ＤＮ１５"),
        ("pressureRating", "16bar"), ("seal", "soft"), ("bodyMaterial", "CW617N"), ("quantity", "１，２００"),
        ("heats", "R1、R2"), ("market", "德国, Japan"),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lot_is_declared_by_form_and_its_page_shows_the_plan_at_once(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var clerk = zone.As("clerk-a");

        var page = await Declared(clerk, NewProduct);

        page.ShouldContain("Lot 00777");
        page.ShouldContain("PN16");
        page.ShouldContain("DN15");
        page.ShouldContain("1,200");
        page.ShouldContain("80 of 1,200 pieces are drawn and tested");
        page.ShouldContain("shell strength");
        page.ShouldContain("GB/T 13927-2022");
        page.ShouldContain("Withdraw the declaration");
        page.ShouldContain("Declared");
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");
        (string, string)[] keyed = [.. NewProduct, ("_key", new string('a', 32))];

        var first = await Forms.Post(clerk, "/lots/new", keyed);
        var again = await Forms.Post(clerk, "/lots/new", keyed);

        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Theory]
    [InlineData("quantity", "0")]
    [InlineData("quantity", "-5")]
    [InlineData("quantity", "1000000000")]
    [InlineData("quantity", "NaN")]
    [InlineData("quantity", "")]
    [InlineData("producedOn", "2027-11-24")]
    [InlineData("market", "Atlantis")]
    [InlineData("productName", "神奇阀")]
    [InlineData("pressureRating", "16")]
    [InlineData("nominalSize", "DN16.5")]
    [InlineData("heats", "")]
    [InlineData("contractRequirements", "GB/T 13927")]
    [InlineData("wall-thickness-min", "-1")]
    [InlineData("lotNumber", "")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string field, string value)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");
        (string, string)[] fields = [.. NewProduct.Where(f => f.Item1 != field), (field, value)];

        var answer = await Forms.Post(clerk, "/lots/new", fields);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain($"href=\"#f-{field}\"");
        page.ShouldContain(field == "lotNumber" ? "CW617N" : "value=\"00777\"");
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        (await db.Set<Lot>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_last_lot_is_copied_but_for_its_number()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var clerk = zone.As("clerk-a");
        await Declared(
            clerk, [.. NewProduct, ("contractRequirements", "EN 12266-1:2012"), ("wall-thickness-min", "2.0")]);

        var page = await clerk.GetStringAsync("/lots/new?copy=last");

        page.ShouldContain("value=\"1200\"");
        page.ShouldContain("value=\"R1; R2\"");
        page.ShouldContain("value=\"DE, JP\"");
        page.ShouldContain("EN 12266-1-2012");
        page.ShouldContain("name=\"wall-thickness-min\" value=\"2.0\"");
        page.ShouldNotContain("value=\"00777\"");
        (await zone.As("clerk-b").GetAsync("/lots/new?copy=" + await Id(zone))).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_contracts_own_limit_becomes_a_characteristic_of_the_plan()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var page = await Declared(
            zone.As("clerk-a"),
            [.. NewProduct, ("wall-thickness-min", "2.6"), ("wall-thickness-safety", "yes"), ("limitClause", "5.2")]);

        page.ShouldContain("wall thickness of the body");
        page.ShouldContain("min 2.6 mm");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_market_without_a_pack_asks_for_the_contracts_standard_and_is_planned_by_it(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        await AgreeOnNoStandard(zone);
        var clerk = zone.As("clerk-a");
        (string, string)[] toVietnam = [.. NewProduct.Where(f => f.Item1 != "market"), ("market", "VN")];

        var page = await Declared(clerk, toVietnam);
        page.ShouldContain("A question comes first");
        (await clerk.GetStringAsync("/")).ShouldContain("without a plan");
        var path = "/lots/" + await Id(zone);
        var unread = await Forms.Post(clerk, path + "/contract", [("contractRequirements", "GB/T 13927")], path);
        unread.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var named = await Forms.Post(clerk, path + "/contract", [("contractRequirements", "GB/T13927-2022")], path);

        named.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await named.Content.ReadAsStringAsync());
        page = await clerk.GetStringAsync(path);
        page.ShouldContain("80 of 1,200 pieces are drawn and tested");
        page.ShouldContain("The contract&#x27;s standard was named");
        var again = await Forms.Post(clerk, path + "/contract", [("contractRequirements", "GB/T13927-2022")], path);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_lot_that_is_held_shows_verdict_reasons_and_what_is_open_and_closed()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit is 3 or 19 or 32 ? 16 : 0);
        await LotStory.SignAndReview(zone, lot);
        var clerk = zone.As("clerk-a");
        var path = "/lots/" + lot.GetProperty("id").GetString();

        var page = await clerk.GetStringAsync(path);
        page.ShouldContain("verdict bad");
        page.ShouldContain("77 of 80 passed");
        page.ShouldContain("Sample 3:");
        page.ShouldContain("A failed safety limit cannot be redirected");
        page.ShouldContain("yuheng draw verify");

        var taken = await Forms.Post(clerk, path + "/actions", [("kind", "rework"), ("reason", "re-machine")], path);
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await clerk.GetStringAsync(path)).ShouldContain("Reason: re-machine");
        (await clerk.GetStringAsync("/")).ShouldContain("in rework: submit again when done");
        var refused = await Forms.Post(clerk, path + "/actions", [("kind", "export"), ("reason", "x")], path);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Forms.Post(clerk, path + "/actions", [("kind", "rework"), ("reason", " ")], path)).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_firms_lot_page_answers_like_a_missing_one()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        var clerk = zone.As("clerk-b");
        var path = "/lots/" + lot.GetProperty("id").GetString();

        (await clerk.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Forms.Post(clerk, path + "/actions", [("kind", "withdraw"), ("reason", "x")], "/lots/new")).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetStringAsync("/lots")).ShouldNotContain("00123");
        (await zone.As("reviewer").GetStringAsync("/lots")).ShouldContain("Firm A Valves");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_list_pages_by_key_in_both_orders_and_the_file_holds_the_same_rows(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var clerk = zone.As("clerk-a");
        foreach (var number in new[] { "B", "A", "D", "C", "E" })
        {
            await LotStory.Declare(zone, "LOT-" + number);
        }

        foreach (var (sort, expected) in new[]
        {
            ("-declared", "ECDAB"), ("declared", "BADCE"), ("number", "ABCDE"), ("-number", "EDCBA"),
        })
        {
            foreach (var person in new[] { clerk, zone.As("reviewer") })
            {
                (await Walk(person, $"/lots?size=2&sort={sort}")).ShouldBe(expected);
            }
        }

        (await Walk(clerk, "/lots?number=LOT-C")).ShouldBe("C");
        (await Walk(clerk, "/lots?state=held")).ShouldBe("");
        (await Walk(clerk, "/lots?state=planned,held")).ShouldBe("ECDAB");
        Numbers(await clerk.GetStringAsync("/lots.csv?size=2&sort=number")).ShouldBe("AB");
        (await clerk.GetAsync("/lots?sort=quantity")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await clerk.GetAsync("/lots?after=%00")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<string> Walk(HttpClient client, string path)
    {
        var all = "";
        for (string? next = path; next is not null && all.Length < 20;)
        {
            var page = await client.GetStringAsync(next);
            all += Numbers(page);
            next = Next().Match(page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
        }

        return all;
    }

    private static string Numbers(string text) =>
        string.Concat(Number().Matches(text).Select(m => m.Groups[1].Value));

    private static async Task<string> Declared(HttpClient client, IReadOnlyList<(string, string)> fields)
    {
        var answer = await Forms.Post(client, "/lots/new", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return await client.GetStringAsync(answer.Headers.Location);
    }

    private static async Task AgreeOnNoStandard(TestZone zone)
    {
        var agreements = zone.Services.GetRequiredService<Agreements>();
        await zone.Services.GetRequiredService<Commands>().Run(
            zone.Person("admin"),
            async (work, c) =>
            {
                var agreement = await agreements.Add(work, TestZone.Terms with { TestStandards = [] }, c);
                await work.Journal("agreement.made", agreement.Id, new { agreement.Number }, c);
                return 0;
            },
            CancellationToken.None);
        agreements.Refresh();
    }

    private static async Task<Guid> Id(TestZone zone)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<Lot>().Select(l => l.Id).SingleAsync();
    }

    [GeneratedRegex("""LOT-([A-E])(?=</a>|",)""")]
    private static partial Regex Number();

    [GeneratedRegex("""rel="next" href="([^"]+)""")]
    private static partial Regex Next();
}
