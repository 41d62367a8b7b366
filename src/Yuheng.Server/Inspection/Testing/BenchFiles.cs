using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>
/// From the export of a bench to readings of lots: rows are matched to the lots that their numbers name, judged for
/// sight, and entered once a person has said so.
/// </summary>
internal sealed class BenchFiles(PackSet packs, TimeProvider time)
{
    /// <summary>Lots that one file may name: a day of a busy bench.</summary>
    private const int MostLots = 200;

    /// <summary>States in which a firm no longer tests a lot of its own.</summary>
    private static readonly string[] Ended = ["released", "exported", "refused", "withdrawn", "closed", "expired"];

    /// <summary>Reads a file and says of every row what would become of it.</summary>
    /// <param name="db">What the person may see.</param>
    /// <param name="asks">Who asks, on the zone's clock.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Refused">The file as a whole cannot be read.</exception>
    public async Task<BenchPreview> Read(
        Db db, BenchAsker asks, byte[] content, CancellationToken cancellation)
    {
        var upload = Upload.Of(content);
        var now = time.GetUtcNow();
        var file = BenchImport.Read(upload, new BenchContext(BenchProfile.All[0], asks.Zone, now));
        var good = file.Result.Good.ToList();
        var numbers = good.Select(r => r.LotNumber).Distinct(StringComparer.Ordinal).ToList();
        if (numbers.Count > MostLots)
        {
            throw new Refused("refused.inspection.file-names-too-many-lots", TestColumn.Text(numbers.Count))
            {
                Field = "file",
            };
        }

        var lots = new List<BenchFileLot>();
        foreach (var number in numbers)
        {
            lots.Add(await Lot(db, asks, (number, [.. good.Where(r => r.LotNumber == number)]), cancellation));
        }

        return new BenchPreview(file.Sha256, lots, [.. file.Result.Errors], file.Result.Skipped.Count);
    }

    private async Task<BenchFileLot> Lot(
        Db db, BenchAsker asks, (string Number, List<BenchReading> Rows) given, CancellationToken cancellation)
    {
        var candidates = await Candidates(db, asks.Viewer, given.Number, cancellation);
        var lot = candidates.Count == 1
            ? candidates[0]
            : candidates.FirstOrDefault(l => l.Id == asks.Chosen.GetValueOrDefault(given.Number));
        if (lot is null)
        {
            return new BenchFileLot(given.Number, candidates, null, []);
        }

        var bench = await Bench.Of(new BenchUser(db, asks.Viewer, time.GetUtcNow()), lot.Id, cancellation);
        var seen = new HashSet<(string, int)>();
        return new BenchFileLot(
            given.Number, candidates, lot, [.. given.Rows.Select(row => Line(bench, row, seen))]);
    }

    private BenchFileLine Line(Bench bench, BenchReading row, HashSet<(string, int)> seen)
    {
        var reading = new NewReading
        {
            Characteristic = row.Test,
            Ordinal = row.Sample,
            Medium = packs.Words.Medium(row.Medium)?.Code ?? row.Medium,
            Pressure = row.Pressure,
            Hold = row.Hold,
            Observed = row.Observation,
            Value = row.Leakage,
            Gauge = row.Gauge,
            At = row.StartedAt,
            Person = row.Operator,
        };
        try
        {
            bench.CheckPlace(reading);
        }
        catch (Refused refused)
        {
            return new BenchFileLine(row.Row, reading, null, refused.Phrase);
        }

        // A test of the same sample that comes again, in the file or after what stands, was repeated.
        var again = !seen.Add((row.Test, row.Sample)) || bench.StandingAt(row.Test, row.Sample) is not null;
        var outcome = bench.Judge(bench.Observe(Guid.Empty, reading));
        return new BenchFileLine(row.Row, reading with { Repeats = again }, outcome.Status, outcome.Reasons[0].Says);
    }

    private static async Task<IReadOnlyList<Lot>> Candidates(
        Db db, Viewer viewer, string number, CancellationToken cancellation)
    {
        var query = db.Set<Lot>().AsNoTracking().Where(l => l.Number == number);
        query = viewer.ActsForFirm
            ? query.Where(l => !Ended.Contains(l.State))
            : query.Where(l => EnterResults.InTesting.Contains(l.State));
        return await query.OrderBy(l => l.Seq).Take(MostLots).ToListAsync(cancellation);
    }
}

/// <summary>Who sent a file.</summary>
/// <param name="Viewer">The person.</param>
/// <param name="Zone">The bench's clock.</param>
/// <param name="Chosen">Lots chosen by number.</param>
internal sealed record BenchAsker(Viewer Viewer, TimeZoneInfo Zone, IReadOnlyDictionary<string, Guid> Chosen);

/// <summary>What would become of a file.</summary>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Lots">Lots that it names.</param>
/// <param name="Errors">Cells that are not accepted.</param>
/// <param name="Skipped">Rows that say nothing.</param>
internal sealed record BenchPreview(
    string Hash, IReadOnlyList<BenchFileLot> Lots, IReadOnlyList<CellError> Errors, int Skipped);

/// <summary>The rows of one lot number.</summary>
/// <param name="Number">As written in the file.</param>
/// <param name="Candidates">Lots of that number which can be tested now.</param>
/// <param name="Lot">The lot, where it is clear or was chosen.</param>
/// <param name="Lines">Its rows.</param>
public sealed record BenchFileLot(
    string Number, IReadOnlyList<Lot> Candidates, Lot? Lot, IReadOnlyList<BenchFileLine> Lines);

/// <summary>A row.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Reading">As understood.</param>
/// <param name="Status">What it says; null where it cannot be entered.</param>
/// <param name="Why">Why.</param>
public sealed record BenchFileLine(int Row, NewReading Reading, TestStatus? Status, Phrase Why);
