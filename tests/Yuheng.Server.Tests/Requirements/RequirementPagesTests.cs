using System.IO.Compression;
using System.Net;
using Deque.AxeCore.Playwright;
using Shouldly;
using Yuheng.Core.Packs;
using Yuheng.Server.Requirements;
using Yuheng.Server.Tests.Shell;

namespace Yuheng.Server.Tests.Requirements;

public sealed class RequirementPagesTests
{
    private const string Ball = "product=ball&size=DN15&rating=PN16&seat=soft&standard=gb-t-13927-2022";

    public static TheoryData<string, string, string> Pairs() => new()
    {
        { Ball, "DE", "GB/T 13927" }, { Ball, "VN", "GB/T 13927" }, { Ball, "CN", "GB/T 13927" },
            { Ball, "NG", "SONCAP" },
        { Ball, "SA", "SABER" }, { Ball, "RU", "EAC" },
        { "product=lead-free-ball&size=3/4%22&rating=600WOG&seat=soft&alloy=CW724R", "US", "0.25" },
        { "product=lead-free-ball&size=3/4%22&rating=600WOG&seat=soft&alloy=CW617N", "AU", "A5G4" },
        { "product=lead-free-ball&size=3/4%22&rating=600WOG&seat=soft", "DE", "2026-12-31" },
        { "product=lead-free-ball&size=3/4%22&rating=600WOG&seat=soft", "JP", "MHLW" },
        { "product=basin-mixer&size=DN15&rating=1.0MPa&seat=ceramic", "CN", "GB 18145" },
        { "product=basin-mixer&size=DN15&rating=1.0MPa&seat=ceramic", "US", "A112.18.1" },
        { "product=basin-mixer&size=DN15&rating=1.0MPa&seat=ceramic", "GB", "EN 817" },
        { "product=gas-ball&size=DN20&rating=MOP5&seat=soft&standard=gb-t-13927-2022", "AU", "GB/T 13927" },
        { "product=check&size=DN25&rating=PN16&seat=metal&standard=gb-t-13927-2022", "MX", "GB/T 13927" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task The_page_answers_in_both_languages_and_shows_how_sure_it_is(
        string query, string market, string expected)
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        foreach (var language in new[] { "en", "zh-CN" })
        {
            using var client = host.Client();
            client.DefaultRequestHeaders.Remove("Accept-Language");
            client.DefaultRequestHeaders.Add("Accept-Language", language);

            var page = await client.GetStringAsync($"/requirements?{query}&market={market}&day=2026-11-24");

            page.ShouldContain($"lang=\"{language}\"");
            WebUtility.HtmlDecode(page).ShouldContain(expected);
            page.ShouldContain("class=\"certainty");
            page.ShouldContain("id=\"answer\"");
        }
    }

    [Fact]
    public async Task A_market_without_packs_asks_for_the_standard_of_the_contract()
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        using var client = host.Client();

        var page = await client.GetStringAsync("/requirements?product=ball&size=DN15&rating=PN16&market=VN");

        page.ShouldContain("name the standard of the contract");
    }

    [Theory]
    [InlineData("product=ball&size=DN0&rating=PN16&market=DE", "size")]
    [InlineData("product=ball&size=15&rating=16&market=DE", "rating")]
    [InlineData("product=&size=15&rating=PN16&market=DE", "product")]
    [InlineData("product=ball&size=15&rating=PN16&market=", "market")]
    [InlineData("product=ball&size=15&rating=PN16&market=DE&day=2026-02-30", "day")]
    public async Task What_is_not_understood_is_said_beside_its_field(string query, string field)
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        using var client = host.Client();

        using var response = await client.GetAsync("/requirements?" + query);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain($"f-{field}-error");
        page.ShouldNotContain("id=\"answer\"");
    }

    [Fact]
    public async Task Every_pack_can_be_read_and_an_unknown_one_is_not_found()
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        using var client = host.Client();

        foreach (var pack in PackSet.Embedded.All)
        {
            (await client.GetStringAsync("/requirements/packs/" + pack.Id))
                .ShouldContain(PackSet.Embedded.PinOf(pack).Hash[..12]);
        }

        (await client.GetStringAsync("/requirements/packs")).ShouldContain("gb-t-13927-2022");
        (await client.GetAsync("/requirements/packs/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Differences_between_editions_are_found_line_by_line()
    {
        var packs = PackSet.Embedded;

        var differences = PackLines.Differences(packs.Get("api-598-2004"), packs.Get("api-598-2009"));

        differences.ShouldContain(d => d.Subject == "metal / NPS > 2" && d.Before == null);
        PackLines.Differences(packs.Get("api-598-2009"), packs.Get("api-598-2016")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changes_on_31_December_2026_is_said_by_market_and_product()
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        using var client = host.Client();

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/requirements/changes?to=2040-01-01"));

        page.ShouldContain("2036-01-12");
    }

    [Theory]
    [InlineData("/requirements?" + Ball + "&market=DE&day=2026-11-24")]
    [InlineData("/requirements/changes")]
    [InlineData("/requirements/packs")]
    public async Task A_public_page_weighs_at_most_30_KB(string path)
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map);
        using var client = host.Client();
        var page = await client.GetByteArrayAsync(path);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(page);
        }

        packed.Length.ShouldBeLessThan(30 * 1024);
    }

    [Theory]
    [InlineData("zh-CN", 390)]
    [InlineData("en", 1280)]
    public async Task In_a_real_browser_the_question_is_asked_and_answered(string language, int width)
    {
        await using var host = await ShellHost.Start(RequirementsSetup.Map, kestrel: true);
        await using var browser = await Browser.Start();
        var page = await browser.Page(language, width, script: false);
        await page.GotoAsync(host.Address + "/requirements");
        await page.SelectOptionAsync("[name=product]", "ball");
        await page.FillAsync("[name=size]", "1/2\"");
        await page.FillAsync("[name=rating]", "1.6MPa");
        await page.SelectOptionAsync("[name=seat]", "soft");
        await page.SelectOptionAsync("[name=market]", "CN");

        await page.ClickAsync("main form button");

        (await page.InputValueAsync("[name=size]")).ShouldBe("1/2\"");
        (await page.TextContentAsync("main"))!.ShouldContain("PN16");
        (await page.Locator("main table").First.TextContentAsync())!.ShouldContain("2.40 MPa");
        await Sound(browser, language, width, page.Url);
        await Sound(browser, language, width, host.Address + "/requirements/packs/api-598-2009");
        await Sound(browser, language, width, host.Address + "/requirements/changes?to=2036-12-31");
    }

    private static async Task Sound(Browser browser, string language, int width, string url)
    {
        var page = await browser.Page(language, width);
        await page.GotoAsync(url);
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(url);
    }
}
