using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Zone;

/// <summary>How many lots stand at a state today.</summary>
public sealed record StateCount(string State, long Lots);

/// <summary>Judged and failed lots of a firm.</summary>
public sealed record FirmCount(Guid Firm, string NameZh, string NameEn, long Lots, long Failed);

/// <summary>A cell of the grid before it is drawn.</summary>
public sealed record FirmMonthCount(Guid Firm, int Month, long Lots, long Failed);

/// <summary>What the zone's board shows, as numbers.</summary>
public sealed record BoardNumbers(
    FigureAnswer Now,
    FigureAnswer Before,
    IReadOnlyList<StateCount> Work,
    IReadOnlyList<FirmCount> Firms,
    IReadOnlyList<FirmMonthCount> Grid,
    DateTimeOffset AsOf);

/// <summary>
/// The board's numbers, kept until the figures move on: between two passes every reader gets the same ones.
/// </summary>
internal sealed class Boards(Database database, Registry.Zones zones, TimeProvider time)
{
    /// <summary>Firms in the grid: a print shows a dozen lines.</summary>
    public const int GridFirms = 12;

    /// <summary>Months that a board looks back.</summary>
    public const int Months = 12;

    private const int MostFirms = 5000;
    private const int MostStates = 50;

    private (string Key, BoardNumbers Numbers)? _kept;

    /// <summary>The numbers of the last twelve months.</summary>
    public async Task<BoardNumbers> Numbers(CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(zones.Id));
        var today = zones.Today;
        var seq = await db.Set<ZoneCursor>().Select(c => (long?)c.Seq).FirstOrDefaultAsync(cancellation) ?? 0;
        var key = string.Create(CultureInfo.InvariantCulture, $"{zones.Id} {seq} {today:yyyy-MM-dd}");
        if (_kept is { } kept && kept.Key == key)
        {
            return kept.Numbers;
        }

        var numbers = await Read(db, today, cancellation);
        _kept = (key, numbers);
        return numbers;
    }

    private async Task<BoardNumbers> Read(Db db, DateOnly today, CancellationToken cancellation)
    {
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var period = new Period(from, today);
        var work = await db.Set<Lot>().GroupBy(l => l.State).Select(g => new StateCount(g.Key, g.LongCount()))
            .Take(MostStates).ToListAsync(cancellation);
        var firms = await Firms(db, period, cancellation);
        var worst = firms.OrderByDescending(f => f.Failed).ThenByDescending(f => f.Lots)
            .ThenBy(f => f.NameZh, StringComparer.Ordinal).Take(GridFirms).Select(f => f.Firm).ToList();
        var first = FigureRow.MonthOf(from);
        var grid = await db.Set<FirmMonthTally>().Where(t => t.Month >= first && worst.Contains(t.FirmId))
            .GroupBy(t => new { t.FirmId, t.Month })
            .Select(g => new FirmMonthCount(g.Key.FirmId, g.Key.Month, g.Sum(t => t.Lots), g.Sum(t => t.Failed)))
            .ToListAsync(cancellation);
        var before = new Period(from.AddYears(-1), today.AddYears(-1));
        return new BoardNumbers(
            await Figures.Of(db, new FigureQuestion(period), cancellation),
            await Figures.Of(db, new FigureQuestion(before), cancellation),
            work,
            firms,
            grid,
            time.GetUtcNow());
    }

    /// <summary>Firms with judged lots in a period, in neutral order.</summary>
    public static async Task<IReadOnlyList<FirmCount>> Firms(Db db, Period period, CancellationToken cancellation)
    {
        var (from, until) = (FigureRow.MonthOf(period.From), FigureRow.MonthOf(period.Until));
        var sums = await db.Set<FirmMonthTally>().Where(t => t.Month >= from && t.Month <= until)
            .GroupBy(t => t.FirmId)
            .Select(g => new { Firm = g.Key, Lots = g.Sum(t => t.Lots), Failed = g.Sum(t => t.Failed) })
            .Where(s => s.Lots > 0).Take(MostFirms).ToListAsync(cancellation);
        var names = await db.Set<Registry.Party>().Where(p => p.Kind == PartyKind.Enterprise)
            .Select(p => new { p.Id, p.NameZh, p.NameEn }).Take(MostFirms)
            .ToDictionaryAsync(p => p.Id, cancellation);
        return
        [
            .. sums.Where(s => names.ContainsKey(s.Firm))
                .Select(s => new FirmCount(s.Firm, names[s.Firm].NameZh, names[s.Firm].NameEn, s.Lots, s.Failed))
                .OrderBy(f => f.NameZh, StringComparer.Ordinal),
        ];
    }
}
