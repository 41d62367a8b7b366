using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Zone;

/// <summary>A month's report.</summary>
public sealed record ReportModel(
    DateOnly Month, FigureAnswer Now, FigureAnswer Before, FigureAnswer Year, IReadOnlyList<ExportFigure> Exports);

/// <summary>The monthly report to print, the file of its numbers, and the exports it divides by.</summary>
internal static class ReportPages
{
    private const int MostMonths = 60;

    /// <summary>The report of a month (<c>?month=2026-11</c>), the last whole one without.</summary>
    public static async Task<IResult> Show(
        HttpContext http, Database database, Registry.Zones zones, CancellationToken stop) =>
        Page.Show<ReportPage>(await Model(http, database, zones, stop));

    /// <summary>Its numbers as a file: each with everything to derive it again.</summary>
    public static async Task<IResult> Numbers(
        HttpContext http, Database database, Registry.Zones zones, CancellationToken stop)
    {
        var model = await Model(http, database, zones, stop);
        string[] head =
        [
            "id", "variant", "from", "until", "numerator", "denominator", "n", "value", "lower", "upper", "weighted",
            "frame", "packs", "query",
        ];
        var rows = new[] { model.Now, model.Before, model.Year }.SelectMany(a => a.Indicators).Select(Cells);
        return ZonePages.File([head, .. rows], "report-" + Text(model.Month)[..7]);
    }

    /// <summary>Enters the exports of a month.</summary>
    public static Task<IResult> Enter(
        HttpContext http, Database database, Registry.Zones zones, Commands commands, CancellationToken stop) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var month = Month(form.Text("month", 7) ?? "");
                var value = form.Number("value");
                var source = form.Text("source", 500);
                form.Check();
                if (value is < 0 or > 1_000_000_000_000)
                {
                    throw new Refused("refused.zone.export-value") { Field = "value" };
                }

                await commands.Run(
                    http.Viewer(),
                    (work, c) => Keep(work, (month, (long)(value!.Value * 100), source!), c),
                    stop);
                return Page.See("/zone/report?month=" + Text(month)[..7]);
            },
            () => Show(http, database, zones, stop));

    private static async Task<int> Keep(
        Work work, (DateOnly Month, long Cents, string Source) entered, CancellationToken stop)
    {
        var number = FigureRow.MonthOf(entered.Month);
        var row = await work.Db.Set<ExportFigure>().SingleOrDefaultAsync(e => e.Month == number, stop);
        if (row is null)
        {
            row = new ExportFigure
            {
                ZoneId = work.Viewer.ZoneId, Month = number, ValueCents = 0, Source = "", SetBy = Guid.Empty,
            };
            work.Db.Add(row);
        }

        (row.ValueCents, row.Source, row.SetBy) = (entered.Cents, entered.Source, work.Viewer.UserId);
        await work.Journal("exports.entered", work.Viewer.ZoneId, new { row.Month, row.ValueCents, row.Source }, stop);
        return number;
    }

    private static async Task<ReportModel> Model(
        HttpContext http, Database database, Registry.Zones zones, CancellationToken stop)
    {
        await using var db = database.Read(Sight.Whole(http.Viewer().ZoneId));
        var today = zones.Today;
        var asked = http.Request.Query["month"].ToString();
        var month = asked.Length > 0 ? Month(asked) : new DateOnly(today.Year, today.Month, 1);
        var exports = await db.Set<ExportFigure>().OrderByDescending(e => e.Month).Take(MostMonths).ToListAsync(stop);
        var year = new Period(new DateOnly(month.Year, 1, 1), month.AddMonths(1).AddDays(-1));
        return new ReportModel(
            month,
            await Of(db, month, stop),
            await Of(db, month.AddMonths(-1), stop),
            await Figures.Of(db, new FigureQuestion(year), stop),
            exports);
    }

    private static Task<FigureAnswer> Of(Db db, DateOnly month, CancellationToken stop) =>
        Figures.Of(db, new FigureQuestion(new Period(month, month.AddMonths(1).AddDays(-1))), stop);

    private static DateOnly Month(string text) =>
        DateOnly.TryParseExact(
            text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : throw new Refused("refused.zone.month", text) { Field = "month" };

    private static IReadOnlyList<string> Cells(Indicator figure) =>
    [
        figure.Id, figure.Variant, Text(figure.Context.Period.From), Text(figure.Context.Period.Until),
        Text(figure.Numerator), Text(figure.Denominator), figure.N.ToString(CultureInfo.InvariantCulture),
        Text(figure.Value), Text(figure.Interval?.Lower), Text(figure.Interval?.Upper), Text(figure.Weighted?.Value),
        "release", string.Join("; ", figure.Context.PackVersions), figure.Context.Query,
    ];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
