using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Indicators;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Supervision;

namespace Yuheng.Server.Zone;

/// <summary>What figures are asked for.</summary>
/// <param name="Period">Period, both days included.</param>
/// <param name="Family">One product family, or null for all.</param>
public sealed record FigureQuestion(Period Period, string? Family = null);

/// <summary>The figures of a period with what their charts are made of.</summary>
public sealed record FigureAnswer(
    FigureQuestion Asked,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyDictionary<string, LotTally> ByFamily,
    IReadOnlyDictionary<int, LotTally> ByMonth);

/// <summary>
/// The indicators over kept tallies: a year is a few hundred small rows, whatever the number of lots.
/// </summary>
internal static class Figures
{
    /// <summary>Tallies read at most: ten years of days, four families, three bands.</summary>
    private const int MostTallies = 50_000;

    private const int MostMonths = 1200;

    /// <summary>The longest list: over several families items are counted, not named.</summary>
    private static readonly IReadOnlyList<string> Longest =
        MainPerformance.Default.Families.MaxBy(f => f.Characteristics.Count)!.Ids;

    /// <summary>K01 to K09 and K29 of a period.</summary>
    public static async Task<FigureAnswer> Of(Db db, FigureQuestion asked, CancellationToken cancellation)
    {
        var (from, until) = (asked.Period.From.DayNumber, asked.Period.Until.DayNumber);
        var rows = db.Set<DayTally>()
            .Where(t => t.Day >= from && t.Day <= until && t.Frame == SamplingFrame.Release);
        rows = asked.Family is { } family ? rows.Where(t => t.Family == family) : rows;
        var kept = await rows.OrderBy(t => t.Day).ThenBy(t => t.Family).ThenBy(t => t.Band).Take(MostTallies)
            .Select(t => new { t.Day, t.Family, t.Band, t.Tally, t.Expected }).ToListAsync(cancellation);
        Dictionary<string, LotTally> families = new(StringComparer.Ordinal);
        Dictionary<int, LotTally> months = [];
        Dictionary<string, BandCount> bands = new(StringComparer.Ordinal);
        var all = new LotTally();
        foreach (var row in kept)
        {
            var tally = LotTally.FromBytes(row.Tally);
            all.Merge(tally);
            Into(families, row.Family).Merge(tally);
            Into(months, FigureRow.MonthOf(DateOnly.FromDayNumber(row.Day))).Merge(tally);
            var band = bands.GetValueOrDefault(row.Band, new BandCount(row.Band, 0, 0, 0));
            bands[row.Band] = band with
            {
                Expected = band.Expected + row.Expected,
                Failed = band.Failed + tally.Judged - tally.Accepted,
                Lots = band.Lots + tally.Judged,
            };
        }

        var context = Context(asked);
        var listed = asked.Family is null ? Longest : MainPerformance.Default.Of(asked.Family).Ids;
        var cases = asked.Family is null ? await Overseas(db, asked.Period, context, cancellation) : [];
        return new FigureAnswer(
            asked,
            [.. LotFigures.Of(all, listed, context), .. cases, .. Calibration.Of(bands.Values, context)],
            families,
            months);
    }

    /// <summary>Period, frame, packs and a fingerprint of what is included.</summary>
    public static IndicatorContext Context(FigureQuestion asked, bool ofOneFirm = false)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"zone_row/1 release {asked.Period.From:yyyy-MM-dd} {asked.Period.Until:yyyy-MM-dd} {asked.Family ?? "*"}");
        var scheme = Schemes.Embedded.On(asked.Period.Until, "8481").Scheme.Id;
        return new IndicatorContext(
            asked.Period,
            SamplingFrame.Release,
            [
                "indicators " + IndicatorDefinitions.Default.Version,
                "main-performance " + MainPerformance.Default.Version,
                scheme,
            ],
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)))[..16],
            ofOneFirm);
    }

    private static async Task<IReadOnlyList<Indicator>> Overseas(
        Db db, Period period, IndicatorContext context, CancellationToken cancellation)
    {
        var cases = await SupervisionView.Cases(db, period, cancellation);
        var exports = await Exports(db, period, cancellation);
        return OverseasFigures.Of([.. cases.Select(c => c.Row)], exports, context);
    }

    /// <summary>
    /// Exports of a period, in US cents: the months as entered; where none is, the official totals in proportion to the
    /// days that they share with the period. A month that is only touched counts whole: the source is no finer.
    /// </summary>
    public static async Task<long> Exports(Db db, Period period, CancellationToken cancellation)
    {
        var (from, until) = (FigureRow.MonthOf(period.From), FigureRow.MonthOf(period.Until));
        var months = await db.Set<ExportFigure>().Where(e => e.Month >= from && e.Month <= until).Take(MostMonths)
            .Select(e => e.ValueCents).ToListAsync(cancellation);
        if (months.Count > 0)
        {
            return months.Sum();
        }

        var totals = await db.Set<ZoneStatistic>()
            .Where(s => s.Name == ZoneStatistic.ExportUsd && s.FirstDay <= period.Until && s.LastDay >= period.From)
            .Take(MostMonths).ToListAsync(cancellation);
        return totals.Sum(t => (long)(t.Value * 100 * Shared(t, period)));
    }

    /// <summary>The part of a total's days that lies in a period.</summary>
    private static decimal Shared(ZoneStatistic total, Period period)
    {
        var first = Math.Max(total.FirstDay.DayNumber, period.From.DayNumber);
        var last = Math.Min(total.LastDay.DayNumber, period.Until.DayNumber);
        return (decimal)(last - first + 1) / (total.LastDay.DayNumber - total.FirstDay.DayNumber + 1);
    }

    private static LotTally Into<TKey>(Dictionary<TKey, LotTally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies.Add(key, tally = new LotTally());
        }

        return tally;
    }
}
