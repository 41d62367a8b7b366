using System.Globalization;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>
/// Results in a grid: a laboratory's of the sealed sample, or a firm's own of its own pieces, first party. The same
/// page
/// and the same judging; they never count for one another.
/// </summary>
internal static class EnterResults
{
    /// <summary>States in which a laboratory enters results.</summary>
    public static readonly string[] InTesting = ["testing", "retest", "cannot-judge"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Role[] laboratory = [Role.BenchOperator, Role.LaboratorySignatory];
        Role[] firm = [Role.BenchOperator, Role.FirmClerk, Role.FirmOwner];
        routes.MapGet("/lots/{id:guid}/results", Ask).Requires(laboratory);
        routes.MapPost("/lots/{id:guid}/results", Answer).Requires(laboratory);
        routes.MapGet("/lots/{id:guid}/own-results", Ask).Requires(firm);
        routes.MapPost("/lots/{id:guid}/own-results", Answer).Requires(firm);
    }

    private static async Task<IResult> Ask(Guid id, HttpContext http, Db db)
    {
        var own = IsOwn(http);
        if (own != http.Viewer().ActsForFirm)
        {
            return own
                ? throw new Refused("refused.inspection.own-bench-forbidden")
                : Page.See($"/lots/{id}/own-results");
        }

        var state = http.RequestServices.GetRequiredService<FormState>();
        var lot = await LotRecords.Lot(db, id, http.RequestAborted);
        var sheet = await ResultsSheet.Of(db, http.Viewer(), lot, http.RequestAborted);
        var code = state.Typed("c") ?? http.Request.Query["c"].ToString();
        var shown = sheet.Shown(code);
        return Page.Show<ResultsPage>(
            new ResultsModel(
                sheet,
                shown,
                code == ResultsSheet.AllColumns ? code : shown.FirstOrDefault()?.Code ?? "",
                From(http, state)
            )
            {
                Own = own,
                Open = own || InTesting.Contains(lot.State),
                Files = await Attaching.Of(db, lot, http.RequestAborted),
            }
        );
    }

    private static Task<IResult> Answer(Guid id, HttpContext http, Db db, EnteringReadings entering) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                if (IsOwn(http) != http.Viewer().ActsForFirm)
                {
                    throw new Refused("refused.inspection.own-bench-forbidden");
                }

                var lot = await LotRecords.Lot(db, id, http.RequestAborted);
                var sheet = await ResultsSheet.Of(db, http.Viewer(), lot, http.RequestAborted);
                var code = form.Optional("c") ?? "";
                var from = (int)(form.Optional("from") is null ? 1 : form.Whole("from", 1, lot.Quantity) ?? 1);
                var read = new ResultsForm(form, sheet, http.Viewer(), http.ZoneFace().TimeZone);
                var readings = read.Read(sheet.Shown(code), from);
                form.Check();
                if (readings.Count == 0)
                {
                    throw new Refused("refused.inspection.nothing-entered");
                }

                await entering.Enter(http.Viewer(), new ReadingBlock(id, "grid", null, readings), http.RequestAborted);
                var start = from.ToString(CultureInfo.InvariantCulture);
                return Page.See($"{http.Request.Path}?c={Uri.EscapeDataString(code)}&from={start}");
            },
            () => Ask(id, http, db)
        );

    private static bool IsOwn(HttpContext http) =>
        http.Request.Path.Value!.EndsWith("/own-results", StringComparison.Ordinal);

    private static int From(HttpContext http, FormState state)
    {
        var text = state.Typed("from") ?? http.Request.Query["from"].ToString();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && from >= 1
            ? from
            : 1;
    }
}
