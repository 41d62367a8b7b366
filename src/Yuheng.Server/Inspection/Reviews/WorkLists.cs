using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Testing;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>
/// What waits for samplers, benches, signatories and reviewers: a list for each, an entry of the navigation, and a
/// number on the start page.
/// </summary>
internal static class WorkLists
{
    private static readonly WorkList[] All =
    [
        new("visits", "/visits", [Role.Inspector], ["sampling"], "visit"),
        new("bench", "/bench", [Role.BenchOperator, Role.LaboratorySignatory], EnterResults.InTesting, "results"),
        new("signatures", "/signatures", [Role.LaboratorySignatory], ["testing", "retest"], "sign"),
        new("reviews", "/reviews", [Role.Reviewer], ["evaluated", "cannot-judge", "document-review"], "review"),
    ];

    /// <summary>States in which a firm tests pieces of its own.</summary>
    private static readonly string[] OwnStates =
        ["declared", "planned", "document-review", "sampling", "testing", "evaluated", "cannot-judge", "releasable"];

    public static void Add(IServiceCollection services)
    {
        for (var i = 0; i < All.Length; i++)
        {
            services.AddSingleton(new NavItem(All[i].Path, "reviews.nav." + All[i].Name, 30 + i, All[i].Roles));
        }

        services.AddSingleton(new NavItem("/draws", "visits.nav.draws", 36, Visits.Draws.Drawers));
        services.AddSingleton<StartSource>(Start);
        services.AddSingleton<Lots.LotLinks>(LotWays.Of);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var list in All)
        {
            Task<IResult> Show(HttpContext http, Db db) => Answer(list, http, db);
            routes.MapGet(list.Path, Show).Requires(list.Roles);
        }
    }

    private static async Task<IResult> Answer(WorkList list, HttpContext http, Db db)
    {
        var own = http.Viewer().ActsForFirm;
        var states = own ? OwnStates : list.States;
        var query = TableQuery.From(http.Request, columns: ["number"], sort: "number");
        var after = long.TryParse(query.After.FirstOrDefault(), CultureInfo.InvariantCulture, out var seq) ? seq : 0;
        var lots = db.Set<Lot>().Where(l => states.Contains(l.State) && l.Seq > after);
        if (query.Filter("number") is { } number)
        {
            lots = lots.Where(l => l.Number == number);
        }

        var rows = await lots.OrderBy(l => l.Seq).Take(query.Size + 1).ToListAsync(http.RequestAborted);
        var kind = own ? "own-results" : list.Page;
        return Page.Show<WorkListPage>(new WorkListModel(own ? "own" : list.Name, list.Path, query)
        {
            Rows = Rows<WorkRow>.Of(
                [.. rows.Select(l => new WorkRow(l, $"/lots/{l.Id}/{kind}"))],
                query,
                r => [r.Lot.Seq.ToString(CultureInfo.InvariantCulture)],
                null),
            CanUpload = list.Name == "bench",
        });
    }

    private static async ValueTask<StartPart> Start(HttpContext http, Viewer viewer)
    {
        if (viewer.ActsForFirm || !All.Any(l => viewer.Is(l.Roles)))
        {
            return new StartPart([], []);
        }

        var db = http.RequestServices.GetRequiredService<Db>();
        var counts = await db.Set<Lot>().Where(l => Waiting.Contains(l.State)).GroupBy(l => l.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, http.RequestAborted);
        return new StartPart([.. Todos(viewer, counts)], []);
    }

    private static readonly string[] Waiting =
        ["sampling", "testing", "retest", "evaluated", "cannot-judge", "document-review", "releasable"];

    private static IEnumerable<Todo> Todos(Viewer viewer, Dictionary<string, int> counts)
    {
        foreach (var list in All.Where(l => viewer.Is(l.Roles)))
        {
            var count = list.States.Sum(s => counts.GetValueOrDefault(s));
            yield return new Todo(Phrase.Of("reviews.todo." + list.Name), count, list.Path);
        }

        if (viewer.Is(Role.Reviewer))
        {
            var releasable = counts.GetValueOrDefault("releasable");
            yield return new Todo(Phrase.Of("reviews.todo.release"), releasable, "/lots?state=releasable");
        }
    }

    /// <param name="Name">Ends the keys of its texts.</param>
    /// <param name="Path">Its address.</param>
    /// <param name="Roles">Whose it is.</param>
    /// <param name="States">Lots in these states wait.</param>
    /// <param name="Page">Page of a lot where the work is done.</param>
    private sealed record WorkList(string Name, string Path, Role[] Roles, string[] States, string Page);
}

/// <summary>What a list shows.</summary>
public sealed record WorkListModel(string Name, string Path, TableQuery Query)
{
    /// <summary>Lots, oldest first.</summary>
    public required Rows<WorkRow> Rows { get; init; }

    /// <summary>Whether a bench's export can be uploaded from here.</summary>
    public required bool CanUpload { get; init; }
}

/// <summary>A lot that waits, and where it is worked on.</summary>
public sealed record WorkRow(Lot Lot, string Href);
