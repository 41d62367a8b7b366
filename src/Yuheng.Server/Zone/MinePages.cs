using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Charts;
using Yuheng.Server.Supervision;

namespace Yuheng.Server.Zone;

/// <summary>A visit of an inspector's day.</summary>
public sealed record DayVisit(PlannedVisit Visit, string Firm, string Other, IReadOnlyList<Lot> Lots);

/// <summary>An inspector's day.</summary>
public sealed record DayModel(IReadOnlyList<DayVisit> Visits);

/// <summary>A firm's board.</summary>
public sealed record FirmModel(
    IReadOnlyList<(LevelMatter Matter, FirmStanding Standing)> Levels,
    IReadOnlyList<StateCount> Lots,
    IReadOnlyList<Indicator> Figures,
    ChartModel Funnel);

/// <summary>The boards of one inspector and of one firm.</summary>
internal static class MinePages
{
    private const int MostStates = 50;
    private const int MostDays = 5000;

    /// <summary>The inspector's day: visits drawn for them.</summary>
    public static async Task<IResult> Day(HttpContext http, Db db, CancellationToken stop)
    {
        var viewer = http.Viewer();
        var visits = await SupervisionView.Visits(db, viewer.UserId, stop);
        var ids = visits.SelectMany(v => v.Lots.Split('|')).Select(Guid.Parse).ToList();
        var lots = await db.Set<Lot>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, stop);
        var firms = visits.Select(v => v.FirmId).Distinct().ToList();
        var names = await db.Set<Registry.Party>().Where(p => firms.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var people = await People.Names(db, [.. visits.SelectMany(v => new[] { v.Lead, v.Second })], stop);
        var chinese = http.Language() == Core.Language.Chinese;
        return Page.Show<DayPage>(new DayModel(
        [
            .. visits.Select(v => new DayVisit(
                v,
                chinese ? names[v.FirmId].NameZh : names[v.FirmId].NameEn,
                people.GetValueOrDefault(v.Lead == viewer.UserId ? v.Second : v.Lead, ""),
                [.. v.Lots.Split('|').Select(l => lots[Guid.Parse(l)])])),
        ]));
    }

    /// <summary>The firm's levels, lots and figures; other firms stand in the funnel without a name.</summary>
    public static async Task<IResult> Firm(HttpContext http, Db db, Boards boards, T words, TimeProvider time)
    {
        var stop = http.RequestAborted;
        var firm = http.Viewer().PartyId;
        List<(LevelMatter, FirmStanding)> levels = [];
        foreach (var matter in await SupervisionView.LevelsOf(db, firm, stop))
        {
            levels.Add((matter, await SupervisionView.Standing(db, matter, time.GetUtcNow(), stop)));
        }

        var lots = await db.Set<Lot>().GroupBy(l => l.State).Select(g => new StateCount(g.Key, g.LongCount()))
            .Take(MostStates).ToListAsync(stop);
        var board = await boards.Numbers(stop);
        var (from, until) = (board.Now.Asked.Period.From.DayNumber, board.Now.Asked.Period.Until.DayNumber);
        var rows = await db.Set<FigureRow>().Where(r => r.FirmId == firm && r.Day >= from && r.Day <= until)
            .Take(MostDays).ToListAsync(stop);
        var tally = LotTally.Of([.. rows.Select(r => r.AsLotRow())], SamplingFrame.Release, board.Now.Asked.Period);
        var context = Figures.Context(board.Now.Asked, ofOneFirm: true);
        var figures = LotFigures.Of(tally, MainPerformance.Default.Of(Families.All[0]).Ids, context)
            .Where(i => i.Id is "K01" or "K02" or "K05" || i is { Id: "K03", Variant: "lot" });
        var funnel = new BoardCharts(words).Funnel(
            board.Now, board.Firms, f => f.Firm == firm ? words["zone.mine.own"] : null);
        return Page.Show<FirmPage>(new FirmModel(levels, lots, [.. figures], funnel));
    }
}
