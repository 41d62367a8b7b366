using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>What a bench export is read against.</summary>
/// <param name="Profile">How the bench writes.</param>
/// <param name="Zone">Time zone of the clock of the bench.</param>
/// <param name="Now">Later times are refused.</param>
internal sealed record BenchContext(BenchProfile Profile, TimeZoneInfo Zone, DateTimeOffset Now);

/// <summary>
/// Reads the export of a test bench, row by row. The file itself is kept with its hash by the caller.
/// </summary>
internal static class BenchImport
{
    /// <summary>Reads the first sheet that has the head of the profile.</summary>
    /// <param name="upload">The file as sent; the result cites its SHA-256.</param>
    /// <param name="context">Profile, time zone and now.</param>
    /// <exception cref="Refused">About the whole file: not a table, no head, columns missing or twice.</exception>
    public static BenchFile Read(Upload upload, BenchContext context)
    {
        var columns = context.Profile.ColumnList;
        var header = FoundHeader.Find(SheetFile.Read(upload), columns);
        var missing = columns.Columns.Where(c => c.Required && !header.Has(c.Key)).Select(c => $"{c.Zh} / {c.En}");
        if (missing.Any())
        {
            throw new Refused("refused.import.missing-columns", string.Join(", ", missing)) { Field = "file" };
        }

        var rows = new List<RowResult<BenchReading>>();
        var skipped = new List<SkippedRow>();
        var seen = new Dictionary<(string, int, string, DateTimeOffset), int>();
        foreach (var row in header.Rows)
        {
            if (RowKinds.WhySkipped(header, row, columns) is { } why)
            {
                skipped.Add(new SkippedRow(row.Number, why));
                continue;
            }

            rows.Add(new BenchRow(header, row, context).Read(seen));
        }

        return new BenchFile(upload.Sha256, new ImportResult<BenchReading>(header, rows, skipped));
    }
}

/// <summary>A bench export as read.</summary>
/// <param name="Sha256">Hash of the raw file, lower-case hexadecimal.</param>
/// <param name="Result">Its rows.</param>
internal sealed record BenchFile(string Sha256, ImportResult<BenchReading> Result);
