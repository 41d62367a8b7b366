using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
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

    private Bench(BenchUser user, Lot lot, LotPlan plan, Known known)
    {
        _viewer = user.Viewer;
        _now = user.Now;
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
    public static async Task<Bench> Of(BenchUser user, Guid lotId, CancellationToken cancellation)
    {
        var (db, viewer, _) = user;
        var lot = await LotRecords.Lot(db, lotId, cancellation);
        if (viewer.PartyKind != PartyKind.Enterprise)
        {
            if (lot.State is not ("testing" or "retest" or "cannot-judge"))
            {
                throw new Refused("refused.inspection.lot-not-in-testing-conflict", lot.State);
            }

            if (
                await db.Set<Visit>()
                    .AnyAsync(
                        v => v.LotId == lotId && (v.SamplerOne == viewer.UserId || v.SamplerTwo == viewer.UserId),
                        cancellation
                    )
            )
            {
                throw new Refused("refused.inspection.sampler-tests-forbidden");
            }
        }

        var gauges = await Registry.Registry.Gauges(db, viewer.PartyId, cancellation);
        var readings = await LotRecords.Readings(db, lot, cancellation);
        var standing = new Dictionary<(string, int), Guid>();
        foreach (var reading in LotRecords.Standing(readings).Where(r => r.ByPartyId == viewer.PartyId))
        {
            standing[(reading.Characteristic, reading.Ordinal)] = reading.Id;
        }

        return new Bench(
            user,
            lot,
            await LotRecords.Plan(db, lot, cancellation),
            new Known(gauges.ToDictionary(g => g.Number, StringComparer.Ordinal), standing)
        );
    }

    /// <summary>What must hold before a reading is taken.</summary>
    public void Check(NewReading reading)
    {
        CheckPlace(reading);
        CheckCorrection(reading);
    }

    /// <summary>A repeated test as the correction of what stands, where anything stands.</summary>
    public NewReading Resolve(NewReading reading) =>
        reading.Repeats && reading.Corrects is null
            ? reading with { Corrects = StandingAt(reading.Characteristic, reading.Ordinal) }
            : reading;

    /// <summary>The reading that stands of a unit, or null.</summary>
    public Guid? StandingAt(string characteristic, int ordinal) =>
        _standing.TryGetValue((characteristic, ordinal), out var id) ? id : null;

    /// <summary>Whether the reading is of something that is planned, with units that are known, and not of the
    /// future.</summary>
    public void CheckPlace(NewReading reading)
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

        foreach (var (value, field) in Values(reading))
        {
            Unit.Read(value.Unit, field);
        }
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
    public TestOutcome Judge(Observation observation) => Judge(_plan.Sheet, observation);

    /// <summary>The worst status over all requirements of a sheet that the characteristic answers.</summary>
    public static TestOutcome Judge(RequirementDocument sheet, Observation observation) =>
        sheet
            .Requirements.Where(r => r.Id == observation.Characteristic)
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

    private static IEnumerable<(Reading Value, string Field)> Values(NewReading reading)
    {
        (Reading?, string)[] given =
        [
            (reading.Pressure, "pressure"), (reading.Hold, "hold"), (reading.Observed, "observed"),
            (reading.Value, "value"),
        ];
        return given.Where(g => g.Item1 is not null).Select(g => (g.Item1!, g.Item2));
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

/// <summary>Who stands at a bench, what the person may see, and when.</summary>
internal sealed record BenchUser(Db Db, Viewer Viewer, DateTimeOffset Now);
