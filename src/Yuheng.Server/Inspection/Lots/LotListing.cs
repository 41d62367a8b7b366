using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Reads a page of lots as its address asks. Every order and filter offered has an index behind it, so that a page
/// costs the same at two hundred lots and at two hundred thousand.
/// </summary>
internal static class LotListing
{
    /// <summary>Columns by which lots may be ordered or filtered.</summary>
    public static readonly IReadOnlyList<string> Columns = ["declared", "number", "state", "firm"];

    /// <summary>The newest first.</summary>
    public const string UsualSort = "-declared";

    /// <summary>The query of a request.</summary>
    public static TableQuery Query(HttpRequest request)
    {
        var query = TableQuery.From(request, Columns, UsualSort);
        return query.Sort is "declared" or "number"
            ? query
            : throw new Refused("refused.shell.sort-unknown", query.Sort, "declared, number") { Field = "sort" };
    }

    /// <summary>The page of rows.</summary>
    public static async Task<Rows<LotListRow>> Read(
        Db db, Viewer viewer, TableQuery query, CancellationToken cancellation)
    {
        var lots = Filtered(db.Set<Lot>(), viewer, query);
        var read = await Ordered(lots, query).Take(query.Size + 1).Select(l => new LotListRow(
            l.Id, l.Seq, l.FirmId, l.Number, l.ProductNameZh, l.ProductNameEn, l.Model, l.Size, l.Pressure, l.Quantity,
            l.Markets, l.State, l.DeclaredAt)).ToListAsync(cancellation);
        if (!viewer.ActsForFirm && read.Count > 0)
        {
            var names = await PartyNames.Of(db, [.. read.Select(r => r.FirmId).Distinct()], cancellation);
            read = [.. read.Select(r => r with { FirmName = Name(names, r.FirmId, viewer.Language) })];
        }

        return Rows<LotListRow>.Of(
            read, query, r => [r.Number, r.Seq.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string Name(IReadOnlyDictionary<Guid, PartyName> names, Guid id, Language language) =>
        names.TryGetValue(id, out var name) ? language == Language.Chinese ? name.Zh : name.En : "";

    private static IQueryable<Lot> Filtered(IQueryable<Lot> lots, Viewer viewer, TableQuery query)
    {
        // The filter of sight alone ("all firms, or this one") hides the firm from the planner; said plainly, it uses
        // the index of firm and order.
        if (viewer.ActsForFirm)
        {
            lots = lots.Where(l => l.FirmId == viewer.PartyId);
        }
        else if (Guid.TryParse(query.Filter("firm"), out var firm))
        {
            lots = lots.Where(l => l.FirmId == firm);
        }

        if (query.Filter("number") is { } number)
        {
            lots = lots.Where(l => l.Number == number);
        }

        if (query.Filter("state") is { } states)
        {
            var wanted = states.Split(',', MostStates);

            // Within one firm the states are looked at row by row: a list of two (the second never occurs) keeps SQLite
            // from walking every firm's lots of that state for the sake of their order.
            var listed = viewer.ActsForFirm && wanted.Length == 1 ? [wanted[0], ""] : wanted;
            lots = listed.Length == 1
                ? lots.Where(l => l.State == listed[0])
                : lots.Where(l => listed.Contains(l.State));
        }

        return lots;
    }

    private static IQueryable<Lot> Ordered(IQueryable<Lot> lots, TableQuery query)
    {
        var (number, seq) = Place(query);
        if (query.Sort == "declared")
        {
            lots = seq is null ? lots : query.Descending ? lots.Where(l => l.Seq < seq) : lots.Where(l => l.Seq > seq);
            return query.Descending ? lots.OrderByDescending(l => l.Seq) : lots.OrderBy(l => l.Seq);
        }

        if (number is not null)
        {
            lots = query.Descending
                ? lots.Where(l => string.Compare(l.Number, number) < 0 || (l.Number == number && l.Seq < seq))
                : lots.Where(l => string.Compare(l.Number, number) > 0 || (l.Number == number && l.Seq > seq));
        }

        return query.Descending
            ? lots.OrderByDescending(l => l.Number).ThenByDescending(l => l.Seq)
            : lots.OrderBy(l => l.Number).ThenBy(l => l.Seq);
    }

    private static (string? Number, long? Seq) Place(TableQuery query) => query.After switch
    {
        [] => (null, null),
        [var number, var seq] when long.TryParse(seq, CultureInfo.InvariantCulture, out var place) => (number, place),
        _ => throw new Refused("refused.shell.cursor-unreadable") { Field = "after" },
    };

    /// <summary>The machine has twenty-one states; a longer list names nothing more.</summary>
    private const int MostStates = 21;
}
