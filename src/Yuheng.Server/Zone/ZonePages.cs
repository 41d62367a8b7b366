using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Sheets;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Charts;

namespace Yuheng.Server.Zone;

/// <summary>The zone's board, ready to show.</summary>
public sealed record BoardModel(
    BoardNumbers Numbers,
    IReadOnlyList<FigureModel> Figures,
    IReadOnlyList<ChartModel> Charts
);

/// <summary>A page of the rows behind a figure.</summary>
public sealed record RowsModel(
    RowsQuestion Question,
    IReadOnlyList<RowLine> Lines,
    long Total,
    string? Next,
    string Export,
    IReadOnlyDictionary<Guid, string> Firms
);

/// <summary>The zone's board, the rows behind its figures, and their export.</summary>
internal static class ZonePages
{
    /// <summary>Lots of one page of rows.</summary>
    private const int PageLots = 50;

    /// <summary>Lots read at once for an export, which has no end of its own.</summary>
    private const int ExportLots = 5000;

    /// <summary>The board.</summary>
    public static async Task<IResult> Board(HttpContext http, Boards boards, T words, Format format)
    {
        var numbers = await boards.Numbers(http.RequestAborted);
        var texts = new FigureTexts(words, format);
        var charts = new BoardCharts(words);
        return Page.Show<BoardPage>(
            new BoardModel(
                numbers,
                [.. numbers.Now.Indicators.Select(i => texts.Model(i, numbers.AsOf))],
                [
                    charts.ByMonth(numbers.Now),
                    charts.Causes(numbers.Now),
                    charts.Funnel(
                        numbers.Now,
                        numbers.Firms,
                        f => words.Language == Language.Chinese ? f.NameZh : f.NameEn
                    ),
                    charts.Grid(numbers.Now, numbers.Firms, numbers.Grid),
                ]
            )
        );
    }

    /// <summary>The rows behind a figure.</summary>
    public static async Task<IResult> Rows(HttpContext http, Database database, CancellationToken stop)
    {
        await using var db = database.Read(Sight.Whole(http.Viewer().ZoneId));
        var question = Question(http.Request);
        var total = await FigureRows.Count(db, question, stop);
        var (lines, next) = await Lines(db, question, After(http.Request), stop);
        var address = http.Request.QueryString.Value ?? "";
        var firms = lines.Select(l => l.Firm).Distinct().ToList();
        var chinese = http.Language() == Language.Chinese;
        var names = await db.Set<Registry.Party>()
            .Where(p => firms.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => chinese ? p.NameZh : p.NameEn, stop);
        return Page.Show<RowsPage>(new RowsModel(question, lines, total, next, "/zone/rows.csv" + address, names));
    }

    /// <summary>All of them as a file: as many as the figure says.</summary>
    public static async Task<IResult> RowsFile(HttpContext http, Database database, CancellationToken stop)
    {
        await using var db = database.Read(Sight.Whole(http.Viewer().ZoneId));
        var question = Question(http.Request);
        var names = await db.Set<Registry.Party>()
            .Where(p => p.Kind == PartyKind.Enterprise)
            .ToDictionaryAsync(p => p.Id, p => p.NameZh, stop);
        List<IReadOnlyList<string>> rows =
        [
            ["figure", "subject", "firm", "day", "item", "counts", "chance", "value_usd"],
        ];
        if (FigureRows.IsOverseas(question.Figure))
        {
            rows.AddRange((await FigureRows.Cases(db, question, stop)).Select(l => Cells(question, l, names)));
        }
        else
        {
            await ExportLotsOf(db, question, names, rows, stop);
        }

        return File(rows, question.Figure);
    }

    /// <summary>A file of rows.</summary>
    public static IResult File(IEnumerable<IReadOnlyList<string>> rows, string name)
    {
        using var stream = new MemoryStream();
        CsvFile.Write(stream, rows);
        return Results.File(stream.ToArray(), "text/csv; charset=utf-8", name + ".csv");
    }

    private static async Task ExportLotsOf(
        Db db,
        RowsQuestion question,
        IReadOnlyDictionary<Guid, string> names,
        List<IReadOnlyList<string>> rows,
        CancellationToken stop
    )
    {
        var after = 0L;
        List<FigureRow> lots;
        do
        {
            lots = await FigureRows
                .Lots(db, question)
                .Where(r => r.Seq > after)
                .OrderBy(r => r.Seq)
                .Take(ExportLots)
                .ToListAsync(stop);
            rows.AddRange(FigureRows.Lines(question, lots).Select(l => Cells(question, l, names)));
            after = lots.Count > 0 ? lots[^1].Seq : after;
        } while (lots.Count == ExportLots);
    }

    private static IReadOnlyList<string> Cells(
        RowsQuestion question,
        RowLine line,
        IReadOnlyDictionary<Guid, string> names
    ) =>
        [
            question.Figure,
            line.Subject,
            names.GetValueOrDefault(line.Firm, ""),
            line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            line.Item,
            line.Counts ? "1" : "0",
            line.Chance?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            (line.ValueCents / 100m).ToString(CultureInfo.InvariantCulture),
        ];

    private static async Task<(IReadOnlyList<RowLine> Lines, string? Next)> Lines(
        Db db,
        RowsQuestion question,
        long after,
        CancellationToken stop
    )
    {
        if (FigureRows.IsOverseas(question.Figure))
        {
            return (await FigureRows.Cases(db, question, stop), null);
        }

        var lots = await FigureRows
            .Lots(db, question)
            .Where(r => r.Seq > after)
            .OrderBy(r => r.Seq)
            .Take(PageLots + 1)
            .ToListAsync(stop);
        var shown = lots.Take(PageLots).ToList();
        var next = lots.Count > PageLots ? shown[^1].Seq.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. FigureRows.Lines(question, shown)], next);
    }

    private static RowsQuestion Question(HttpRequest request)
    {
        var figure = request.Query["figure"].ToString();
        if (figure.Length is < 3 or > 40)
        {
            throw new Refused("refused.zone.figure-not-found", figure) { Field = "figure" };
        }

        var period = new Period(Day(request, "from"), Day(request, "until"));
        var family = request.Query["family"].ToString() is { Length: > 0 } named ? named : null;
        return new RowsQuestion(figure, new FigureQuestion(period, family), request.Query["part"] == "numerator");
    }

    private static DateOnly Day(HttpRequest request, string name) =>
        DateOnly.TryParseExact(
            request.Query[name].ToString(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new Refused("refused.shell.field-not-date", request.Query[name].ToString()) { Field = name };

    private static long After(HttpRequest request) =>
        long.TryParse(request.Query["after"], CultureInfo.InvariantCulture, out var seq) ? seq : 0;
}
