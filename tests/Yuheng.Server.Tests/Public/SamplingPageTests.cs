using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Yuheng.Server.Public;
using Yuheng.Server.Shell;
using Yuheng.Server.Tests.Shell;

namespace Yuheng.Server.Tests.Public;

public sealed partial class SamplingPageTests
{
    private const string Question = "?lotSize=5000&level=II&critical=0&major=2.5&minor=4.0&plan=single&severity=normal"
        + "&standard=GB%2FT+2828.1-2012&word=harvest+moon";

    [Theory]
    [InlineData("en", "Show the plan")]
    [InlineData("zh", "\u67E5\u8BE2\u65B9\u6848")]
    public async Task Before_anything_is_asked_the_page_is_a_form_in_either_language(string language, string button)
    {
        await using var host = await Start();
        var client = host.Client();
        client.DefaultRequestHeaders.Remove("Accept-Language");
        client.DefaultRequestHeaders.Add("Accept-Language", language);

        var page = await client.GetStringAsync("/sampling");

        page.ShouldContain(button);
        page.ShouldNotContain("id=\"answer\"");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_lot_of_5000_is_answered_with_plan_reasons_risks_and_curve()
    {
        await using var host = await Start();

        var page = WebUtility.HtmlDecode(await host.Client().GetStringAsync("/sampling" + Question));

        page.ShouldContain("Draw 200 items at random from this lot.");
        page.ShouldContain("Lot size 5000 at level II has code letter L (table 1 of GB/T 2828.1-2012).");
        page.ShouldContain("None of this class is allowed in the sample of 200; a lot with 1.1 % of them");
        page.ShouldContain("Of lots exactly at the AQL (2.5 % bad items), 98.7 % pass.");
        page.ShouldContain("<svg");
        page.ShouldContain("stands alone");
        page.ShouldContain("value=\"5000\"");
    }

    [Theory]
    [InlineData("0 II 2.5 single normal -", "A lot size of 0")]
    [InlineData("abc II 2.5 single normal -", "lot size of abc")]
    [InlineData("50 IV 2.5 single normal -", "no inspection level")]
    [InlineData("50 II 3.0 single normal -", "not an AQL")]
    [InlineData("50 II - single normal -", "at least one with an AQL")]
    [InlineData("50 II 10 single normal ISO+2859-1:2026", "Of ISO 2859-1:2026 only")]
    [InlineData("50 II 10 triple normal -", "must be single")]
    [InlineData("50 II 10 single x -", "must be normal")]
    [InlineData("50 II 10 single discontinued -", "must be normal")]
    [InlineData("50 II 10 single normal x", "is not offered")]
    [InlineData("50 II 2.5 single normal - %00", "control characters")]
    public async Task What_cannot_be_answered_is_said_beside_its_field(string fields, string message)
    {
        // Lot size, level, AQL, plan, severity, standard ("-": the usual one), word.
        var typed = fields.Split(' ').Append("").ToArray();
        var standard = typed[5] == "-" ? "GB%2FT+2828.1-2012" : typed[5];
        var query = $"lotSize={typed[0]}&level={typed[1]}&major={typed[2].Trim('-')}&plan={typed[3]}"
            + $"&severity={typed[4]}&standard={standard}&word={typed[6]}";
        await using var host = await Start();

        var answer = await host.Client().GetAsync("/sampling?" + query);
        var sheet = await host.Client().GetAsync("/sampling/sheet?" + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        sheet.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(message);
    }

    [Fact]
    public async Task The_sheet_lists_the_same_units_for_the_same_word_and_others_for_another()
    {
        await using var host = await Start();
        var client = host.Client();

        var units = Units(await client.GetStringAsync("/sampling/sheet" + Question)).Single();

        units.Length.ShouldBe(200);
        units.ShouldBe(units.Order());
        units.Distinct().Count().ShouldBe(200);
        units.ShouldAllBe(unit => unit >= 1 && unit <= 5000);
        Units(await client.GetStringAsync("/sampling/sheet" + Question)).Single().ShouldBe(units);
        Units(await client.GetStringAsync("/sampling/sheet" + Question + "x")).Single().ShouldNotBe(units);
    }

    [Fact]
    public async Task The_sheet_of_a_double_plan_lists_a_second_sample_that_holds_no_unit_of_the_first()
    {
        await using var host = await Start();
        var query = Question.Replace("plan=single", "plan=double", StringComparison.Ordinal)
            .Replace("critical=0&", "", StringComparison.Ordinal);

        var stages = Units(await host.Client().GetStringAsync("/sampling/sheet" + query));

        stages.Select(units => units.Length).ShouldBe([125, 125]);
        stages[0].Intersect(stages[1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_word_the_sheet_leaves_room_and_a_small_lot_is_inspected_whole()
    {
        await using var host = await Start();
        var bare = Question.Replace("harvest+moon", "", StringComparison.Ordinal);

        (await host.Client().GetStringAsync("/sampling/sheet" + bare)).ShouldContain("No word was given");
        var small = await host.Client().GetStringAsync(
            "/sampling" + Question.Replace("lotSize=5000", "lotSize=2", StringComparison.Ordinal));
        small.ShouldContain("Inspect all 2 items.");
        small.ShouldNotContain("<svg class=\"plot");
        (await host.Client().GetStringAsync(
            "/sampling/sheet" + Question.Replace("lotSize=5000", "lotSize=2", StringComparison.Ordinal)))
            .ShouldContain("Inspect all 2 items.");
    }

    [Fact]
    public async Task The_page_with_its_answer_weighs_at_most_30_KB()
    {
        await using var host = await Start();
        var client = host.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var assets = host.Services.GetRequiredService<Assets>();

        var page = (await (await client.GetAsync("/sampling" + Question)).Content.ReadAsByteArrayAsync()).Length;

        var styles = assets.Paths.Where(p => p.StartsWith("css/", StringComparison.Ordinal))
            .Sum(p => assets.Find(p)!.Gzip.Length);
        (page + styles).ShouldBeLessThan(30 * 1024);
    }

    [Theory]
    [InlineData("zh-CN", 390)]
    [InlineData("en", 1280)]
    public async Task A_reader_without_script_asks_and_prints(string language, int width)
    {
        await using var host = await Start(kestrel: true);
        await using var browser = await Browser.Start();
        var page = await browser.Page(language, width, script: false);

        await page.GotoAsync(host.Address + "/sampling");
        await page.FillAsync("[name=lotSize]", "5,000");
        await page.SelectOptionAsync("[name=level]", "II");
        await page.SelectOptionAsync("[name=major]", "2.5");
        await page.FillAsync("[name=word]", "harvest moon");
        await page.ClickAsync("form[action='/sampling'] button");

        (await page.InputValueAsync("[name=lotSize]")).ShouldBe("5,000");
        (await page.TextContentAsync("#answer ~ .lead"))!.ShouldContain("200");
        (await page.Locator("figure.chart svg").CountAsync()).ShouldBe(1);
        await page.ClickAsync("a[href^='/sampling/sheet']");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.IsVisibleAsync(".units")).ShouldBeTrue();
        (await page.IsVisibleAsync(".print-hint")).ShouldBeFalse();
        var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        pdf[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Theory]
    [InlineData("/sampling")]
    [InlineData("/sampling/sheet")]
    public async Task Axe_finds_no_violation_and_nothing_scrolls_sideways(string path)
    {
        await using var host = await Start(kestrel: true);
        await using var browser = await Browser.Start();
        var page = await browser.Page();

        await page.GotoAsync(host.Address + path + Question);

        (await page.Locator("main").RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    private static Task<ShellHost> Start(bool kestrel = false) => ShellHost.Start(PlanSample.Map, kestrel);

    private static long[][] Units(string page) =>
    [
        .. UnitList().Matches(WebUtility.HtmlDecode(page)).Select(list => list.Groups[1].Value.Split(" \u00B7 ")
            .Select(unit => long.Parse(unit, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
    ];

    [GeneratedRegex("<p class=\"units\">([^<]*)</p>")]
    private static partial Regex UnitList();
}
