using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Supervision;

/// <summary>A person's declared relations.</summary>
public sealed record RelationsModel(IReadOnlyList<(string Firm, string Kind, DateOnly On)> Declared);

/// <summary>Where inspectors and assessors declare their relations to firms.</summary>
internal static class RelationPages
{
    private const int MostRows = 500;

    public static async Task<IResult> Show(HttpContext http, Db db, CancellationToken stop)
    {
        var viewer = http.Viewer();
        var rows = await db.Set<Relation>().Where(r => r.PersonId == viewer.UserId)
            .Join(
                db.Set<Registry.Party>(),
                r => new { r.ZoneId, Id = r.RelatedFirm },
                p => new { p.ZoneId, p.Id },
                (r, p) => new { p.NameZh, p.NameEn, r.Kind, r.DeclaredOn })
            .Take(MostRows).ToListAsync(stop);
        var chinese = http.Language() == Language.Chinese;
        return Page.Show<RelationsPage>(new RelationsModel(
            [.. rows.Select(r => (chinese ? r.NameZh : r.NameEn, r.Kind, r.DeclaredOn))]));
    }

    public static Task<IResult> Declare(HttpContext http, Db db, Relations relations, CancellationToken stop) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var name = form.Text("firm");
                var kind = form.Choice("kind", [.. Relations.Kinds]);
                form.Check();
                var firm = await db.Set<Registry.Party>()
                    .Where(p => p.Kind == PartyKind.Enterprise)
                    .FirstOrDefaultAsync(p => p.NameZh == name || p.NameEn == name || p.CreditCode == name, stop)
                    ?? throw new Refused("refused.supervision.firm-not-found", name!) { Field = "firm" };
                await relations.Declare(http.Viewer(), firm.Id, kind!);
                return Page.See("/supervision/relations");
            },
            () => Show(http, db, stop));
}

/// <summary>Papers and changes of drawn visits.</summary>
internal static class VisitPages
{
    public static Task<IResult> Register(Guid id, HttpContext http, PlannedVisits visits) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var paper = new VisitPaper(
                    form.Optional("system") ?? "", form.Optional("number") ?? "", form.Optional("cause", 500));
                await visits.Register(http.Viewer(), id, paper);
                return Page.See("/my-day");
            },
            () => throw Last(http));

    public static Task<IResult> StandDown(Guid id, HttpContext http, PlannedVisits visits) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var reason = form.Text("reason", 500);
                form.Check();
                await visits.StandDown(http.Viewer(), id, reason!);
                return Page.See("/my-day");
            },
            () => throw Last(http));

    /// <summary>These forms stand on a page of another module: the refusal is shown on a page of its own.</summary>
    private static Refused Last(HttpContext http)
    {
        var problem = http.RequestServices.GetRequiredService<FormState>().Problems[0];
        return new Refused(problem.Phrase.Code, problem.Phrase.Args) { Field = problem.Field };
    }
}
