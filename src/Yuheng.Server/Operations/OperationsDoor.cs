using System.Net;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Operations;

/// <summary>The door of operations: health for balancers, metrics for the machine itself.</summary>
public static class OperationsDoor
{
    /// <summary>Registers health and metrics. Needs the database, its commands, the settings and a clock.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<Readiness>()
        .AddSingleton<Marks>()
        .AddSingleton<MetricsPage>();

    /// <summary>
    /// <c>/health/live</c> answers while the process runs; <c>/health/ready</c> answers 503 when a write would not
    /// last;
    /// <c>/metrics</c> answers the machine itself only.
    /// </summary>
    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        // The listener counts from the start, not from the first look at it.
        routes.ServiceProvider.GetRequiredService<MetricsPage>();
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" })).Public();
        routes.MapGet("/health/ready", async (Readiness readiness, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var answer = await readiness.Ask(context.RequestAborted);
            var status = answer.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return Results.Json(new { status = answer.Status, checks = answer.Checks }, statusCode: status);
        }).Public();
        routes.MapGet("/metrics", (MetricsPage page, HttpContext context) => IsThisMachine(context)
            ? Results.Text(page.Write(), "text/plain; version=0.0.4; charset=utf-8")
            : Results.NotFound()).Public();
    }

    // A proxy on this machine connects from loopback too, but says for whom.
    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
