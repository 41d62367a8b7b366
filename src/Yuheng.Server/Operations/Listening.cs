namespace Yuheng.Server.Operations;

/// <summary>Where the server listens unless it is told otherwise.</summary>
public static class Listening
{
    /// <summary>
    /// Loopback only: a fresh start is for looking at, and a zone goes to the network by a decision, behind a proxy
    /// that speaks HTTPS.
    /// </summary>
    public const string DefaultAddress = "http://localhost:5080";

    private static readonly string[] Told = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Takes the default address where neither arguments, environment nor settings name one.</summary>
    public static void ListenByDefault(this WebApplicationBuilder builder)
    {
        if (!Told.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }
}
