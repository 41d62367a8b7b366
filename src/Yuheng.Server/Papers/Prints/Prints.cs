using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Inspection.Lots;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Papers.Prints;

/// <summary>Papers of a lot: which can be issued, issuing them, and each as it is printed.</summary>
internal static class Prints
{
    /// <summary>Papers shown of a lot: reissues are few, and the newest count.</summary>
    private const int MostPapers = 200;

    /// <summary>Lots that are shown as ready.</summary>
    private const int MostReady = 50;

    private static readonly Role[] Firm = [Role.FirmClerk, Role.FirmOwner];

    private static readonly Role[] Readers =
        [Role.FirmClerk, Role.FirmOwner, Role.BenchOperator, Role.LaboratorySignatory, Role.Reviewer];

    private static readonly Role[] Signers = [Role.FirmClerk, Role.FirmOwner, Role.LaboratorySignatory];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Issuing>();
        services.AddSingleton(new NavItem("/papers", "prints.nav", 24, Firm));
        services.AddSingleton<StartSource>(Start);
        services.AddSingleton<LotLinks>(Links);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/papers", Ready).Requires(Firm);
        routes.MapGet("/papers/{number}", Show).Requires(Readers);
        routes.MapGet("/papers/{number}/content.json", Facts).Requires(Readers);
        routes.MapGet("/lots/{id:guid}/papers", Ask).Requires(Readers);
        routes.MapPost("/lots/{id:guid}/papers", Answer).Requires(Signers);
        VerifyUpload.Map(routes);
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, Db db)
    {
        var stop = http.RequestAborted;
        var facts = await PaperFacts.Of(db, id, stop);
        var situation = facts.Situation(http.Viewer());
        var issued = await Seen(db, http.Viewer()).Where(p => p.LotId == id)
            .OrderByDescending(p => p.IssuedAt).Take(MostPapers).ToListAsync(stop);
        return Page.Show<LotPapersPage>(new LotPapersModel(facts, issued)
        {
            Offers = [.. PaperKinds.All.Select(k => new PaperOffer(k, SigningRules.WhyNot(k, situation)))],
        });
    }

    private static Task<IResult> Answer(Guid id, HttpContext http, Db db, Issuing issuing) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var kind = form.Text("kind", 40) ?? "";
                PaperPerson? validator = null;
                if (PaperKinds.Find(kind) is { IsValidated: true })
                {
                    var (name, function) = (form.Text("validatorName", 80), form.Text("validatorFunction", 80));
                    form.Check();
                    validator = new PaperPerson(name!, function!);
                }

                form.Check();
                var request = new PaperRequest(id, kind, validator, form.Key);
                return Page.See("/papers/" + await issuing.Issue(http.Viewer(), request, http.RequestAborted));
            },
            () => Ask(id, http, db));

    private static async Task<IResult> Show(string number, HttpContext http, Db db, Zones zones)
    {
        var paper = await Find(db, http.Viewer(), number, http.RequestAborted);
        var credentials = await Papers.Of(db, paper.LotId, http.RequestAborted);
        var issuer = await Issuer.Of(zones, http.RequestAborted);
        var model = new PaperModel(paper, PaperModel.Read(paper))
        {
            CheckAddress = credentials.FirstOrDefault(c => c.RevokedAt is null && c.ReplacedBy is null) is { } standing
                ? issuer.CheckAddress(standing.ShortCode)
                : null,
        };
        return paper.Kind == PaperKinds.Labels ? Page.Show<LabelsPage>(model) : Page.Show<PaperPage>(model);
    }

    private static async Task<IResult> Facts(string number, HttpContext http, Db db)
    {
        var paper = await Find(db, http.Viewer(), number, http.RequestAborted);
        return Results.Text(paper.Content, "application/json", Encoding.UTF8);
    }

    private static async Task<IResult> Ready(HttpContext http, Db db)
    {
        var stop = http.RequestAborted;
        var ready = await ReadyLots(db).OrderByDescending(c => c.IssuedAt).Take(MostReady)
            .Join(db.Set<Lot>(), c => c.LotId, l => l.Id, (_, l) => l).ToListAsync(stop);
        var issued = await db.Set<IssuedPaper>().OrderByDescending(p => p.IssuedAt).Take(MostPapers).ToListAsync(stop);
        return Page.Show<PapersPage>(new PapersModel(ready, issued));
    }

    /// <summary>A laboratory sees its own reports; a firm its papers; a reviewer all.</summary>
    private static IQueryable<IssuedPaper> Seen(Db db, Viewer viewer) =>
        viewer.ActsForFirm || viewer.Is(Role.Reviewer)
            ? db.Set<IssuedPaper>()
            : db.Set<IssuedPaper>().Where(p => p.SignerPartyId == viewer.PartyId);

    private static async Task<IssuedPaper> Find(Db db, Viewer viewer, string number, CancellationToken cancellation) =>
        await Seen(db, viewer).SingleOrDefaultAsync(p => p.Number == number, cancellation)
        ?? throw new Refused("refused.prints.paper-not-found", number);

    private static IQueryable<Credential> ReadyLots(Db db) =>
        db.Set<Credential>().Where(c => c.RevokedAt == null && c.ReplacedBy == null
            && !db.Set<IssuedPaper>().Any(p => p.LotId == c.LotId));

    private static async ValueTask<StartPart> Start(HttpContext http, Viewer viewer)
    {
        if (!viewer.ActsForFirm || !viewer.Is(Firm))
        {
            return new StartPart([], []);
        }

        var db = http.RequestServices.GetRequiredService<Db>();
        var count = await ReadyLots(db).LongCountAsync(http.RequestAborted);
        return new StartPart([new Todo(Phrase.Of("prints.todo-ready"), count, "/papers")], []);
    }

    private static ValueTask<IReadOnlyList<LotLink>> Links(HttpContext http, Lot lot) =>
        ValueTask.FromResult<IReadOnlyList<LotLink>>(
            http.Viewer().Is(Readers)
                ? [new LotLink(Phrase.Of("prints.link"), $"/lots/{lot.Id}/papers")]
                : []);
}
