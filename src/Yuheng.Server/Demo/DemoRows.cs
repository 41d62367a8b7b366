using System.Text.Json;
using Yuheng.Core.Judging;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Demo;

/// <summary>Rows of an inspected lot of the demo's year: visit, readings, verdict.</summary>
internal sealed class DemoRows(DemoWorld world)
{
    public RecordedReading RowOf(Lot lot, Guid id, Observation observation, Requirement requirement) =>
        new()
        {
            ZoneId = lot.ZoneId,
            Id = id,
            LotId = lot.Id,
            Attempt = 1,
            FirmId = lot.FirmId,
            Characteristic = observation.Characteristic,
            Ordinal = int.Parse(observation.Specimen, System.Globalization.CultureInfo.InvariantCulture),
            Observation = JsonSerializer.Serialize(observation, JudgingJson.Default.Observation),
            Status = JsonNamingPolicy.KebabCaseLower.ConvertName(
                TestJudge.Judge(requirement, observation).Status.ToString()
            ),
            Source = "demo",
            ByPartyId = world.Parties.Laboratory.Id,
            EnteredBy = world.Bench.UserId,
            EnteredAt = observation.Time,
        };

    public Judgement JudgementOf(Lot lot, LotFacts facts, LotVerdict verdict, DateTimeOffset at)
    {
        var given = JudgingJson.Bytes(facts);
        var decided = JudgingJson.Bytes(verdict);
        return new Judgement
        {
            ZoneId = lot.ZoneId,
            Id = Guid.CreateVersion7(at),
            LotId = lot.Id,
            Attempt = 1,
            FirmId = lot.FirmId,
            Verdict = verdict.Conclusion.ToString().ToLowerInvariant(),
            Facts = given,
            Decision = decided,
            Hash = Inspection.Judging.HashOf(given, decided),
            EngineVersion = verdict.Engine,
            ReviewedBy = world.Reviewer.UserId,
            At = at,
        };
    }

    public Inspection.Visit VisitOf(Lot lot, DateTimeOffset at) =>
        new()
        {
            ZoneId = lot.ZoneId,
            Id = Guid.CreateVersion7(at),
            LotId = lot.Id,
            Attempt = 1,
            FirmId = lot.FirmId,
            PresentedQuantity = lot.Quantity,
            SamplerOne = world.Inspectors[0].UserId,
            SamplerTwo = world.Inspectors[1].UserId,
            Seals = $"F{lot.Seq:000000}",
            ReserveSamples = 2,
            Remarks = "",
            Witness = world.Tester,
            At = at,
        };
}
