using Yuheng.Core;
using Yuheng.Core.Workflows;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>What a list of lots is read against.</summary>
/// <param name="Today">The zone's day.</param>
/// <param name="Products">The firm's registered products.</param>
/// <param name="LotNumbers">The firm's lot numbers that exist already.</param>
internal sealed record DeclarationContext(
    DateOnly Today,
    KnownProducts Products,
    IReadOnlySet<string> LotNumbers);

/// <summary>
/// Reads a list of lots, row by row: good rows become drafts, bad ones errors by cell. Nothing is stored, and one bad
/// row never stops another.
/// </summary>
internal static class DeclarationImport
{
    /// <summary>The columns of a declaration.</summary>
    public static ColumnList Columns { get; } = new(DeclarationForm.Data.Declaration);

    /// <summary>Reads the first sheet of a file that has the head of a declaration.</summary>
    /// <exception cref="Refused"><c>no-header</c>, <c>column-twice</c>, <c>missing-columns</c>: about the whole
    /// file.</exception>
    public static ImportResult<LotDraft> Read(Book book, DeclarationContext context)
    {
        var header = FoundHeader.Find(book, Columns);
        CheckColumns(header);
        var rows = new List<RowResult<LotDraft>>();
        var skipped = new List<SkippedRow>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in header.Rows)
        {
            if (RowKinds.WhySkipped(header, row, Columns) is { } why)
            {
                skipped.Add(new SkippedRow(row.Number, why));
                continue;
            }

            rows.Add(new LotRow(header, row, context).Read(seen));
        }

        return new ImportResult<LotDraft>(header, rows, skipped);
    }

    private static void CheckColumns(FoundHeader header)
    {
        // A registered product brings its size along.
        var missing = Columns.Columns
            .Where(c => c.Required && !header.Has(c.Key) && !(c.OfProduct && header.Has("product")))
            .Select(c => $"{c.Zh} / {c.En}").ToArray();
        if (missing.Length > 0)
        {
            throw new Refused("refused.import.missing-columns", string.Join(", ", missing)) { Field = "file" };
        }
    }
}

/// <summary>The columns and the example row of the declaration form, from its data file.</summary>
internal sealed record DeclarationForm(
    IReadOnlyList<ImportColumn> Declaration, IReadOnlyDictionary<string, Bilingual> SampleRow)
{
    /// <summary>The form in force.</summary>
    public static DeclarationForm Data { get; } = Words.Load<DeclarationForm>("columns.json");
}
