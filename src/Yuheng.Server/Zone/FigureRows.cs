using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Supervision;

namespace Yuheng.Server.Zone;

/// <summary>Which rows: of a figure's denominator, or of its numerator only.</summary>
public sealed record RowsQuestion(string Figure, FigureQuestion Asked, bool NumeratorOnly);

/// <summary>One row behind a figure, as shown and exported.</summary>
/// <param name="Subject">Lot number, or number of the case.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Firm">The firm, where there is one.</param>
/// <param name="Day">Day.</param>
/// <param name="Item">Characteristic, where the figure counts items; market for a case.</param>
/// <param name="Counts">Whether it counts in the numerator.</param>
/// <param name="Chance">Frozen chance of inspection.</param>
/// <param name="ValueCents">Value in US cents.</param>
public sealed record RowLine(
    string Subject,
    string Href,
    Guid Firm,
    DateOnly Day,
    string Item,
    bool Counts,
    double? Chance,
    long ValueCents
);

/// <summary>
/// Exactly the rows behind a figure. The conditions say in the database's language what
/// <see cref="LotIndicators.RoleOf"/> says of one row; a test holds the two equal.
/// </summary>
internal static class FigureRows
{
    private const int First = (int)RowFlags.FirstSubmission;
    private const int Releasable = (int)RowFlags.Releasable;
    private const int InTheEnd = (int)RowFlags.AcceptedInTheEnd;

    private static readonly Expression<Func<FigureRow, bool>> Judged = r =>
        (r.Verdict == RowVerdict.Accept || r.Verdict == RowVerdict.NotAccept) && (r.Flags & First) != 0;

    /// <summary>Whether a figure is over overseas cases.</summary>
    public static bool IsOverseas(string figure) => figure[..3] is "K06" or "K07" or "K08" or "K09";

    /// <summary>Whether a figure counts items of a lot rather than lots.</summary>
    public static bool IsByItem(string figure) => figure is "K03.item" or "K04";

    /// <summary>The lots behind a figure.</summary>
    /// <exception cref="Refused">There is no such figure.</exception>
    public static IQueryable<FigureRow> Lots(Db db, RowsQuestion question)
    {
        var (from, until) = (question.Asked.Period.From.DayNumber, question.Asked.Period.Until.DayNumber);
        var rows = db.Set<FigureRow>().Where(r => r.Day >= from && r.Day <= until && r.Frame == SamplingFrame.Release);
        rows = question.Asked.Family is { } family ? rows.Where(r => r.Family == family) : rows;
        var (figure, variant) = Parts(question.Figure);
        return (figure, variant) switch
        {
            ("K01", "final") => Of(
                rows.Where(Judged),
                question,
                r => r.Verdict == RowVerdict.Accept || (r.Flags & InTheEnd) != 0
            ),
            ("K01" or "K02", _) => Of(rows.Where(Judged), question, r => r.Verdict == RowVerdict.Accept),
            ("K03", "lot" or "item" or "value") => Of(
                rows.Where(Judged).Where(r => r.MainTested != 0),
                question,
                r => (r.MainTested & r.MainFailed) != 0
            ),
            ("K03", _) => OfCharacteristic(rows.Where(Judged), question, variant),
            ("K04", _) => Of(rows.Where(Judged).Where(r => r.Tests > 0), question, r => r.FailedTests > 0),
            ("K05", _) => Of(rows.Where(r => (r.Flags & First) != 0), question, r => (r.Flags & Releasable) != 0),
            ("K29", _) => Of(
                rows.Where(Judged).Where(r => r.Band == variant),
                question,
                r => r.Verdict == RowVerdict.NotAccept
            ),
            _ => throw new Refused("refused.zone.figure-not-found", question.Figure),
        };
    }

    /// <summary>How many rows there are in all: the figure's own number.</summary>
    public static async Task<long> Count(Db db, RowsQuestion question, CancellationToken cancellation)
    {
        if (IsOverseas(question.Figure))
        {
            return (await Cases(db, question, cancellation)).Count;
        }

        var lots = Lots(db, question);
        if (!IsByItem(question.Figure))
        {
            return await lots.LongCountAsync(cancellation);
        }

        if (question.Figure == "K04")
        {
            return await lots.SumAsync(r => question.NumeratorOnly ? (long)r.FailedTests : r.Tests, cancellation);
        }

        var masks = await lots.GroupBy(r => new { r.MainTested, r.MainFailed })
            .Select(g => new { g.Key, Lots = g.LongCount() })
            .ToListAsync(cancellation);
        return masks.Sum(m =>
            m.Lots * Bits(question.NumeratorOnly ? m.Key.MainTested & m.Key.MainFailed : m.Key.MainTested)
        );
    }

    /// <summary>The lines of some lots, items expanded where the figure counts items.</summary>
    public static IEnumerable<RowLine> Lines(RowsQuestion question, IEnumerable<FigureRow> lots) =>
        lots.SelectMany(r => IsByItem(question.Figure) ? Items(question, r) : [Line(r, "", Counted(question, r))]);

    /// <summary>The lines of an overseas figure: a case, or one line a returned lot.</summary>
    public static async Task<IReadOnlyList<RowLine>> Cases(Db db, RowsQuestion question, CancellationToken cancellation)
    {
        var (figure, variant) = Parts(question.Figure);
        var cases = (await SupervisionView.Cases(db, question.Asked.Period, cancellation)).Where(c =>
            variant == "confirmed" ? c.Row is { IsAttributed: true, IsConfirmedFault: true } : c.Row.IsAttributed
        );
        return
        [
            .. cases
                .GroupBy(c => c.Row.CaseId)
                .SelectMany(g => Enumerable.Repeat(g.First(), Times(figure, [.. g])))
                .Select(c => new RowLine(
                    c.Row.CaseId.ToString(CultureInfo.InvariantCulture),
                    "/supervision/overseas/" + c.Id,
                    Guid.Empty,
                    c.ReceivedOn,
                    c.Market,
                    true,
                    null,
                    c.Row.ReturnedCents
                )),
        ];
    }

    private static int Times(string figure, IReadOnlyList<ReceivedCase> same)
    {
        var notified = same.Any(c => c.Row.IsNotification) ? 1 : 0;
        var returned = same.Sum(c => c.Row.ReturnedLots);
        return figure switch
        {
            "K06" => notified,
            "K09" => Math.Max(notified, returned),
            _ => returned,
        };
    }

    private static IQueryable<FigureRow> Of(
        IQueryable<FigureRow> denominator,
        RowsQuestion question,
        Expression<Func<FigureRow, bool>> numerator
    ) => question.NumeratorOnly ? denominator.Where(numerator) : denominator;

    private static IQueryable<FigureRow> OfCharacteristic(
        IQueryable<FigureRow> rows,
        RowsQuestion question,
        string characteristic
    )
    {
        // Bits are places in the list of one family: a characteristic is asked for within a family.
        var list = MainPerformance.Default.Of(question.Asked.Family ?? Families.All[0]);
        var mask = (long)list.Mask([characteristic]);
        return mask == 0
            ? throw new Refused("refused.zone.figure-not-found", question.Figure)
            : Of(rows.Where(r => (r.MainTested & mask) != 0), question, r => (r.MainTested & r.MainFailed & mask) != 0);
    }

    private static IEnumerable<RowLine> Items(RowsQuestion question, FigureRow row)
    {
        var listed = MainPerformance.Default.Of(row.Family).Ids;
        return row
            .Items.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(item => (Id: item.TrimEnd('!'), Failed: item.EndsWith('!')))
            .Where(item => question.Figure == "K04" || listed.Contains(item.Id))
            .Where(item => item.Failed || !question.NumeratorOnly)
            .Select(item => Line(row, item.Id, item.Failed));
    }

    private static bool Counted(RowsQuestion question, FigureRow row)
    {
        var (figure, variant) = Parts(question.Figure);
        return (figure, variant) switch
        {
            ("K29", _) => row.Verdict == RowVerdict.NotAccept,
            ("K01", "final") => row.Verdict == RowVerdict.Accept || (row.Flags & InTheEnd) != 0,
            ("K03", not ("lot" or "value")) => (
                (ulong)row.MainFailed & MainPerformance.Default.Of(row.Family).Mask([variant])
            ) != 0,
            _ => LotIndicators.RoleOf(figure, row.AsLotRow()) == RowRole.Numerator,
        };
    }

    private static RowLine Line(FigureRow row, string item, bool counts) =>
        new(
            row.Number,
            "/lots/" + row.LotId,
            row.FirmId,
            DateOnly.FromDayNumber(row.Day),
            item,
            counts,
            row.Probability,
            row.ValueCents
        );

    private static (string Figure, string Variant) Parts(string figure)
    {
        var dot = figure.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (figure, "") : (figure[..dot], figure[(dot + 1)..]);
    }

    private static int Bits(long mask) => System.Numerics.BitOperations.PopCount((ulong)mask);
}
