using BenchmarkDotNet.Attributes;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Bench.Judging;

/// <summary>Pressure tests judged with reasons, a lot decided, and the packs loaded.</summary>
[MemoryDiagnoser]
public class JudgingBenchmarks
{
    private const int Tests = 1000;

    private readonly Observation[] _observations = new Observation[Tests];
    private Requirement _shell = null!;
    private LotFacts _lot = null!;

    /// <summary>A thousand shell tests, some invalid, some leaking; a lot of 80 pieces under three tests.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var question = new RequirementQuestion
        {
            Family = "ball",
            Size = NominalSize.OfDn(15),
            Rating = PressureRating.Read("PN16"),
            Seat = "soft",
            Market = "DE",
            Day = new DateOnly(2026, 11, 20),
            Agreement = [new NamedStandard("GB/T 13927", "2022")],
        };
        var requirements = Requirements.Ask(PackSet.Embedded, question).Requirements;
        _shell = requirements.Single(r => r.Id == "shell");
        for (var i = 0; i < Tests; i++)
        {
            _observations[i] = Observed("shell", $"{i}", i);
        }

        _lot = Lot(requirements);
    }

    /// <summary>One shell test: instrument, conditions, comparison, reasons.</summary>
    [Benchmark(OperationsPerInvoke = Tests)]
    public int JudgePressureTests()
    {
        var passed = 0;
        foreach (var observation in _observations)
        {
            passed += TestJudge.Judge(_shell, observation).Status == TestStatus.Pass ? 1 : 0;
        }

        return passed;
    }

    /// <summary>A lot of 80 pieces, 240 observations.</summary>
    [Benchmark]
    public LotVerdict DecideLot() => LotDecision.Decide(_lot);

    /// <summary>All packs read, checked and hashed.</summary>
    [Benchmark]
    public PackSet LoadPacks() => PackLoader.LoadEmbedded([]);

    private static LotFacts Lot(IReadOnlyList<Requirement> requirements)
    {
        const int pieces = 80;
        var specimens = Enumerable.Range(1, pieces).Select(i => $"{i}").ToList();
        var ids = requirements.Select(r => r.Id).ToList();
        return new LotFacts
        {
            Lot = "00123",
            Purpose = InspectionPurpose.LotSample,
            Product = new JudgedProduct("ball", 15, "PN16", "soft", null),
            Day = new DateOnly(2026, 11, 21),
            Requirements = requirements,
            Plan = [new PlanLine { Group = "performance", Characteristics = ids, Specimens = specimens, Ac = 2,
                Re = 3 }],
            Observations = [.. specimens.SelectMany(s => ids.Select(id => Observed(id, s, 1)))],
        };
    }

    private static Observation Observed(string id, string specimen, int i) => new()
    {
        Id = id + specimen,
        Characteristic = id,
        Specimen = specimen,
        Medium = id == "seat-gas-low" ? "gas" : "liquid",
        Pressure = id == "shell" ? new Reading(i % 10 == 0 ? 2.10m : 2.41m, "MPa") : new Reading(0.65m, "MPa"),
        Hold = new Reading(i % 11 == 0 ? 9m : 16m, "s"),
        Value = new Reading(i % 12 == 0 ? 16m : 0m, "drops"),
        Gauge = "YB-0137",
        GaugeDue = new DateOnly(2027, 5, 31),
        Day = new DateOnly(2026, 11, 20),
        Time = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        Person = "p",
    };
}
