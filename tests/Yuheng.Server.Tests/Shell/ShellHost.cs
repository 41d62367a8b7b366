using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yuheng.Core;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

/// <summary>The shell alone, with a few endpoints that do what modules do; a header says who asks.</summary>
public sealed class ShellHost : IAsyncDisposable
{
    /// <summary>Header that signs the test in with a role.</summary>
    public const string RoleHeader = "X-Test-Role";

    private readonly WebApplication _app;

    private ShellHost(WebApplication app) => _app = app;

    /// <summary>A host answering in memory. https: the client must keep Secure cookies.</summary>
    public static async Task<ShellHost> Start(Action<IEndpointRouteBuilder>? map = null, bool kestrel = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Services.AddShell();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (kestrel)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer(test => test.BaseAddress = new Uri("https://localhost/"));
        }

        builder.Services.AddSingleton(new NavItem("/staff", "shell.start.title", 10, Role.Reviewer));
        var app = builder.Build();
        app.UseShell(to => to.Use(SignIn));
        Probes.Map(app);
        map?.Invoke(app);
        await app.StartAsync();
        return new ShellHost(app);
    }

    /// <summary>Services of the host.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where Kestrel listens, when it does.</summary>
    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>A client with its own cookies that shows redirects as they are.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new CookieKeeper(_app.GetTestServer().CreateHandler()));
        client.BaseAddress = new Uri("https://localhost/");
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        return client;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task SignIn(HttpContext http, RequestDelegate next)
    {
        if (Enum.TryParse<Role>(http.Request.Headers[RoleHeader], out var role))
        {
            ImmutableHashSet<Role> roles = [role];
            var somebody = new Guid(1, 2, 3, new byte[8]);
            http.SetViewer(new Viewer(Guid.Empty, somebody, Guid.Empty, null, "Wang", "Firm", roles, http.Language()));
        }

        http.SetZoneFace(ZoneFace.None with { Name = "Yuhuan", Synthetic = true });
        return next(http);
    }

    /// <summary>Keeps cookies between requests, as a browser does.</summary>
    private sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> _cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            var response = await base.SendAsync(request, stop);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return response;
        }
    }
}

/// <summary>Endpoints that do what modules do.</summary>
internal static class Probes
{
    /// <summary>A command as the API takes it.</summary>
    public sealed record Declaration(string Number, decimal Pieces);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/probe", (Declaration declaration) => Results.Ok(declaration)).Public();
        routes.MapPost("/api/own-json", async (HttpContext http, CancellationToken _) =>
            Results.Ok(await http.Json<Declaration>())).Public();
        routes.MapGet("/api/refused", string () => throw new Refused("refused.shell.field-empty") { Field = "number" })
            .Public();
        routes.MapGet("/api/untold", string () => throw new Refused("refused.no.such-text", "7")).Public();
        routes.MapGet("/api/bug", string () => throw new InvalidOperationException("secret of the house")).Public();
        routes.MapGet("/bug", string () => throw new InvalidOperationException("secret of the house")).Public();
        routes.MapGet("/staff", () => "staff").Requires(Role.Reviewer);
        routes.MapGet("/api/staff", () => "staff").Requires(Role.Reviewer);
        routes.MapGet("/any", () => "any").SignedIn();
        routes.MapGet("/undeclared", () => "nobody");
        routes.MapGet("/form", () => Page.Show<SignInPage>(new SignInModel("/"))).Public();
        routes.MapPost("/form", (HttpContext http, CancellationToken _) => Answer(http)).Public();
        routes.MapPost("/api/check", (HttpContext http, CancellationToken _) => Answer(http)).Public()
            .WithoutFormToken("checks what is sent along");
        routes.MapPost("/api/upload", async (HttpContext http, CancellationToken _) =>
        {
            var form = await http.Form();
            return Results.Text(form.Files.Count.ToString(CultureInfo.InvariantCulture));
        }).Public().WithoutFormToken("counts what is sent along");
    }

    private static Task<IResult> Answer(HttpContext http) => Page.Retry(
        http,
        async () =>
        {
            var form = await http.Form();
            form.Text("user");
            form.Whole("pieces", 1, 10);
            form.Check();
            return Page.See("/any");
        },
        () => Task.FromResult(Page.Show<SignInPage>(new SignInModel("/"))));
}
