using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Supervision;

/// <summary>A family's grade in force.</summary>
public sealed record FamilyRisk(string Family, RiskRecord? Record, IReadOnlyList<Phrase> Reasons);

/// <summary>Grades and alerts.</summary>
public sealed record RiskModel(IReadOnlyList<FamilyRisk> Families, IReadOnlyList<AlertRecord> Alerts);

/// <summary>Schemes with their matrices, newest first.</summary>
public sealed record ModesModel(IReadOnlyList<Scheme> Schemes, DateOnly Today);

/// <summary>Pages of product risk, alerts and the mode matrix.</summary>
internal static class RiskPages
{
    private const int MostAlerts = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision/risk", Show).SignedIn();
        routes.MapPost("/supervision/risk", Grade).Requires(Role.Reviewer);
        routes.MapPost("/supervision/alerts", Raise).Requires(Role.Reviewer);
        routes.MapGet("/supervision/modes", Modes).SignedIn();
        routes.MapPost("/supervision/choices", Choose).Requires(Role.Reviewer);
    }

    private static async Task<IResult> Show(HttpContext http, Db db, Registry.Zones zones, CancellationToken stop)
    {
        List<FamilyRisk> families = [];
        foreach (var family in Families.All)
        {
            var record = await db.Set<RiskRecord>()
                .Where(r => r.Family == family)
                .OrderByDescending(r => r.ValidFrom)
                .FirstOrDefaultAsync(stop);
            families.Add(
                new FamilyRisk(
                    family,
                    record,
                    record is null
                        ? [Phrase.Of("supervision.risk.ungraded")]
                        : JsonSerializer.Deserialize<List<Phrase>>(record.Reasons, JournalJson.Options)!
                )
            );
        }

        var today = zones.Today;
        var alerts = await db.Set<AlertRecord>()
            .Where(a => a.ValidUntil >= today)
            .OrderBy(a => a.ValidUntil)
            .Take(MostAlerts)
            .ToListAsync(stop);
        return Page.Show<RiskPage>(new RiskModel(families, alerts));
    }

    private static Task<IResult> Grade(
        HttpContext http,
        Db db,
        Grading grading,
        Registry.Zones zones,
        CancellationToken stop
    ) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var family = form.Choice("family", [.. Families.All]);
                var name = form.Text("hazard");
                var severity = form.Text("severity");
                var first = Percentages(form, "nonconforming");
                var second = Percentages(form, "harming");
                var evidence = form.Optional("evidence", 2000) ?? "";
                form.Check();
                var inputs = new GradeInputs(
                    family!,
                    [new ProductHazard(name!, severity!, first, second)],
                    [],
                    evidence
                );
                await grading.Grade(http.Viewer(), inputs);
                return Page.See("/supervision/risk");
            },
            () => Show(http, db, zones, stop)
        );

    private static Task<IResult> Raise(
        HttpContext http,
        Db db,
        Grading grading,
        Registry.Zones zones,
        CancellationToken stop
    ) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var family = form.Choice("alertFamily", [.. Families.All]);
                var level = form.Text("level");
                var until = form.Date("until");
                var reason = form.Text("reason", 2000);
                form.Check();
                var market = form.Optional("market", 2);
                var alert = new Alert("", level!, family!, market, zones.Today, until!.Value);
                await grading.Raise(http.Viewer(), alert, reason!);
                return Page.See("/supervision/risk");
            },
            () => Show(http, db, zones, stop)
        );

    private static IResult Modes(Registry.Zones zones) =>
        Page.Show<ModesPage>(new ModesModel([.. Schemes.Embedded.All.Reverse()], zones.Today));

    private static Task<IResult> Choose(HttpContext http, Db db, Grading grading, Registry.Zones zones) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var name = form.Text("firm");
                var family = form.Choice("family", [.. Families.All]);
                var mode = form.Text("mode");
                form.Check();
                var firm =
                    await db.Set<Registry.Party>()
                        .Where(p => p.Kind == PartyKind.Enterprise)
                        .FirstOrDefaultAsync(p => p.NameZh == name || p.NameEn == name || p.CreditCode == name)
                    ?? throw new Refused("refused.supervision.firm-not-found", name!) { Field = "firm" };
                var chosen = new Chosen(
                    firm.Id,
                    family!,
                    "",
                    mode!,
                    form.Optional("reason", 2000) ?? "",
                    form.Optional("lot")
                );
                await grading.Choose(http.Viewer(), chosen);
                return Page.See("/supervision/modes");
            },
            () => Task.FromResult(Modes(zones))
        );

    private static IReadOnlyList<decimal> Percentages(FormInput form, string name)
    {
        var text = form.Text(name) ?? "";
        List<decimal> parts = [];
        foreach (var part in text.Split(['+', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                decimal.TryParse(
                    FormInput.Folded(part),
                    System.Globalization.NumberStyles.AllowDecimalPoint,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                parts.Add(number);
            }
            else
            {
                form.Note(name, "refused.shell.field-not-number", part);
            }
        }

        return parts;
    }
}
