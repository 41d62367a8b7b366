using Shouldly;
using Yuheng.Core.Indicators;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

/// <summary>
/// Simulations through the product's own draw and indicators. The seed is fixed, so they give the same numbers each
/// time; the limits are about two and a half standard errors of the estimate, not chosen after the fact.
/// </summary>
public sealed class SimulationTests
{
    private const int Lots = 400_000;
    private const int PiecesALot = 500;
    private static readonly Scheme Scheme = Schemes.Embedded.All.Single(s => s.Id == "zone-voluntary");
    private static readonly DrawSeed Seed = DrawSeed.Of(new byte[32], "public value", "simulation");
    private static readonly Period Day = new(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1));

    /// <summary>Three strata of lots: how many, how often truly bad; together 7.5 % bad.</summary>
    private static readonly (double Share, double Bad)[] Strata = [(0.5, 0.03), (0.35, 0.08), (0.15, 0.2133333)];

    /// <summary>Who is inspected how often, in three regimes of growing aim at the worst stratum.</summary>
    public static TheoryData<string, string, string, string> Regimes => new()
    {
        { "even", "0.30", "0.30", "0.30" },
        { "by level", "0.10", "0.35", "0.35" },
        { "by level and risk", "0.10", "0.35", "1" },
    };

    [Fact]
    public void The_naive_rate_drifts_with_who_is_picked_and_the_weighted_one_stays()
    {
        var naive = new List<double>();
        foreach (var regime in Regimes)
        {
            var (_, a, b, c) = regime.Data;
            var chances = new[] { a, b, c }.Select(SelectionProbability.Parse).ToArray();
            var rows = Simulated(chances).Where(r => r.Verdict != RowVerdict.None).ToArray();
            var context = new IndicatorContext(Day, SamplingFrame.Release, [], "simulation");

            var figures = LotFigures.Of(LotTally.Of(rows, SamplingFrame.Release, Day), [], context);

            var corrected = 1 - figures.Single(f => f.Id == "K02").Value!.Value;
            corrected.ShouldBe(0.075, 0.002);
            naive.Add(1 - figures[0].Value!.Value);
        }

        naive[0].ShouldBe(0.075, 0.002);
        naive[1].ShouldBeGreaterThan(0.090);
        naive[2].ShouldBeGreaterThan(0.120);
        (naive[2] - naive[0]).ShouldBeGreaterThan(0.04, "nothing became worse but who was picked");
    }

    [Fact]
    public void Fewer_bad_pieces_ship_than_under_even_sampling_with_the_same_inspector_days()
    {
        // Bad lots have 8 % bad pieces; a selected bad lot is found with 92 % chance and does not ship.
        SelectionProbability Of(int level, RiskGrade risk) =>
            SelectionProbability.Of(ModeDecision.Of(Scheme, new ModeInputs(level, risk), null).Mode.Probability);
        SelectionProbability[] aimed =
            [Of(1, RiskGrade.Normal), Of(2, RiskGrade.High), Of(3, RiskGrade.High)];
        var (caught, inspected) = Shipped(aimed);
        var even = new SelectionProbability(inspected, Lots);
        var (caughtEven, inspectedEven) = Shipped([even, even, even]);

        ((double)inspectedEven / inspected).ShouldBe(1, 0.01, "the same inspector days");

        const double badPiecesABadLot = PiecesALot * 0.08;
        var bad = Strata.Sum(s => s.Share * s.Bad) * Lots;
        var shipped = (bad - caught) * badPiecesABadLot;
        var shippedEven = (bad - caughtEven) * badPiecesABadLot;

        // docs/domain/supervision.md states this number.
        (1 - (shipped / shippedEven)).ShouldBe(0.342, 0.01);
    }

    private static (int Caught, int Inspected) Shipped(IReadOnlyList<SelectionProbability> chances)
    {
        var rows = Simulated(chances).Where(r => r.Verdict != RowVerdict.None).ToArray();
        var bad = rows.Count(r => r.Verdict == RowVerdict.NotAccept);
        return ((int)(bad * 0.92), rows.Length);
    }

    private static IEnumerable<LotRow> Simulated(IReadOnlyList<SelectionProbability> chances)
    {
        const RowFlags flags = RowFlags.Declared | RowFlags.FirstSubmission;
        for (var lot = 0; lot < Lots; lot++)
        {
            var place = (lot * 0.6180339887498949) % 1;
            var stratum = place < Strata[0].Share ? 0 : place < Strata[0].Share + Strata[1].Share ? 1 : 2;
            var bad = (lot * 0.7548776662466927) % 1 < Strata[stratum].Bad;
            var chance = chances[stratum];
            var verdict = !Draw.Select(Seed, "lot-" + lot, chance) ? RowVerdict.None
                : bad ? RowVerdict.NotAccept
                : RowVerdict.Accept;
            yield return new LotRow(
                stratum, Day.From.DayNumber, SamplingFrame.Release, verdict, chance.AsDouble, 0, 0, 0, 0, 0, flags);
        }
    }
}
