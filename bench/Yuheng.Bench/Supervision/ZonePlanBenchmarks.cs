using BenchmarkDotNet.Attributes;
using Yuheng.Core.Supervision;

namespace Yuheng.Bench.Supervision;

/// <summary>
/// Levels, risks, modes and chances of 1,350 firms with a year of history; and the draw over their lots.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ZonePlanBenchmarks
{
    private const int Firms = 1350;
    private const int EventsAYear = 40;
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly ZoneRules _rules = new(
        Schemes.Embedded,
        ProductEngine.Default,
        AlertRules.Default,
        [new Alert("2026-7", "III", "ball-valve", null, Today, Today.AddDays(30))]);

    private readonly DrawSeed _seed = DrawSeed.Of(new byte[32], "public", "bench");
    private FamilyFacts[] _families = [];
    private DeclaredLot[] _lots = [];
    private IReadOnlyDictionary<string, FamilyStanding> _standings = new Dictionary<string, FamilyStanding>();
    private readonly Dictionary<string, decimal> _quotas =
        Enumerable.Range(0, 6).ToDictionary(i => "lane-" + i, _ => 400m);

    /// <summary>Facts of a year.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string[] names = ["ball-valve", "tap"];
        _families =
        [
            .. from firm in Enumerable.Range(0, Firms)
               from family in names
               select Facts(firm, family),
        ];
        _lots = [.. Enumerable.Range(0, 20_000).Select(i =>
            new DeclaredLot("lot-" + i, _families[i % _families.Length].Key, "lane-" + (i % 6)))];
        _standings = Standings().ToDictionary(s => s.Key);
    }

    /// <summary>1,350 firms, two families each, 40 events a year: level, risk and mode with reasons.</summary>
    [Benchmark]
    public IReadOnlyList<FamilyStanding> Standings() => ZonePlan.Standings(_rules, _families, Today);

    /// <summary>Chances of 20,000 declared lots in six lanes with quotas.</summary>
    [Benchmark]
    public IReadOnlyList<PlannedChance> Chances() => ZonePlan.Chances(_lots, _standings, _quotas);

    /// <summary>Selection of 20,000 lots from the seed.</summary>
    [Benchmark]
    public int Selection()
    {
        var probability = SelectionProbability.Parse("7/20");
        return _lots.Count(l => Draw.Select(_seed, l.LotId, probability));
    }

    /// <summary>A sample of 2,000 units from 10^12.</summary>
    [Benchmark]
    public IReadOnlyList<long> Units() => Draw.Units(_seed, "lot-1", Draw.LargestLot, 2000);

    private static FamilyFacts Facts(int firm, string family)
    {
        var events = Enumerable.Range(0, EventsAYear).Select(i => new QualityEvent(
            "lot-" + i,
            (firm + (7 * i)) % 23 == 0 ? "spot-lot-failed" : "spot-lot-passed",
            Today.AddDays(-365 + (9 * i))));
        return new FamilyFacts(
            $"firm-{firm}/{family}",
            family,
            "8481.80",
            "US",
            new LevelHistory(1 + (firm % 4), Today.AddYears(-1)),
            [.. events],
            [new ProductHazard("leak", "B", [1 + (firm % 9)], [2, 1]), new ProductHazard("lead", "A", [0.1m], [1])]);
    }
}
