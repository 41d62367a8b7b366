using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Yuheng.Server.Papers.Prints;

namespace Yuheng.Server.Tests.Papers;

/// <summary>Papers in a real browser: axe silent on phone and desk, and printable.</summary>
public sealed class PrintsBrowserTests
{
    [Theory]
    [InlineData("zh-CN", 390)]
    [InlineData("en", 1280)]
    public async Task Axe_finds_no_violation_on_papers_and_their_pages(string language, int width)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        await using var browser = await Browser.Start();
        var lot = await CredentialStoryTests.Conforming(zone, "00311");
        var report = await Issue(zone, "signatory", lot, "test-report");
        await CredentialStoryTests.Release(zone, lot);
        var certificate = await Issue(zone, "clerk-a", lot, "en10204-31");
        var labels = await Issue(zone, "clerk-a", lot, "carton-labels");
        var page = await browser.Page(language, width);
        await zone.SignIn(page, "clerk-a");

        foreach (
            var path in new[]
            {
                PrintsTests.Path(lot),
                "/papers",
                "/verify",
                "/papers/" + report,
                "/papers/" + certificate,
                "/papers/" + labels,
            }
        )
        {
            await page.GotoAsync(zone.Address + path);
            await Keep(page, path, language);
            (await page.RunAxe()).Violations.Select(v => $"{path} {v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(
                path + " scrolls sideways"
            );
        }
    }

    /// <summary>Issued without a page: a listening server's test client follows redirects.</summary>
    private static Task<string> Issue(TestZone zone, string person, JsonElement lot, string kind) =>
        zone
            .Services.GetRequiredService<Issuing>()
            .Issue(
                zone.Person(person),
                new PaperRequest(
                    lot.GetProperty("id").GetGuid(),
                    kind,
                    new PaperPerson("Li Ming", "head of inspection"),
                    ""
                ),
                CancellationToken.None
            );

    /// <summary>Keeps what was seen, where a folder for it is named.</summary>
    private static async Task Keep(IPage page, string path, string language)
    {
        if (Environment.GetEnvironmentVariable("YUHENG_PICTURES") is { } folder)
        {
            var name = System.IO.Path.Combine(folder, path.Replace('/', '_') + "-" + language);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = name + ".png", FullPage = true });
            await page.PdfAsync(new PagePdfOptions { Path = name + ".pdf", PreferCSSPageSize = true });
        }
    }
}
