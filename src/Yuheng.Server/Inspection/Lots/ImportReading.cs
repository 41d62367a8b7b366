using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Reads a list of lots for a firm: understood row by row, and checked for all that a declaration needs.
/// </summary>
internal sealed class ImportReading(Registry.Zones zones, PackSet packs)
{
    private static readonly HashSet<string> NoNumbers = [];

    /// <summary>Numbers looked up with one statement; both databases take more parameters.</summary>
    private const int NumbersAtOnce = 500;

    /// <summary>The rows, good ones ready to be declared.</summary>
    /// <exception cref="Refused">The file as a whole is not a list of lots.</exception>
    public ImportRead Read(Upload upload, FirmProducts products)
    {
        var book = SheetFile.Read(upload);
        var result = DeclarationImport.Read(
            book, new DeclarationContext(zones.Today, new KnownProducts(products.Known), NoNumbers));
        var checks = new DraftChecks(result.Header, products, packs.Words);
        return new ImportRead(book, result with { Rows = [.. result.Rows.Select(checks.Check)] }, checks);
    }

    /// <summary>The same, with lots that the firm has declared already marked as such.</summary>
    public async Task<ImportRead> ReadNew(
        Db db, Viewer viewer, Upload upload, CancellationToken cancellation)
    {
        var read = Read(upload, await FirmProducts.Of(db, viewer, cancellation));
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var numbers in read.Result.Good.Select(lot => lot.LotNumber).Chunk(NumbersAtOnce))
        {
            known.UnionWith(await db.Set<Lot>()
                .Where(l => l.FirmId == viewer.PartyId && numbers.Contains(l.Number))
                .Select(l => l.Number).ToListAsync(cancellation));
        }

        return known.Count == 0 ? read : read with { Result = read.Result with { Rows = [.. Marked(read, known)] } };
    }

    private static IEnumerable<RowResult<LotDraft>> Marked(ImportRead read, HashSet<string> known) =>
        read.Result.Rows.Select(row => row.Value is { } lot && known.Contains(lot.LotNumber)
            ? new RowResult<LotDraft>(row.Row, null,
                [read.Checks.Error(row.Row, "lotNumber", Phrase.Of("import.reason.lot-exists", lot.LotNumber))])
            : row);
}

/// <summary>A list as it was read.</summary>
/// <param name="Book">The file.</param>
/// <param name="Result">Its rows.</param>
/// <param name="Checks">Makes errors at its cells.</param>
internal sealed record ImportRead(Book Book, ImportResult<LotDraft> Result, DraftChecks Checks)
{
    /// <summary>Products that are registered together with the good rows.</summary>
    public IReadOnlyList<Registry.ProductFacts> NewProducts =>
    [
        .. Result.Good.Where(lot => lot.Product.Registered is null).Select(DraftLots.Offered)
            .DistinctBy(p => (p.Model, p.Size, p.Pressure, p.BodyAlloy)),
    ];

    /// <summary>Word for the kind of file, as the lot's source.</summary>
    public string Source => Book.Format == BookFormat.Xlsx ? "excel" : "csv";
}
