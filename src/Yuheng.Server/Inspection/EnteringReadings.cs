using System.Globalization;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>One reading to be recorded, as it was taken.</summary>
[Door]
public sealed record NewReading
{
    /// <summary>Code of the characteristic: <c>shell</c>.</summary>
    public required string Characteristic { get; init; }

    /// <summary>The unit by its place in the drawn list, from 1; or the heat's place for a composition.</summary>
    public required int Ordinal { get; init; }

    /// <summary>liquid or gas.</summary>
    public string? Medium { get; init; }

    /// <summary>Test pressure.</summary>
    public Reading? Pressure { get; init; }

    /// <summary>How long the pressure was held.</summary>
    public Reading? Hold { get; init; }

    /// <summary>How long was watched.</summary>
    public Reading? Observed { get; init; }

    /// <summary>The raw value.</summary>
    public Reading? Value { get; init; }

    /// <summary>What was found, where there is no number.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The analysis, for a composition.</summary>
    public IReadOnlyList<ElementReading> Elements { get; init; } = [];

    /// <summary>Expanded uncertainty of the value.</summary>
    public decimal? Uncertainty { get; init; }

    /// <summary>The owner's number of the gauge.</summary>
    public string? Gauge { get; init; }

    /// <summary>When it was taken; null is now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The person at the bench, where the paper names another than the one who enters.</summary>
    public string? Person { get; init; }

    /// <summary>The reading that this one corrects.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Why it is corrected.</summary>
    public string? Reason { get; init; }

    /// <summary>The test was made again: whatever stands is corrected by this one, with the reason.</summary>
    public bool Repeats { get; init; }
}

/// <summary>A block of readings of one lot from one source.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Source">grid, excel, csv, api, report.</param>
/// <param name="FileHash">SHA-256 of the file, where there is one.</param>
/// <param name="Readings">The readings.</param>
[Door]
public sealed record ReadingBlock(Guid LotId, string Source, string? FileHash, IReadOnlyList<NewReading> Readings)
{
    /// <summary>The kept file that the readings came in, attached to the lot with them.</summary>
    public StoredFile? File { get; init; }
}

/// <summary>What became of one reading.</summary>
[Door]
public sealed record EnteredReading(Guid Id, string Characteristic, int Ordinal, TestStatus Status, Phrase Why);

/// <summary>
/// Records readings with their digits and judges each at once. A reading is never changed: a later one corrects it
/// with a
/// reason.
/// </summary>
[Door]
public sealed class EnteringReadings(Commands commands)
{
    /// <summary>Readings in one block at most; a larger sample is entered in several.</summary>
    public const int MostReadings = 20_000;

    /// <summary>Enters a block: all of it or nothing.</summary>
    /// <exception cref="Refused">
    /// A unit that was not drawn, a characteristic that is not planned, a time in the future, a correction without
    /// reason,
    /// a second reading where one stands, a sampler who tests.
    /// </exception>
    public Task<IReadOnlyList<EnteredReading>> Enter(
        Viewer viewer,
        ReadingBlock block,
        CancellationToken cancellation
    ) => commands.Run(viewer, (work, c) => Enter(work, block, c), cancellation);

    private static async Task<IReadOnlyList<EnteredReading>> Enter(
        Work work,
        ReadingBlock block,
        CancellationToken cancellation
    )
    {
        var bench = await Bench.Of(new BenchUser(work.Db, work.Viewer, work.Now), block.LotId, cancellation);
        if (block.Readings.Count is 0 or > MostReadings)
        {
            throw new Refused(
                "refused.inspection.reading-count",
                block.Readings.Count.ToString(CultureInfo.InvariantCulture)
            );
        }

        var entered = new List<EnteredReading>(block.Readings.Count);
        var corrections = 0;
        foreach (var given in block.Readings)
        {
            var reading = bench.Resolve(given);
            bench.Check(reading);
            var id = work.NewId();
            var observation = bench.Observe(id, reading);
            var outcome = bench.Judge(observation);
            await work.Insert(Row(work, bench, block, (id, reading, observation, outcome)), cancellation);
            bench.Took(id, reading);
            corrections += reading.Corrects is null ? 0 : 1;
            entered.Add(
                new EnteredReading(id, reading.Characteristic, reading.Ordinal, outcome.Status, outcome.Reasons[0].Says)
            );
        }

        if (block.File is { } file)
        {
            await Attaching.Insert(work, bench.Lot, file, cancellation);
        }

        await work.Journal(
            "readings.entered",
            block.LotId,
            new
            {
                Count = entered.Count,
                block.Source,
                block.FileHash,
                Corrections = corrections,
            },
            cancellation
        );
        return entered;
    }

    private static RecordedReading Row(
        Work work,
        Bench bench,
        ReadingBlock block,
        (Guid Id, NewReading Given, Observation Observation, TestOutcome Outcome) r
    ) =>
        new()
        {
            ZoneId = bench.Lot.ZoneId,
            Id = r.Id,
            LotId = bench.Lot.Id,
            Attempt = bench.Lot.Attempt,
            FirmId = bench.Lot.FirmId,
            Characteristic = r.Given.Characteristic,
            Ordinal = r.Given.Ordinal,
            Observation = JsonSerializer.Serialize(r.Observation, JudgingJson.Default.Observation),
            Status = JsonNamingPolicy.KebabCaseLower.ConvertName(r.Outcome.Status.ToString()),
            Corrects = r.Given.Corrects,
            Reason = r.Given.Reason,
            Source = block.Source,
            FileHash = block.FileHash,
            ByPartyId = work.Viewer.PartyId,
            EnteredBy = work.Viewer.UserId,
            EnteredAt = work.Now,
        };
}
