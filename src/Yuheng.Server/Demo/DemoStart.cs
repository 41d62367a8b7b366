using Yuheng.Core;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Demo;

/// <summary>
/// Decides at start whether the demo zone is made: where there is no zone yet and the operator did not say
/// <c>Yuheng:Demo=false</c>. A synthetic zone is served to this machine only.
/// </summary>
internal static class DemoStart
{
    public static async Task Prepare(WebApplication app)
    {
        var zones = app.Services.GetRequiredService<Zones>();
        if (zones.Current is null && app.Configuration["Yuheng:Demo"] != "false")
        {
            using var scope = app.Services.CreateScope();
            await ActivatorUtilities.CreateInstance<DemoZone>(scope.ServiceProvider).Make(CancellationToken.None);
        }

        if (zones.Current is { Synthetic: true } && app.Configuration["urls"] is { } urls && !AllLoopback(urls))
        {
            throw new Refused("refused.demo.loopback-only", urls);
        }
    }

    private static bool AllLoopback(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback);
}
