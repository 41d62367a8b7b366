using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Tests.Inspection.Visits;

namespace Yuheng.Server.Tests.Inspection.Testing;

/// <summary>The pages of sampling, bench, signature and review in a real browser.</summary>
public sealed class BenchBrowserTests
{
    [Theory]
    [InlineData("en", "fails")]
    [InlineData("zh-CN", "不合格")]
    public async Task A_bench_is_worked_with_the_keyboard_alone(string language, string fails)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        var lot = await LotStory.Declare(zone, "00600");
        await LotStory.SampleAndSeal(zone, lot);
        await using var browser = await Browser.Start();
        var page = await Opened(browser, zone, ("bench", language, 1280));
        var address = zone.Address + VisitStory.PathOf(lot, "results") + "?c=shell";
        await page.GotoAsync(address);
        await page.FocusAsync("[name='c.shell.pressure']");
        await Type(page, "2.44", "Tab", "17", "Tab", "17");
        await page.FocusAsync("[name='r.1.shell']");

        await Type(page, "0", "Enter", "0", "Enter", "16", "Enter", "0");

        // What was not sent yet survives a reload.
        await page.GotoAsync(address);
        (await page.InputValueAsync("[name='r.3.shell']")).ShouldBe("16");
        (await page.GetAttributeAsync("[name='r.3.shell']", "data-state")).ShouldBe("fail");
        await page.FocusAsync("[name='r.4.shell']");
        await page.Locator("form[data-draft] .actions button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/results?c=shell&from=1");

        (await page.TextContentAsync("td:has([name='r.3.shell']) output"))!.ShouldContain(fails);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        (
            await db.Set<RecordedReading>().OrderBy(r => r.Ordinal).Select(r => r.Ordinal + r.Status).ToListAsync()
        ).ShouldBe(["1pass", "2pass", "3fail", "4pass"]);
    }

    [Theory]
    [InlineData("en", 390)]
    [InlineData("zh-CN", 1280)]
    public async Task Axe_finds_no_violation_on_the_way_from_the_draw_to_the_verdict(string language, int width)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        var lot = await LotStory.Declare(zone, "00601");
        await VisitStory.Draw(zone);
        await using var browser = await Browser.Start();
        var inspector = await Opened(browser, zone, ("inspector-1", language, width));
        await Sound(inspector, zone.Address + "/draws", "draws");
        await Sound(inspector, zone.Address + await DrawOf(zone, lot), "draw");
        await Sound(inspector, zone.Address + "/visits", "visits");
        await Sound(inspector, zone.Address + VisitStory.PathOf(lot, "visit"), "visit");
        await VisitStory.Visit(zone, lot);
        await Sound(inspector, zone.Address + VisitStory.PathOf(lot, "sampling-record"), "record");
        await Print(inspector, "record-print");
        await LotStory.Test(zone, lot, unit => unit == 3 ? 16 : 0, skip: 7);
        var bench = await Opened(browser, zone, ("bench", language, width));
        foreach (var view in new[] { "results?c=shell", "results?c=all", "results?c=composition", "files" })
        {
            await Sound(bench, zone.Address + VisitStory.PathOf(lot, view), view.Replace("?c=", "-"));
        }

        await Sound(bench, zone.Address + "/bench/upload", "upload");
        var signatory = await Opened(browser, zone, ("signatory", language, width));
        await Sound(signatory, zone.Address + VisitStory.PathOf(lot, "sign"), "sign");
        (
            await zone.As("signatory").PostAsJsonAsync(LotStory.Path(lot, "signature"), new { })
        ).EnsureSuccessStatusCode();
        var reviewer = await Opened(browser, zone, ("reviewer", language, width));
        await Sound(reviewer, zone.Address + VisitStory.PathOf(lot, "review"), "review");
        await Sound(reviewer, zone.Address + $"/lots/{lot.GetProperty("id").GetString()}", "lot");
    }

    [Fact]
    public async Task An_export_is_dropped_and_checked_on_the_page()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);
        await using var browser = await Browser.Start();
        var page = await Opened(browser, zone, ("bench", "zh-CN", 1280));
        await page.GotoAsync(zone.Address + "/bench/upload");
        await page.SetInputFilesAsync(
            "[name=file]",
            new FilePayload
            {
                Name = "bench.csv",
                MimeType = "text/csv",
                Buffer = BenchFile.Bytes("00123"),
            }
        );

        await page.Locator("main form button").ClickAsync();
        await page.WaitForSelectorAsync("form[action='/bench/enter']");
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
        await Shot(page, "preview");
        await page.Locator("form[action='/bench/enter'] .actions button").ClickAsync();

        await page.WaitForURLAsync("**/results");
    }

    private static async Task<IPage> Opened(
        Browser browser,
        TestZone zone,
        (string Person, string Language, int Width) who
    )
    {
        var page = await browser.Page(who.Language, who.Width);
        await zone.SignIn(page, who.Person);
        return page;
    }

    private static async Task Type(IPage page, params string[] parts)
    {
        foreach (var part in parts)
        {
            if (part is "Enter" or "Tab")
            {
                await page.Keyboard.PressAsync(part);
            }
            else
            {
                await page.Keyboard.TypeAsync(part);
            }
        }
    }

    private static async Task Sound(IPage page, string address, string name)
    {
        var answer = await page.GotoAsync(address);
        answer!.Status.ShouldBe(200, address);
        await Shot(page, name);
        var found = (await page.RunAxe()).Violations;
        found.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty(name);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(
            name + " scrolls sideways"
        );
    }

    private static async Task<string> DrawOf(TestZone zone, JsonElement lot) =>
        (await LotStory.DrawPath(zone, lot)).Replace(".json", "");

    private static async Task Print(IPage page, string name)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Shot(page, name);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }

    /// <summary>Pictures for whoever wants to look at the pages: set YUHENG_SHOTS to a folder.</summary>
    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("YUHENG_SHOTS") is { } folder)
        {
            var width = page.ViewportSize!.Width;
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true }
            );
        }
    }
}
