using Microsoft.Playwright;

namespace Yuheng.Server.Tests;

/// <summary>
/// A real browser: the Chromium of the machine, driven by Playwright, one for all tests. Where there is none, tests
/// that
/// need it are skipped with the reason; on CI they fail instead.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Shared = new(Launch);

    private readonly IBrowser _browser;
    private readonly List<IBrowserContext> _contexts = [];

    private Browser(IBrowser browser) => _browser = browser;

    private static string? Executable =>
        Environment.GetEnvironmentVariable("YUHENG_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    /// <summary>The shared browser, or a skipped test; each test opens contexts of its own and closes them.</summary>
    public static Task<IBrowser> GetAsync()
    {
        var missing = Executable is null && Environment.GetEnvironmentVariable("CI") != "true";
        Assert.SkipWhen(missing, "Chromium is not installed (set YUHENG_CHROMIUM to its path)");
        return Shared.Value;
    }

    /// <summary>The shared browser with pages that are closed at the end.</summary>
    public static async Task<Browser> Start() => new(await GetAsync());

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
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }
    }

    private static async Task<IBrowser> Launch()
    {
        var playwright = await Playwright.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable ?? throw new InvalidOperationException("CI needs Chromium"),
            Args = Quiet,
            Headless = true,
        });
    }
}
