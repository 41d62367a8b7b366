using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// One bench before one lot: what may be tested there, on which units, with which gauges, and what stands already. A
/// laboratory tests the drawn units of a sealed sample; a firm's own bench tests its own pieces, first party.
/// </summary>
internal sealed class Bench
{
    private readonly Viewer _viewer;
    private readonly DateTimeOffset _now;
    private readonly LotPlan _plan;
    private readonly IReadOnlyDictionary<string, Registry.Gauge> _gauges;
    private readonly Dictionary<string, int> _items;
    private readonly Dictionary<(string, int), Guid> _standing;

    private Bench(Work work, Lot lot, LotPlan plan, Known known)
    {
        _viewer = work.Viewer;
        _now = work.Now;
        Lot = lot;
        _plan = plan;
        _gauges = known.Gauges;
        _standing = known.Standing;
        _items = plan
            .Sheet.Requirements.GroupBy(r => r.Id)
            .ToDictionary(
                g => g.Key,
                g => g.Max(r => plan.Plan.Groups.FirstOrDefault(p => p.Group == r.Group)?.Items ?? 0),
                StringComparer.Ordinal
            );
    }

    public Lot Lot { get; }

    private bool IsFirstParty => _viewer.PartyKind == PartyKind.Enterprise;

    /// <summary>The bench of the one who enters.</summary>
    public static async Task<Bench> Of(Work work, Guid lotId, CancellationToken cancellation)
    {
        var lot = await LotRecords.Lot(work.Db, lotId, cancellation);
        var viewer = work.Viewer;
        if (viewer.PartyKind != PartyKind.Enterprise)
        {
            if (lot.State is not ("testing" or "retest" or "cannot-judge"))
            {
                throw new Refused("refused.inspection.lot-not-in-testing-conflict", lot.State);
            }

            if (
                await work
                    .Db.Set<Visit>()
                    .AnyAsync(
                        v => v.LotId == lotId && (v.SamplerOne == viewer.UserId || v.SamplerTwo == viewer.UserId),
                        cancellation
                    )
            )
            {
                throw new Refused("refused.inspection.sampler-tests-forbidden");
            }
        }

        var gauges = await Registry.Registry.Gauges(work.Db, viewer.PartyId, cancellation);
        var readings = await LotRecords.Readings(work.Db, lot, cancellation);
        var standing = new Dictionary<(string, int), Guid>();
        foreach (var reading in readings.Where(r => r.ByPartyId == viewer.PartyId))
        {
            standing[(reading.Characteristic, reading.Ordinal)] = reading.Id;
        }

        return new Bench(
            work,
            lot,
            await LotRecords.Plan(work.Db, lot, cancellation),
            new Known(gauges.ToDictionary(g => g.Number, StringComparer.Ordinal), standing)
        );
    }

    /// <summary>What must hold before a reading is taken.</summary>
    public void Check(NewReading reading)
    {
        if (!_items.TryGetValue(reading.Characteristic, out var items))
        {
            throw new Refused("refused.inspection.characteristic-not-planned", reading.Characteristic)
            {
                Field = "characteristic",
            };
        }

        var most = IsFirstParty ? Lot.Quantity : items;
        if (reading.Ordinal < 1 || reading.Ordinal > most)
        {
            throw new Refused(
                "refused.inspection.unit-not-drawn",
                reading.Ordinal.ToString(CultureInfo.InvariantCulture),
                most.ToString(CultureInfo.InvariantCulture)
            )
            {
                Field = "ordinal",
            };
        }

        if (reading.At > _now)
        {
            throw new Refused("refused.inspection.reading-in-future") { Field = "at" };
        }

        CheckCorrection(reading);
    }

    /// <summary>The reading as the engine sees it.</summary>
    public Observation Observe(Guid id, NewReading reading)
    {
        var at = (reading.At ?? _now).ToUniversalTime();
        return new Observation
        {
            Id = id.ToString(),
            Characteristic = reading.Characteristic,
            Specimen = reading.Ordinal.ToString(CultureInfo.InvariantCulture),
            Medium = reading.Medium,
            Pressure = reading.Pressure,
            Hold = reading.Hold,
            Observed = reading.Observed,
            Value = reading.Value,
            Finding = reading.Finding,
            Elements = reading.Elements,
            Uncertainty = reading.Uncertainty,
            Gauge = reading.Gauge,
            GaugeDue =
                reading.Gauge is { } number && _gauges.TryGetValue(number, out var gauge) ? gauge.CalibrationDue : null,
            Day = Registry.Zones.DayOf(at),
            Time = at,
            Person = reading.Person ?? _viewer.Name,
            Replaces = reading.Corrects?.ToString(),
        };
    }

    /// <summary>The worst status over all requirements that the characteristic answers.</summary>
    public TestOutcome Judge(Observation observation) =>
        _plan
            .Sheet.Requirements.Where(r => r.Id == observation.Characteristic)
            .Select(r => TestJudge.Judge(r, observation))
            .OrderBy(o => Severity(o.Status))
            .First();

    /// <summary>Remembers that a reading stands, so that a second one must be a correction.</summary>
    public void Took(Guid id, NewReading reading) => _standing[(reading.Characteristic, reading.Ordinal)] = id;

    private void CheckCorrection(NewReading reading)
    {
        var stands = _standing.TryGetValue((reading.Characteristic, reading.Ordinal), out var standing);
        var where = new[] { reading.Characteristic, reading.Ordinal.ToString(CultureInfo.InvariantCulture) };
        if (stands && reading.Corrects is null)
        {
            throw new Refused("refused.inspection.reading-stands-conflict", where) { Field = "corrects" };
        }

        if (reading.Corrects is { } corrected && (!stands || standing != corrected))
        {
            throw new Refused("refused.inspection.nothing-to-correct", where) { Field = "corrects" };
        }

        if (reading.Corrects is not null && string.IsNullOrWhiteSpace(reading.Reason))
        {
            throw new Refused("refused.inspection.correction-reason-missing", where) { Field = "reason" };
        }
    }

    private static int Severity(TestStatus status) =>
        status switch
        {
            TestStatus.Fail => 0,
            TestStatus.InvalidTest => 1,
            TestStatus.CannotJudge => 2,
            TestStatus.Pass => 3,
            _ => 4,
        };

    private sealed record Known(
        IReadOnlyDictionary<string, Registry.Gauge> Gauges,
        Dictionary<(string, int), Guid> Standing
    );
}
