using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Supervision;

/// <summary>One level with everything that its page shows.</summary>
public sealed record LevelModel(LevelMatter Matter, string Firm, FirmStanding Standing)
{
    public ScoreSheet? Sheet { get; init; }

    public IReadOnlyList<ScoreLine> Lines { get; init; } = [];

    /// <summary>What the score gives and what would change it; null before a sheet.</summary>
    public LevelScore? Score { get; init; }

    public IReadOnlyList<Phrase> Reasons { get; init; } = [];

    public IReadOnlyList<QualityRecord> Events { get; init; } = [];

    public IReadOnlyList<PossibleStep> Steps { get; init; } = [];

    public IReadOnlyList<Person> Assessors { get; init; } = [];

    public IReadOnlyList<StoredStep> History { get; init; } = [];
}

/// <summary>Pages of levels: the firm's own, the list, one level with its score sheet.</summary>
internal static class LevelPages
{
    private const int MostRows = 200;
    private const int MostEvents = 50;

    /// <summary>The firm's levels: score, why, what would change them.</summary>
    public static async Task<IResult> Mine(HttpContext http, Db db, CancellationToken stop)
    {
        var matters = await db.Set<LevelMatter>().OrderBy(m => m.Family).Take(MostRows).ToListAsync(stop);
        List<LevelModel> models = [];
        foreach (var matter in matters)
        {
            models.Add(await Model(http, db, matter, stop));
        }

        return Page.Show<MyLevelPage>(models);
    }

    public static Task<IResult> Apply(HttpContext http, Db db, Levels levels, CancellationToken stop) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var family = form.Choice("family", [.. Families.All]);
                var said = form.Text("selfAssessment", 2000);
                form.Check();
                return Page.See("/supervision/levels/" + await levels.Apply(http.Viewer(), family!, said!));
            },
            () => Mine(http, db, stop)
        );

    /// <summary>All levels, the ones that wait for the viewer's role first.</summary>
    public static async Task<IResult> List(HttpContext http, Database database, CancellationToken stop)
    {
        await using var db = database.Read(Sight.Whole(http.Viewer().ZoneId));
        var query = TableQuery.From(http.Request, ["state", "level", "family", "due"], "due");
        var rows = db.Set<LevelMatter>().AsQueryable();
        if (query.Filter("state") is { } state)
        {
            rows = rows.Where(m => m.State == state);
        }

        if (query.Filter("family") is { } family)
        {
            rows = rows.Where(m => m.Family == family);
        }

        if (int.TryParse(query.Filter("level"), CultureInfo.InvariantCulture, out var level))
        {
            rows = rows.Where(m => m.Level == level);
        }

        var read = await rows.OrderBy(m => m.Due)
            .ThenBy(m => m.Id)
            .Take(MostRows)
            .Join(
                db.Set<Registry.Party>(),
                m => new { m.ZoneId, Id = m.FirmId },
                p => new { p.ZoneId, p.Id },
                (m, p) =>
                    new LevelLine(m.Id, p.NameZh, p.NameEn, m.Family, m.Level, m.State, m.Owner, m.Due, m.Provisional)
            )
            .ToListAsync(stop);
        return Page.Show<LevelListPage>(new LevelList(query, new Rows<LevelLine>(read, null, read.Count)));
    }

    public static async Task<IResult> Show(Guid id, HttpContext http, Database database, CancellationToken stop)
    {
        var viewer = http.Viewer();
        await using var db = database.Read(viewer.ActsForFirm ? Sight.Of(viewer) : Sight.Whole(viewer.ZoneId));
        return Page.Show<LevelPage>(await Model(http, db, await Levels.Find(db, id, stop), stop));
    }

    public static Task<IResult> Assess(
        Guid id,
        HttpContext http,
        Levels levels,
        Database database,
        CancellationToken stop
    ) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var second = form.Text("second");
                form.Check();
                var other = Guid.TryParse(second, out var person) ? person : Guid.Empty;
                await levels.Assess(http.Viewer(), id, other);
                return Page.See("/supervision/levels/" + id);
            },
            () => Show(id, http, database, stop)
        );

    public static Task<IResult> Score(
        Guid id,
        HttpContext http,
        Levels levels,
        Database database,
        CancellationToken stop
    ) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var lines = LevelSheet
                    .Default.Elements.Select(e => new ScoreLine(
                        e.Id,
                        form.Number("points-" + e.Id) ?? -1,
                        Evidence(form.Optional("evidence-" + e.Id))
                    ))
                    .ToList();
                form.Check();
                await levels.Score(http.Viewer(), id, lines);
                return Page.See("/supervision/levels/" + id);
            },
            () => Show(id, http, database, stop)
        );

    public static Task<IResult> Take(
        Guid id,
        HttpContext http,
        LevelDecisions decisions,
        Database database,
        CancellationToken stop
    ) =>
        Page.Retry(
            http,
            async () =>
            {
                var form = await http.Form();
                var step = form.Text("event");
                var reason = form.Optional("reason", 2000) ?? "";
                form.Check();
                await decisions.Take(http.Viewer(), id, new LevelStep(step!, reason));
                return Page.See("/supervision/levels/" + id);
            },
            () => Show(id, http, database, stop)
        );

    /// <summary>What waits for the viewer's role.</summary>
    public static async ValueTask<StartPart> Start(HttpContext http, Viewer viewer)
    {
        if (!viewer.Is(Role.Assessor, Role.Reviewer, Role.DepartmentOfficer))
        {
            return new StartPart([], []);
        }

        await using var db = http.RequestServices.GetRequiredService<Database>().Read(Sight.Whole(viewer.ZoneId));
        var roles = StoredMatters.RolesOf(viewer).ToList();
        var levels = await db.Set<LevelMatter>()
            .Where(m => m.Owner != null && roles.Contains(m.Owner))
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), Due = g.Min(m => m.Due) })
            .FirstOrDefaultAsync();
        var cases = await db.Set<OverseasCase>()
            .Where(m => m.Owner != null && roles.Contains(m.Owner))
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.LongCount(), Due = g.Min(m => m.Due) })
            .FirstOrDefaultAsync();
        return new StartPart(
            [
                new Todo(Phrase.Of("supervision.start.levels"), levels?.Count ?? 0, "/supervision/levels")
                {
                    Due = levels?.Due,
                },
                new Todo(Phrase.Of("supervision.start.cases"), cases?.Count ?? 0, "/supervision/overseas")
                {
                    Due = cases?.Due,
                },
            ],
            []
        );
    }

    private static string[] Evidence(string? text) =>
        text is null ? [] : text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static async Task<LevelModel> Model(HttpContext http, Db db, LevelMatter matter, CancellationToken stop)
    {
        var firm = await Registry.Registry.Party(db, matter.FirmId, stop);
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var asked = new StandingQuestion(matter.FirmId, matter.Family, Watching.ZoneHeading, "", time.GetUtcNow());
        var sheet = await db.Set<ScoreSheet>().SingleOrDefaultAsync(s => s.Id == matter.SheetId, stop);
        var lines = sheet is null ? [] : JsonSerializer.Deserialize<List<ScoreLine>>(sheet.Lines, JournalJson.Options)!;
        var events = await db.Set<QualityRecord>()
            .Where(e => e.FirmId == matter.FirmId && e.Family == matter.Family)
            .OrderByDescending(e => e.HappenedOn)
            .ThenByDescending(e => e.Id)
            .Take(MostEvents)
            .ToListAsync(stop);
        return new LevelModel(
            matter,
            http.Language() == Language.Chinese ? firm.NameZh : firm.NameEn,
            await Standings.Of(db, asked, stop)
        )
        {
            Sheet = sheet,
            Lines = lines,
            Score = sheet is null ? null : LevelScore.Of(LevelSheet.Default, lines, sheet.Vetoes.Split('|')),
            Reasons = sheet is null
                ? []
                : JsonSerializer.Deserialize<List<Phrase>>(sheet.Reasons, JournalJson.Options)!,
            Events = events,
            Steps = StoredMatters.Possible(matter, StoredMatters.Levels, http.Viewer()),
            Assessors = await People.Holding(db, Role.Assessor, stop),
            History = StoredMatters.Steps(matter),
        };
    }
}

/// <summary>A row of the list of levels.</summary>
public sealed record LevelLine(
    Guid Id,
    string NameZh,
    string NameEn,
    string Family,
    int Level,
    string State,
    string? Owner,
    DateOnly? Due,
    bool Provisional
);

/// <summary>The list of levels.</summary>
public sealed record LevelList(TableQuery Query, Rows<LevelLine> Rows);
