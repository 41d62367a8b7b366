using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Yuheng.Server.Tests.Shell;

public sealed class GalleryTests
{
    [Theory]
    [InlineData("zh-CN", 390, false)]
    [InlineData("en", 1280, false)]
    [InlineData("en", 390, true)]
    public async Task Axe_finds_no_violation_in_any_piece(string language, int width, bool dark)
    {
        await using var host = await ShellHost.Start(kestrel: true);
        var page = await Open(language, width, dark);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(host.Address + "/gallery");

        var found = (await page.RunAxe()).Violations;
        found.Select(v => $"{v.Id}: {v.Nodes[0].Html}").ShouldBeEmpty();
        complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            .ShouldBeTrue("page scrolls sideways");
    }

    [Fact]
    public async Task Buttons_and_links_of_the_frame_are_large_enough_for_a_thumb()
    {
        await using var host = await ShellHost.Start(kestrel: true);
        var page = await Open();
        await page.GotoAsync(host.Address + "/gallery");

        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('button, .button, header a, input:not([type=hidden]), select, summary')]
              .filter(e => e.offsetParent && !['checkbox', 'radio'].includes(e.type))
              .filter(e => e.getBoundingClientRect().height < 44)
              .map(e => e.outerHTML)
            """);

        small.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_comes_back_and_goes_when_the_form_has_arrived()
    {
        await using var host = await ShellHost.Start(kestrel: true);
        var page = await Open();
        await page.GotoAsync(host.Address + "/gallery");
        await page.FillAsync("[name=lotNumber]", "00777");
        await page.CheckAsync("[name=way][value=us]");
        var key = await page.InputValueAsync("[name=_key]");
        await page.GotoAsync(host.Address + "/");

        await page.GotoAsync(host.Address + "/gallery");
        (await page.InputValueAsync("[name=lotNumber]")).ShouldBe("00777");
        (await page.IsCheckedAsync("[name=way][value=us]")).ShouldBeTrue();
        (await page.InputValueAsync("[name=_key]")).ShouldBe(key);

        await page.Context.AddCookiesAsync([new Cookie { Name = "sent", Value = key, Url = host.Address }]);
        await page.GotoAsync(host.Address + "/gallery");
        (await page.InputValueAsync("[name=lotNumber]")).ShouldBe("00123");
    }

    [Fact]
    public async Task The_bench_grid_takes_digits_and_one_key_a_value()
    {
        await using var host = await ShellHost.Start(kestrel: true);
        var page = await Open();
        await page.GotoAsync(host.Address + "/gallery");
        await page.FocusAsync("[name='r.1.wall']");

        foreach (
            var key in "2.7|0.1|2.1|".Split('|').SelectMany(v => v.Select(c => c.ToString()).Append("Enter"))
                .SkipLast(1))
        {
            await page.Keyboard.PressAsync(key);
        }

        (await Values(page)).ShouldBe(["2.7", "0.1", "2.1", "", "", ""]);
        (await States(page)).ShouldBe(["pass", "pass", "fail", "", "", ""]);
        (await page.TextContentAsync("td:has([name='r.2.wall']) output"))!.ShouldContain("GB/T 8464");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("r.2.leak");
    }

    [Fact]
    public async Task A_block_from_a_sheet_is_pasted_and_undone()
    {
        await using var host = await ShellHost.Start(kestrel: true);
        var page = await Open();
        await page.GotoAsync(host.Address + "/gallery");
        await page.FocusAsync("[name='r.1.wall']");

        await page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '2.7\t0.1\r\n\uff12.5\t0.4\r\nabc\t\r\n');
              const how = { clipboardData: data, bubbles: true, cancelable: true };
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', how));
            }
            """);

        (await Values(page)).ShouldBe(["2.7", "0.1", "2.5", "0.4", "abc", ""]);
        (await States(page)).ShouldBe(["pass", "pass", "fail", "fail", "unread", ""]);
        await page.Keyboard.PressAsync("Control+z");
        (await Values(page)).ShouldBe(["", "", "", "", "", ""]);
    }

    /// <summary>A fresh page with cookies of its own; 390 is a phone.</summary>
    private static async Task<IPage> Open(string language = "en", int width = 390, bool dark = false)
    {
        var context = await (await Browser.GetAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await context.NewPageAsync();
    }

    private static Task<string[]> Values(IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('.bench input')].map(i => i.value)");

    private static Task<string[]> States(IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('.bench input')].map(i => i.dataset.state ?? '')");
}
