using System.Globalization;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>A reading that stands, as the engine sees it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Observation">What was observed.</param>
public sealed record Standing(RecordedReading Row, Observation Observation);

/// <summary>What one bench has before it for one lot: columns, samples, gauges, and what stands already.</summary>
public sealed class ResultsSheet
{
    /// <summary>Samples on one page: five hundred fields is what a keypad and a browser still take in one go.</summary>
    public const int MostRows = 500;

    /// <summary>The word for all number columns at once.</summary>
    public const string AllColumns = "all";

    private readonly Dictionary<(string, int), Standing> _standing;
    private readonly Dictionary<string, ShownBlock> _blocks = new(StringComparer.Ordinal);

    private ResultsSheet(
        Lot lot,
        LotPlan plan,
        IReadOnlyList<Gauge> gauges,
        Dictionary<(string, int), Standing> standing
    )
    {
        Lot = lot;
        Plan = plan;
        Gauges = gauges;
        Columns = TestColumn.Of(plan);
        _standing = standing;
    }

    /// <summary>The lot.</summary>
    public Lot Lot { get; }

    /// <summary>Its plan.</summary>
    public LotPlan Plan { get; }

    /// <summary>Gauges of the bench's party.</summary>
    public IReadOnlyList<Gauge> Gauges { get; }

    /// <summary>Every characteristic to be tested.</summary>
    public IReadOnlyList<TestColumn> Columns { get; }

    /// <summary>The sheet of a viewer's bench.</summary>
    public static async Task<ResultsSheet> Of(Db db, Viewer viewer, Lot lot, CancellationToken cancellation)
    {
        var readings = await LotRecords.Readings(db, lot, cancellation);
        return new ResultsSheet(
            lot,
            await LotRecords.Plan(db, lot, cancellation),
            await Registry.Registry.Gauges(db, viewer.PartyId, cancellation),
            Latest([.. readings.Where(r => r.ByPartyId == viewer.PartyId)])
        );
    }

    /// <summary>The reading of each unit that stands; earlier ones were corrected by it.</summary>
    public static Dictionary<(string, int), Standing> Latest(IReadOnlyCollection<RecordedReading> readings)
    {
        var latest = new Dictionary<(string, int), RecordedReading>();
        foreach (var reading in LotRecords.Standing(readings))
        {
            latest[(reading.Characteristic, reading.Ordinal)] = reading;
        }

        return latest.ToDictionary(l => l.Key, l => new Standing(l.Value, ObservationOf(l.Value)));
    }

    /// <summary>The reading that stands, or null.</summary>
    public Standing? At(string characteristic, int ordinal) => _standing.GetValueOrDefault((characteristic, ordinal));

    /// <summary>How many samples of a column have a reading.</summary>
    public int Entered(TestColumn column) =>
        _standing.Keys.Count(k => k.Item1 == column.Code && k.Item2 <= column.Items);

    /// <summary>How many readings of a column stand with a status.</summary>
    public int Count(TestColumn column, string status) =>
        _standing.Values.Count(s => s.Row.Characteristic == column.Code && s.Row.Status == status);

    /// <summary>Columns that an address names: one, or every number column; the first with gaps otherwise.</summary>
    public IReadOnlyList<TestColumn> Shown(string? code)
    {
        if (code == AllColumns)
        {
            return [.. Columns.Where(c => c.Form == EntryForm.Number)];
        }

        var one =
            Columns.FirstOrDefault(c => c.Code == code)
            ?? Columns.FirstOrDefault(c => Entered(c) < c.Items)
            ?? Columns.FirstOrDefault();
        return one is null ? [] : [one];
    }

    /// <summary>A reading under the conditions that most of a column's were made under; those begin a block.</summary>
    public Observation? Typical(string characteristic) =>
        _standing
            .Values.Where(s => s.Row.Characteristic == characteristic)
            .GroupBy(s => (s.Observation.Pressure, s.Observation.Hold))
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Max(s => s.Row.Id))
            .FirstOrDefault()
            ?.MaxBy(s => s.Row.Id)
            ?.Observation;

    /// <summary>Pressure and time that begin a block; rows show their own where they differ.</summary>
    public ShownBlock Block(TestColumn column)
    {
        if (!_blocks.TryGetValue(column.Code, out var block))
        {
            var typical = Typical(column.Code);
            block = _blocks[column.Code] = new ShownBlock(typical?.Pressure, typical?.Hold);
        }

        return block;
    }

    /// <summary>Why a reading does not pass.</summary>
    public Phrase Why(Standing standing) => Bench.Judge(Plan.Sheet, standing.Observation).Reasons[0].Says;

    /// <summary>What stands, as a field of the grid holds it.</summary>
    public static string Written(Standing? standing) =>
        standing?.Observation switch
        {
            null => "",
            { Value: { } value } => NumberText.Show(value.Value),
            { Finding: Finding.NoneVisible } => "0",
            _ => "",
        };

    /// <summary>A condition as a field of the grid holds it.</summary>
    public static string Written(Reading? reading) => reading is null ? "" : NumberText.Show(reading.Value);

    /// <summary>A number of a form field.</summary>
    public static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Observation ObservationOf(RecordedReading reading) =>
        JsonSerializer.Deserialize(reading.Observation, JudgingJson.Default.Observation)!;
}
