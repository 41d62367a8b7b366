using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Papers;

/// <summary>The papers module's door: release, credentials, status, the public check.</summary>
[Door]
public static class Papers
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Releasing>();
        services.AddSingleton<StatusChanges>();
        services.AddSingleton<StatusLists>();
        services.AddSingleton<StatusConsumer>();
        services.AddSingleton<PublicCheck>();
        services.AddHostedService(p => p.GetRequiredService<StatusConsumer>());
        Prints.Prints.Add(services);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/did.json", Did).Public();
        routes.MapGet("/status/{purpose}", Status).Public();
        routes.MapGet("/credentials/{number}.jwt", Jwt).Public();
        routes.MapGet("/contexts/lot/1", Context).Public();
        routes.MapPost("/api/lots/{id:guid}/release", Release).Requires(Role.Reviewer);
        routes.MapPost("/lots/{id:guid}/release", ReleaseFromPage).Requires(Role.Reviewer);
        PublicCheck.Map(routes);
        Prints.Prints.Map(routes);
    }

    /// <summary>The credentials of a lot, newest first.</summary>
    public static async Task<IReadOnlyList<Credential>> Of(Db db, Guid lotId, CancellationToken cancellation) =>
        await db.Set<Credential>()
            .Where(c => c.LotId == lotId)
            .OrderByDescending(c => c.IssuedAt)
            .ToListAsync(cancellation);

    private static async Task<IResult> Did(KeyRing keys, Zones zones, CancellationToken cancellation)
    {
        var issuer = await Issuer.Of(zones, cancellation);
        return Results.Bytes(keys.Document(issuer.Did), "application/did+json");
    }

    private static async Task<IResult> Status(string purpose, StatusLists lists, CancellationToken cancellation) =>
        Results.Text(await lists.Get(purpose, cancellation), "application/vc+jwt", Encoding.ASCII);

    private static async Task<IResult> Jwt(
        string number,
        Database database,
        Zones zones,
        CancellationToken cancellation
    )
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var jwt =
            await db.Set<Credential>()
                .Where(c => c.Number == number)
                .Select(c => c.Jwt)
                .SingleOrDefaultAsync(cancellation)
            ?? throw new Refused("refused.papers.credential-not-found", number);
        return Results.Text(jwt, "application/vc+jwt", Encoding.ASCII);
    }

    private static async Task<IResult> Context(Zones zones, CancellationToken cancellation)
    {
        var issuer = await Issuer.Of(zones, cancellation);
        return Results.Bytes(LotContext.Compose(issuer.Settings.ContextAddress), "application/ld+json");
    }

    private static async Task<IResult> Release(Guid id, HttpContext http, Releasing releasing) =>
        Results.Ok(await releasing.Issue(http.Viewer(), id, http.RequestAborted));

    private static async Task<IResult> ReleaseFromPage(Guid id, HttpContext http, Releasing releasing)
    {
        await releasing.Issue(http.Viewer(), id, http.RequestAborted);
        return Page.See($"/lots/{id}");
    }
}
