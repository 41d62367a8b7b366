using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// Which rows of a list are wanted, as its address says: filters, order, place (a keyset cursor) and how many. The
/// same query drives the page and its export, so that both show the same rows.
/// </summary>
/// <param name="Sort">Key of the column that orders the rows.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
/// <param name="After">Values of the last row seen (order value, then id), or none for the first page.</param>
/// <param name="Size">Rows wanted.</param>
/// <param name="Filters">Filter by column key; empty ones are left out.</param>
public sealed record TableQuery(
    string Sort,
    bool Descending,
    IReadOnlyList<string> After,
    int Size,
    IReadOnlyDictionary<string, string> Filters)
{
    /// <summary>Rows of a page: a screen holds thirty, a print two hundred.</summary>
    public const int MostRows = 200;

    /// <summary>Rows of a page that does not say.</summary>
    public const int UsualRows = 50;

    /// <summary>A cursor holds two or three short values.</summary>
    private const int LongestCursor = 600;

    private const char Between = '\u001f';

    /// <summary>The filter of a column, or null.</summary>
    public string? Filter(string column) => Filters.GetValueOrDefault(column);

    /// <summary>Reads an address. Unknown columns are ignored in filters and refused as order.</summary>
    /// <param name="request">The request.</param>
    /// <param name="columns">Columns by which rows may be ordered or filtered.</param>
    /// <param name="sort">Order when the address names none; <c>-key</c> for descending.</param>
    public static TableQuery From(HttpRequest request, IReadOnlyCollection<string> columns, string sort)
    {
        var wished = request.Query["sort"].ToString() is { Length: > 0 } given ? given : sort;
        var key = wished.TrimStart('-');
        if (!columns.Contains(key))
        {
            throw new Refused("refused.shell.sort-unknown", key, string.Join(", ", columns)) { Field = "sort" };
        }

        var size = int.TryParse(request.Query["size"], out var number) ? Math.Clamp(number, 1, MostRows) : UsualRows;
        var filters = columns
            .Select(c => (Column: c, Value: request.Query[c].ToString().Trim()))
            .Where(f => f.Value.Length is > 0 and <= FormInput.LongestText)
            .ToDictionary(f => f.Column, f => f.Value, StringComparer.Ordinal);
        return new TableQuery(key, wished.StartsWith('-'), Read(request.Query["after"]), size, filters);
    }

    /// <summary>A cursor: the values of the last row, opaque to readers.</summary>
    public static string Cursor(params IReadOnlyList<string> values) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Between, values)));

    /// <summary>The address of this query with something changed; a null value takes a part away.</summary>
    public string Url(string path, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        SortedDictionary<string, string> parts =
            new(StringComparer.Ordinal) { ["sort"] = (Descending ? "-" : "") + Sort };
        if (Size != UsualRows)
        {
            parts["size"] = Size.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (column, value) in Filters)
        {
            parts[column] = value;
        }

        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                parts.Remove(name);
            }
            else
            {
                parts[name] = value;
            }
        }

        return path + new QueryBuilder(parts.Select(p => KeyValuePair.Create(p.Key, p.Value))).ToQueryString();
    }

    private static string[] Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return [];
        }

        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            throw new Refused("refused.shell.cursor-unreadable") { Field = "after" };
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Between);
    }
}

/// <summary>A page of rows.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
/// <param name="Total">How many there are in all, when that was counted.</param>
public sealed record Rows<TRow>(IReadOnlyList<TRow> Items, string? Next, long? Total = null)
{
    /// <summary>
    /// Makes a page of rows that were read with one more than wanted, which tells whether there are more.
    /// </summary>
    public static Rows<TRow> Of(
        IReadOnlyList<TRow> read,
        TableQuery query,
        Func<TRow, IReadOnlyList<string>> cursor,
        long? total = null) =>
        read.Count <= query.Size
            ? new Rows<TRow>(read, null, total)
            : new Rows<TRow>([.. read.Take(query.Size)], TableQuery.Cursor(cursor(read[query.Size - 1])), total);
}
