using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Visits;

/// <summary>
/// The rounds of the draw as anyone may read them: commitment while declarations are open, fingerprint of the frozen
/// plan from the close on, everything once drawn.
/// </summary>
internal static class Draws
{
    /// <summary>Rounds shown at once: a month of a busy zone; older ones are reached from their lots.</summary>
    private const int MostRounds = 100;

    /// <summary>Who may close the open round and have it drawn.</summary>
    public static readonly Role[] Drawers = [Role.Reviewer, Role.Inspector];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/draws", List).Public();
        routes.MapPost("/draws", CloseAndDraw).Requires(Drawers);
        routes.MapGet("/draws/{id:guid}", Show).Public();
    }

    private static async Task<IResult> List(HttpContext http, Database database, Registry.Zones zones)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var rounds = await db.Set<DrawRound>().OrderByDescending(r => r.OpenedAt).Take(MostRounds)
            .ToListAsync(http.RequestAborted);
        var ids = rounds.Select(r => r.Id).ToList();
        var counts = await db.Set<Lot>().Where(l => l.DrawId != null && ids.Contains(l.DrawId.Value))
            .GroupBy(l => l.DrawId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, http.RequestAborted);
        return Page.Show<DrawsPage>(new DrawsModel(
            [.. rounds.Select(r => RoundRow.Of(r, counts.GetValueOrDefault(r.Id)))],
            http.Viewer().Is(Drawers)));
    }

    private static Task<IResult> CloseAndDraw(
        HttpContext http, Drawing drawing, Database database, Registry.Zones zones) =>
        Page.Retry(http, async () =>
        {
            await http.Form();
            await drawing.CloseAndDraw(http.Viewer(), http.RequestAborted);
            return Page.See("/draws");
        }, () => List(http, database, zones));

    private static async Task<IResult> Show(Guid id, HttpContext http, Database database, Registry.Zones zones)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var round = await db.Set<DrawRound>().SingleOrDefaultAsync(r => r.Id == id, http.RequestAborted)
            ?? throw new Refused("refused.inspection.round-not-found");
        var lots = await db.Set<Lot>().CountAsync(l => l.DrawId == id, http.RequestAborted);
        var record = round.Record is null ? null : DrawFile.Read(Encoding.UTF8.GetBytes(round.Record))[0];
        var difference = record is null ? null : DrawVerifier.FirstDifference([record]);
        return Page.Show<DrawPage>(new DrawModel(RoundRow.Of(round, lots), record, difference));
    }
}

/// <summary>A round as it may be shown to anyone: nothing of the secret before it was drawn.</summary>
public sealed record RoundRow(
    Guid Id, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, DateTimeOffset? DrawnAt, string Commitment, int Lots)
{
    /// <summary>Fingerprint of the frozen plan, from the close on.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The public value with its source, once drawn.</summary>
    public PublicValue? Value { get; init; }

    public static RoundRow Of(DrawRound round, int lots) =>
        new(round.Id, round.OpenedAt, round.ClosedAt, round.DrawnAt, Convert.ToHexStringLower(round.Commitment), lots)
        {
            Fingerprint = round.FrozenPlan is null ? null : FrozenPlans.Read(round).Fingerprint(),
            Value = round.PublicValue is null ? null : new PublicValue(round.PublicSource!, round.PublicValue),
        };
}

/// <summary>What the list shows.</summary>
public sealed record DrawsModel(IReadOnlyList<RoundRow> Rounds, bool MayDraw);

/// <summary>What the page of one round shows.</summary>
public sealed record DrawModel(RoundRow Round, DrawRecord? Record, DrawDifference? Difference);
