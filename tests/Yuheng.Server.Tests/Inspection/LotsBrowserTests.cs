using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>The firm's pages in a real browser on a phone: clicks counted, axe silent.</summary>
public sealed class LotsBrowserTests
{
    [Theory]
    [InlineData("zh-CN", 390)]
    [InlineData("en", 390)]
    [InlineData("en", 1280)]
    public async Task Ten_lots_from_a_workbook_take_eight_clicks_at_most_and_axe_is_silent(string language, int width)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        await using var browser = await Browser.Start();
        var page = await browser.Page(language, width);
        await zone.SignIn(page, "clerk-a");
        List<string> complaints = [];
        page.PageError += (_, error) => complaints.Add(error);
        var clicks = 0;

        await page.GotoAsync(zone.Address + "/");
        await Click("nav a[href='/lots/import']");
        var download = await page.RunAndWaitForDownloadAsync(() => Click("a[href='/lots/template.xlsx']"));
        var filled = Filled(await File.ReadAllBytesAsync(await download.PathAsync()));
        clicks++;
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "lots.xlsx", Buffer = filled });
        await Axe();
        await Click("main form button");
        (await page.InnerTextAsync("main .lead")).ShouldContain("10");
        await Axe();
        await Click("main form button");
        await Axe();
        (await page.Locator("main tbody tr").CountAsync()).ShouldBe(10);
        await Click("main tbody tr:first-child a");
        (await page.InnerTextAsync("h1")).ShouldContain("00101");
        await Axe();
        clicks.ShouldBeLessThanOrEqualTo(8);

        foreach (var path in new[] { "/lots", "/lots/new", "/lots/new?copy=last" })
        {
            await page.GotoAsync(zone.Address + path);
            await Axe();
        }

        complaints.ShouldBeEmpty();

        async Task Click(string selector)
        {
            clicks++;
            await page.ClickAsync(selector);
        }

        async Task Axe()
        {
            await Picture(page, language, width);
            (await page.RunAxe()).Violations.Select(v => $"{page.Url} {v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                .ShouldBeTrue(page.Url + " scrolls sideways");
        }
    }

    [Fact]
    public async Task The_last_lot_is_declared_again_with_at_most_five_clicks()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, listen: true);
        await LotStory.Declare(zone, "00123");
        await using var browser = await Browser.Start();
        var page = await browser.Page();
        await zone.SignIn(page, "clerk-a");

        await page.GotoAsync(zone.Address + "/");
        await page.ClickAsync("nav a[href='/lots']");
        await page.ClickAsync("a[href='/lots/new?copy=last']");
        await page.FillAsync("[name=lotNumber]", "00124");
        await page.ClickAsync("main form button");

        (await page.InnerTextAsync("h1")).ShouldContain("00124");
    }

    /// <summary>The template with ten lots of its product filled in, as a clerk does in WPS.</summary>
    private static byte[] Filled(byte[] template)
    {
        var rows = SheetFile.Read(Upload.Of(template)).Sheets[0].Rows;
        var product = rows[2].Cells.First(c => c.Text.StartsWith("Q11F", StringComparison.Ordinal)).Text;
        var columns = Server.Inspection.Import.DeclarationImport.Columns;
        var head = rows[0].Cells.Select(c => columns.Find(c.Text)!.Value.Column.Key).ToArray();
        using var file = new MemoryStream();
        XlsxFile.Write(file, [new OutSheet("L", Enumerable.Range(101, 10)
            .Select(n => (IReadOnlyList<OutCell>)[.. head.Select(key => new OutCell(Cell(key, n, product)))])
            .Prepend([.. rows[0].Cells.Select(c => new OutCell(c.Text))]))]);
        return file.ToArray();
    }

    private static string Cell(string key, int number, string product) => key switch
    {
        "product" => product,
        "lotNumber" => $"00{number}",
        "quantity" => "1200",
        "heats" => "R1",
        "market" => "DE",
        _ => "",
    };

    /// <summary>Pictures for people to look at, where a folder is named.</summary>
    private static async Task Picture(IPage page, string language, int width)
    {
        if (Environment.GetEnvironmentVariable("YUHENG_PICTURES") is { } folder)
        {
            var path = new Uri(page.Url).PathAndQuery;
            var name = new string([.. path.Take(24).Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{name}-{language}-{width}.png"),
                FullPage = true,
            });
            var print = Path.Combine(folder, $"{name}-{language}.pdf");
            await page.PdfAsync(new PagePdfOptions { Path = print, Format = "A4" });
        }
    }
}
