using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// The web host's manners: languages, headers, limits, refusals, files, access. Modules only add endpoints.
/// </summary>
public static class ShellSetup
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Everything that pages and endpoints need from the shell.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        // Numbers and dates are written by Format, never by the machine's own habits.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(new Texts(typeof(Texts).Assembly, typeof(ShellSetup).Assembly));
        services.AddSingleton<Assets>();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<T>();
        services.AddScoped<Format>();
        services.AddScoped<FormState>();
        services.AddLimits();
        services.AddFormTokens();
        services.ConfigureHttpJsonOptions(json => Strict(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return services;
    }

    /// <summary>The way of a request, and the shell's own addresses.</summary>
    /// <param name="app">The host.</param>
    /// <param name="signIn">Adds the middleware that says who asks; it runs between routing and the check of
    /// access.</param>
    public static WebApplication UseShell(this WebApplication app, Action<IApplicationBuilder>? signIn = null)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHsts();
        app.UseMiddleware<AssetServer>();
        app.UseResponseCompression();
        app.UseCookiePolicy();
        app.UseMiddleware<Faults>();
        app.UseRouting();
        app.UseRateLimiter();
        signIn?.Invoke(app);
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<FormToken>();
        app.UseAntiforgery();
        MapShell(app);
        return app;
    }

    /// <summary>
    /// JSON as strict as the commands behind it: nothing unknown, nothing twice, no numbers in strings.
    /// </summary>
    public static void Strict(JsonSerializerOptions json)
    {
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.PropertyNameCaseInsensitive = false;
        json.MaxDepth = 32;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static void MapShell(WebApplication app)
    {
        app.MapGet("/language", RequestLanguage.Choose).Public();
        app.MapGet("/", (Delegate)Start.Show).Public();
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/gallery", () => Page.Show<Gallery>()).Public();
        }
    }

    private static void AddLimits(this IServiceCollection services)
    {
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(ShellLimits.Kestrel);
        services.AddRateLimiter(ShellLimits.Rates);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = ShellLimits.MostBodyBytes;
            form.ValueCountLimit = 8000; // A bench grid of 500 results has up to 12 fields a row.
            form.ValueLengthLimit = 1024 * 1024;
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddHsts(hsts => hsts.MaxAge = Year);

        // Form tokens are encrypted anew for every page, so packing a page together with one gives nothing away.
        services.AddResponseCompression(packing =>
        {
            packing.EnableForHttps = true;
            packing.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }

    private static void AddFormTokens(this IServiceCollection services)
    {
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "__Host-form";
            form.Cookie.Path = "/";
            form.Cookie.HttpOnly = true;
            form.Cookie.SameSite = SameSiteMode.Lax;

            // Always would answer 500 on http://localhost; the cookie policy below makes every cookie secure.
            form.Cookie.SecurePolicy = CookieSecurePolicy.None;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.Secure = CookieSecurePolicy.Always;
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
    }
}
