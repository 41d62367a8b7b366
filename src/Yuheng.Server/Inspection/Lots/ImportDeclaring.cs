using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Declares the good rows of a list, each in a transaction of its own. The key of a row is the file's hash with the
/// row's number, so that the same file sent again declares nothing twice and gets the same answer.
/// </summary>
internal sealed class ImportDeclaring(Declaring declaring, ImportReading reading, Database database)
{
    /// <summary>
    /// Rows under way at once: they share the writer's commits, and one file leaves room for other work.
    /// </summary>
    private const int AtOnce = 64;

    /// <summary>Columns of the fields that a declaration refuses; what has none stands at the lot number.</summary>
    private static readonly Dictionary<string, string> ColumnOf = new(StringComparer.Ordinal)
    {
        ["quantity"] = "quantity",
        ["markets"] = "market",
        ["product"] = "productName",
        ["family"] = "productName",
        ["dn"] = "nominalSize",
        ["pn"] = "pressureRating",
        ["contract"] = "contractRequirements",
        ["heats"] = "heats",
    };

    /// <summary>What became of every row, in the file's order.</summary>
    public async Task<ImportOutcome> Declare(Viewer viewer, Upload upload, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Of(viewer));
        var products = await FirmProducts.Of(db, viewer, cancellation);
        var read = reading.Read(upload, products);
        var hash = upload.Sha256;
        var rows = new List<ImportedRow>(read.Result.Rows.Count);
        foreach (var chunk in read.Result.Rows.Chunk(AtOnce))
        {
            rows.AddRange(await Task.WhenAll(chunk.Select(row => row.Value is { } draft
                ? One(viewer, read, new Ready(
                    hash, DraftLots.Declaration(viewer, products, draft, read.Source), row.Row))
                : Task.FromResult(new ImportedRow(row.Row, null, row.Errors)))));
        }

        return new ImportOutcome(hash, rows);
    }

    private async Task<ImportedRow> One(Viewer viewer, ImportRead read, Ready ready)
    {
        var key = $"import:{ready.Hash}:{ready.Row.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            // Once begun, the file is carried through even if the sender goes away: he asks again and finds it done.
            var declared = await declaring.Declare(
                viewer, ready.Declaration, new OnceKey(key, SHA256.HashData(Encoding.UTF8.GetBytes(key))), default);
            return new ImportedRow(ready.Row, declared, []);
        }
        catch (Refused refused)
        {
            var error = refused.Phrase.Code == "refused.inspection.lot-number-conflict"
                ? read.Checks.Error(
                    ready.Row, "lotNumber", Phrase.Of("import.reason.lot-exists", ready.Declaration.Number))
                : read.Checks.Error(
                    ready.Row, ColumnOf.GetValueOrDefault(refused.Field ?? "", "lotNumber"),
                    refused.Phrase);
            return new ImportedRow(ready.Row, null, [error]);
        }
    }

    private sealed record Ready(string Hash, LotDeclaration Declaration, int Row);
}

/// <summary>What became of a file.</summary>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Rows">Its rows in order.</param>
internal sealed record ImportOutcome(string Hash, IReadOnlyList<ImportedRow> Rows)
{
    /// <summary>Lots declared.</summary>
    public int Declared => Rows.Count(r => r.Lot is not null);

    /// <summary>The errors by row, as a file that comes back shows them.</summary>
    public ImportResult<LotDraft> Over(ImportResult<LotDraft> read)
    {
        var errors = Rows.ToDictionary(r => r.Row, r => r.Errors);
        return read with
        {
            Rows =
            [
                .. read.Rows.Select(row => errors.TryGetValue(row.Row, out var found) && found.Count > 0
                    ? new RowResult<LotDraft>(row.Row, null, found)
                    : row),
            ],
        };
    }
}

/// <summary>What became of one row: a lot, or the cells that are wrong.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Errors">Errors by cell.</param>
internal sealed record ImportedRow(int Row, Declared? Lot, IReadOnlyList<CellError> Errors);
