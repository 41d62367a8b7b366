using Microsoft.AspNetCore.Identity;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Registry.Access;

/// <summary>
/// Signing in and out: name and password; a server-kept session; the same answer and time for unknown names.
/// </summary>
internal static class SignIn
{
    /// <summary>
    /// A hash of nothing anybody knows: checked for unknown names, so that they take as long as known ones.
    /// </summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(null!, Secrets.New());

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? back) => Page.Show<SignInPage>(new SignInModel(Page.Local(back)))).Public();
        routes.MapPost("/sign-in", Post).Public();
        routes.MapPost("/sign-out", Out).SignedIn();
    }

    /// <summary>Says who asks: a live session's cookie, or an API key in the Authorization header.</summary>
    public static async Task Identify(HttpContext http, RequestDelegate next)
    {
        var services = http.RequestServices;
        var zones = services.GetRequiredService<Zones>();
        var viewers = services.GetRequiredService<Viewers>();
        if (zones.Current is { } zone)
        {
            var name = http.Language() == Language.Chinese ? zone.NameZh : zone.NameEn;
            http.SetZoneFace(ZoneFace.None with { Name = name, Synthetic = zone.Synthetic });
        }

        var viewer =
            BearerKey(http) is { } key
                ? await viewers.OfApiKey(key, http.RequestAborted)
                    ?? throw new Refused("refused.registry.api-key-sign-in-needed")
            : http.Request.Cookies[Sessions.CookieName] is { Length: > 0 } session
                ? await viewers.OfSession(session, http.RequestAborted)
            : null;
        http.SetViewer(
            viewer is null ? Viewer.Anonymous(zones.Id, http.Language()) : viewer with { Language = http.Language() }
        );
        await next(http);
    }

    private static async Task<IResult> Post(
        HttpContext http,
        UserManager<User> users,
        Sessions sessions,
        Viewers viewers
    )
    {
        var form = await http.Form();
        var back = Page.Local(form.Optional("back", 2000));
        return await Page.Retry(
            http,
            async () =>
            {
                var name = form.Text("user");
                var password = form.Text("password");
                form.Check();
                var user = await Check(users, name!, password!);
                await using var db = http.RequestServices.GetRequiredService<Database>().Read(Sight.Whole(user.ZoneId));
                var viewer = await viewers.Of(db, user, http.RequestAborted) ?? throw Wrong();
                var key = await sessions.Open(viewer, user, http.RequestAborted);
                http.Response.Cookies.Append(Sessions.CookieName, key, CookieOptions());
                return Page.See(back);
            },
            () => Task.FromResult(Page.Show<SignInPage>(new SignInModel(back)))
        );
    }

    private static async Task<User> Check(UserManager<User> users, string name, string password)
    {
        var user = await users.FindByNameAsync(name);
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(null!, NobodysHash, password);
            throw Wrong();
        }

        if (await users.IsLockedOutAsync(user))
        {
            throw new Refused("refused.registry.sign-in-locked") { Field = "password" };
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            throw Wrong();
        }

        if (user.FailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        return user;
    }

    private static async Task<IResult> Out(HttpContext http, Sessions sessions)
    {
        if (http.Request.Cookies[Sessions.CookieName] is { Length: > 0 } key)
        {
            await sessions.End(http.Viewer(), key, http.RequestAborted);
        }

        http.Response.Cookies.Delete(Sessions.CookieName, CookieOptions());
        return Page.See("/");
    }

    private static Refused Wrong() => new("refused.registry.sign-in-wrong") { Field = "password" };

    private static string? BearerKey(HttpContext http)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    internal static CookieOptions CookieOptions() =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = Sessions.Life,
        };
}
