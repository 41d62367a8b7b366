using Microsoft.Playwright;

namespace Yuheng.Server.Tests;

/// <summary>
/// One Chromium for all tests that need a real browser. Without it those tests are skipped with the reason; on CI they
/// fail instead.
/// </summary>
public static class Browser
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    /// <summary>The shared browser; each test opens a context of its own and closes it.</summary>
    public static Task<IBrowser> GetAsync()
    {
        var missing = Executable is null && Environment.GetEnvironmentVariable("CI") != "true";
        Assert.SkipWhen(missing, "Chromium is not installed (set YUHENG_CHROMIUM to its path)");
        return Shared.Value;
    }

    private static string? Executable =>
        Environment.GetEnvironmentVariable("YUHENG_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable ?? throw new InvalidOperationException("CI needs Chromium"),
            Args = Flags,
            Headless = true,
        });
    }
}
