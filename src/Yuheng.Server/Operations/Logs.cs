namespace Yuheng.Server.Operations;

/// <summary>What the operator reads on standard output.</summary>
public static class Logs
{
    /// <summary>
    /// Plain lines, or one JSON object a line with UTC times and the trace id that problem documents show, where
    /// <c>--logs json</c> (or <c>Yuheng:Logs</c>) asks for it. Requests are not logged one by one: a log of who looked
    /// at what when is itself personal data.
    /// </summary>
    public static void LogForOperators(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        if ((builder.Configuration["logs"] ?? builder.Configuration["Yuheng:Logs"]) == "json")
        {
            builder.Logging.ClearProviders().AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.ffffffZ";
            });
        }
    }
}
