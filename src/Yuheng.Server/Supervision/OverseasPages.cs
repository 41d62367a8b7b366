using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Sheets;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Supervision;

/// <summary>The list of cases.</summary>
public sealed record CaseList(TableQuery Query, Rows<OverseasCase> Rows);

/// <summary>One case.</summary>
public sealed record CaseModel(
    OverseasCase Case,
    IReadOnlyList<LotMatch> Candidates,
    IReadOnlyList<PossibleStep> Steps,
    IReadOnlyList<StoredStep> History,
    IReadOnlyDictionary<string, string> LotNumbers
);

/// <summary>Pages of overseas notifications and returns.</summary>
internal static class OverseasPages
{
    /// <summary>Columns of a list of notices, in this order or under these names.</summary>
    private static readonly string[] Columns =
    [
        "kind",
        "receivedOn",
        "market",
        "origin",
        "finding",
        "hsCode",
        "maker",
        "exporter",
        "lotNumber",
        "invoice",
        "quantity",
        "returnedLots",
        "valueUsd",
    ];

    /// <summary>Rows of one file: a half-year's returns are below a hundred.</summary>
    private const int MostRows = 5000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Role[] readers = [Role.Reviewer, Role.Inspector, Role.GovernmentOfficer, Role.FirmClerk, Role.FirmOwner];
        routes.MapGet("/supervision/overseas", List).Requires(readers);
        routes.MapGet("/supervision/overseas/new", (Delegate)New).Requires(Role.Reviewer);
        routes.MapPost("/supervision/overseas/new", Receive).Requires(Role.Reviewer);
        routes.MapPost("/supervision/overseas/import", Import).Requires(Role.Reviewer);
        routes.MapGet("/supervision/overseas/{id:guid}", Show).Requires(readers);
        routes.MapPost("/supervision/overseas/{id:guid}/match", Match).Requires(Role.Reviewer);
        routes
            .MapPost("/supervision/overseas/{id:guid}/steps", Take)
            .Requires(Role.Reviewer, Role.Inspector, Role.DepartmentOfficer, Role.FirmClerk, Role.FirmOwner);
    }

    private static async Task<IResult> List(HttpContext http, Db db, CancellationToken stop)
    {
        var query = TableQuery.From(http.Request, ["number", "kind", "market", "state", "outcome"], "-number");
        var rows = db.Set<OverseasCase>().AsQueryable();
        rows = query.Filter("kind") is { } kind ? rows.Where(r => r.Kind == kind) : rows;
        rows = query.Filter("market") is { } market ? rows.Where(r => r.Market == market) : rows;
        rows = query.Filter("state") is { } state ? rows.Where(r => r.State == state) : rows;
        rows = query.Filter("outcome") is { } outcome ? rows.Where(r => r.Outcome == outcome) : rows;
        var total = await rows.LongCountAsync(stop);
        if (query.After.Count == 1 && long.TryParse(query.After[0], CultureInfo.InvariantCulture, out var after))
        {
            rows = query.Descending ? rows.Where(r => r.Number < after) : rows.Where(r => r.Number > after);
        }

        var sorted = query.Descending ? rows.OrderByDescending(r => r.Number) : rows.OrderBy(r => r.Number);
        var read = await sorted.Take(query.Size + 1).ToListAsync(stop);
        var page = Rows<OverseasCase>.Of(read, query, r => [r.Number.ToString(CultureInfo.InvariantCulture)], total);
        return Page.Show<OverseasListPage>(new CaseList(query, page));
    }

    private static Task<IResult> New(HttpContext http) => Task.FromResult(Page.Show<OverseasNewPage>());

    private static Task<IResult> Receive(HttpContext http, OverseasCases cases) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var notice = new Received(
                    form.Choice("kind", [.. OverseasCases.Kinds]) ?? "",
                    form.Date("receivedOn") ?? default,
                    form.Text("market", 2)?.ToUpperInvariant() ?? "",
                    form.Text("origin") ?? "",
                    form.Text("finding", 2000) ?? ""
                )
                {
                    HsCode = form.Optional("hsCode", 20),
                    Maker = form.Optional("maker"),
                    Exporter = form.Optional("exporter"),
                    LotNumber = form.Optional("lotNumber", 60),
                    Invoice = form.Optional("invoice", 60),
                    Quantity = form.Optional("quantity") is null ? 0 : form.Whole("quantity", 0, 100_000_000) ?? 0,
                    ReturnedLots = form.Optional("returnedLots") is null
                        ? 0
                        : (int)(form.Whole("returnedLots", 0, 10_000) ?? 0),
                    ValueUsd = form.Optional("valueUsd") is null ? 0 : form.Number("valueUsd") ?? 0,
                };
                form.Check();
                return Page.See("/supervision/overseas/" + await cases.Receive(http.Viewer(), [notice]));
            },
            () => New(http)
        );

    private static Task<IResult> Import(HttpContext http, OverseasCases cases) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var file =
                    form.Files.Count > 0
                        ? form.Files[0]
                        : throw new Refused("refused.shell.field-empty") { Field = "file" };
                await using var stream = file.OpenReadStream();
                var book = SheetFile.Read(await Upload.ReadAsync(stream, http.RequestAborted));
                await cases.Receive(http.Viewer(), Rows(book.Sheets[0]));
                return Page.See("/supervision/overseas");
            },
            () => New(http)
        );

    /// <summary>The notices of a sheet: its first row names the columns.</summary>
    internal static IReadOnlyList<Received> Rows(Sheet sheet)
    {
        if (sheet.Rows.Count is < 2 or > MostRows)
        {
            throw new Refused("refused.supervision.notice-rows", F(sheet.Rows.Count), F(MostRows)) { Field = "file" };
        }

        var head = sheet.Rows[0].Cells.Select(c => c.Text.Trim()).ToList();
        var places = Columns.ToDictionary(c => c, c => head.IndexOf(c), StringComparer.Ordinal);
        var missing = Columns.Take(5).FirstOrDefault(c => places[c] < 0);
        return missing is null
            ? [.. sheet.Rows.Skip(1).Select(row => Notice(row, places))]
            : throw new Refused("refused.supervision.notice-column", missing) { Field = "file" };
    }

    private static Received Notice(SheetRow row, Dictionary<string, int> places)
    {
        string? Text(string column) =>
            places[column] >= 0 && row.At(places[column]).Text.Trim() is { Length: > 0 } text ? text : null;
        decimal Number(string column) =>
            Text(column) is not { } text ? 0
            : decimal.TryParse(
                FormInput.Folded(text),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var n
            )
                ? n
            : throw new Refused("refused.supervision.notice-cell", F(row.Number), column, text) { Field = "file" };
        var day = DateOnly.TryParseExact(
            Text("receivedOn") ?? "",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var on
        )
            ? on
            : throw new Refused(
                "refused.supervision.notice-cell",
                F(row.Number),
                "receivedOn",
                Text("receivedOn") ?? "-"
            )
            {
                Field = "file",
            };
        return new Received(Text("kind") ?? "", day, Text("market") ?? "", Text("origin") ?? "", Text("finding") ?? "")
        {
            HsCode = Text("hsCode"),
            Maker = Text("maker"),
            Exporter = Text("exporter"),
            LotNumber = Text("lotNumber"),
            Invoice = Text("invoice"),
            Quantity = (long)Number("quantity"),
            ReturnedLots = (int)Number("returnedLots"),
            ValueUsd = Number("valueUsd"),
        };
    }

    private static string F(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> Show(Guid id, HttpContext http, Db db, CancellationToken stop)
    {
        var row = await OverseasCases.Find(db, id, stop);
        var candidates =
            row.State is "received" or "unmatched" && !http.Viewer().ActsForFirm
                ? await OverseasCases.Candidates(db, row, stop)
                : [];
        var ids = candidates.Select(c => Guid.Parse(c.LotId)).Append(row.LotId ?? Guid.Empty).ToList();
        var numbers = await db.Set<Inspection.Lot>()
            .Where(l => ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id.ToString(), l => l.Number, stop);
        var steps = StoredMatters.Possible(row, StoredMatters.Cases, http.Viewer());
        return Page.Show<OverseasPage>(new CaseModel(row, candidates, steps, StoredMatters.Steps(row), numbers));
    }

    private static Task<IResult> Match(Guid id, HttpContext http, Db db, OverseasCases cases, CancellationToken stop) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var lot = Guid.TryParse(form.Text("lot"), out var given) ? given : Guid.Empty;
                form.Check();
                await cases.Match(http.Viewer(), id, lot);
                return Page.See("/supervision/overseas/" + id);
            },
            () => Show(id, http, db, stop)
        );

    private static Task<IResult> Take(Guid id, HttpContext http, Db db, OverseasCases cases, CancellationToken stop) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var step = new CaseStep(
                    form.Text("event") ?? "",
                    form.Optional("said", 2000) ?? "",
                    form.Optional("choice", 40)
                );
                form.Check();
                await cases.Take(http.Viewer(), id, step);
                return Page.See("/supervision/overseas/" + id);
            },
            () => Show(id, http, db, stop)
        );
}
