using System.Globalization;
using Yuheng.Server.Data;
using Yuheng.Server.Sheets;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>The list of lots: a firm's own, or for staff all that were declared; and the same rows as a file.</summary>
internal static class ListLots
{
    public static async Task<IResult> Show(HttpContext http, Db db, CancellationToken stop)
    {
        var viewer = http.Viewer();
        var query = LotListing.Query(http.Request);
        return Page.Show<LotsPage>(new LotsModel(
            query, await LotListing.Read(db, viewer, query, stop), viewer.ActsForFirm));
    }

    /// <summary>
    /// Exactly the rows of the page as text that a spreadsheet opens; nothing in it is ever computed.
    /// </summary>
    public static async Task<IResult> Export(HttpContext http, Db db, T texts, CancellationToken stop)
    {
        var viewer = http.Viewer();
        var rows = await LotListing.Read(db, viewer, LotListing.Query(http.Request), stop);
        using var file = new MemoryStream();
        CsvFile.Write(file, rows.Items.Select(r => Line(r, texts)).Prepend(Head(texts)));
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", "lots.csv");
    }

    private static string[] Head(T texts) =>
    [
        texts["inspection.lots.number"], texts["inspection.lots.firm"], texts["inspection.lots.product"],
        texts["inspection.lots.model"], texts["inspection.lots.size"], texts["inspection.lots.pressure"],
        texts["inspection.lots.quantity"], texts["inspection.lots.markets"], texts["inspection.lots.state"],
        texts["inspection.lots.declared"],
    ];

    private static string[] Line(LotListRow row, T texts) =>
    [
        row.Number, row.FirmName, texts.Tag == "en" ? row.ProductNameEn : row.ProductNameZh, row.Model, row.Size,
        row.Pressure, row.Quantity.ToString(CultureInfo.InvariantCulture), row.Markets,
        LotMachine.Name(row.State, texts.Language),
        row.DeclaredAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    ];
}

/// <summary>What the list shows.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Rows">The rows.</param>
/// <param name="OwnOnly">Whether the viewer's firm's only.</param>
public sealed record LotsModel(TableQuery Query, Rows<LotListRow> Rows, bool OwnOnly);
