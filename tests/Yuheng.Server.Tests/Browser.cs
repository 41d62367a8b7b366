using Microsoft.Playwright;

namespace Yuheng.Server.Tests;

/// <summary>
/// A real browser: the Chromium of the machine, driven by Playwright. Where there is none, tests that need it are
/// skipped with the reason; on CI they fail instead.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser, or skips the test.</summary>
    public static async Task<Browser> Start()
    {
        var chromium = Environment.GetEnvironmentVariable("YUHENG_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable("CI") == "true",
                "no Chromium here (set YUHENG_CHROMIUM)");
            throw new InvalidOperationException("CI needs Chromium");
        }

        var playwright = await Playwright.CreateAsync();
        var options = new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Quiet };
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(options));
    }

    /// <summary>A fresh page: own cookies, a language, a width (390 is a phone).</summary>
    public async Task<IPage> Page(string language = "en", int width = 390, bool script = true, bool dark = false)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
