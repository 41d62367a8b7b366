using CsCheck;
using Shouldly;
using Yuheng.Core.Indicators;

namespace Yuheng.Core.Tests.Indicators;

public sealed class LotFiguresTests
{
    private static readonly Period Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly IndicatorContext Context =
        new(Year, SamplingFrame.Release, ["zone-voluntary 2013-08-15"], "q1");
    private static readonly IReadOnlyList<string> Listed = MainPerformance.Default.Of("valve").Ids;
    private const RowFlags First = RowFlags.Declared | RowFlags.FirstSubmission;

    [Fact]
    public void Every_figure_carries_numerator_denominator_number_and_interval()
    {
        var rows = new[]
        {
            Row(RowVerdict.Accept, 0.05) with { Tests = 7, MainTested = 0b11, ValueCents = 300_00 },
            Row(RowVerdict.NotAccept, 1) with
            {
                Tests = 7, FailedTests = 2, MainTested = 0b111, MainFailed = 0b10, ValueCents = 100_00,
            },
            Row(RowVerdict.NotAccept, 0.5) with
            {
                Tests = 3, FailedTests = 1, Flags = First | RowFlags.AcceptedInTheEnd,
            },
            Row(RowVerdict.CannotJudge, 0.5),
            Row(RowVerdict.None, 0.05) with { Flags = First | RowFlags.Releasable },
        };

        var figures = Figures(rows).ToDictionary(f => f.Id + f.Variant);

        Shown(figures["K01"]).ShouldBe((1, 3, 3));
        Shown(figures["K01final"]).ShouldBe((2, 3, 3));
        Shown(figures["K02"]).ShouldBe((20, 23, 3));
        Shown(figures["K03lot"]).ShouldBe((1, 2, 2));
        Shown(figures["K03item"]).ShouldBe((1, 5, 5));
        Shown(figures["K03value"]).ShouldBe((100, 400, 2));
        Shown(figures["K04"]).ShouldBe((3, 17, 17));
        Shown(figures["K05"]).ShouldBe((1, 5, 5));
        figures["K01"].Value!.Value.ShouldBe(1 / 3.0, 1e-12);
        figures["K01"].Weighted!.Value.ShouldBe(20 / 23.0, 1e-12);
        figures["K02"].Value!.Value.ShouldBe(20 / 23.0, 1e-12);
        figures["K03lot"].Weighted!.Value.ShouldBe(1 / 21.0, 1e-12);
        figures.Values.Where(f => f.Variant != "value").ShouldAllBe(f => f.Interval != null);
        figures.Values.ShouldAllBe(f => f.Context == Context);
    }

    [Fact]
    public void Main_performance_by_characteristic_says_how_much_of_the_list_was_tested()
    {
        var rows = new[]
        {
            Row(RowVerdict.Accept, 1) with { MainTested = 0b0000011 },
            Row(RowVerdict.NotAccept, 1) with { MainTested = 0b0000111, MainFailed = 0b0000010 },
        };
        var tally = LotTally.Of(rows, SamplingFrame.Release, Year);

        var wall = LotFigures.ByCharacteristic(tally, Listed, Context)[1];
        wall.Variant.ShouldBe("wall");
        Shown(wall).ShouldBe((1, 2, 2));
        LotFigures.ByCharacteristic(tally, Listed, Context)[6].Value.ShouldBeNull();
        LotFigures.CoverageOf(tally, Listed).ShouldBe(new Coverage(7, 3, 5 / 14.0));
    }

    [Fact]
    public void A_private_test_counts_in_nothing()
    {
        var secret = Row(RowVerdict.NotAccept, 1) with
        {
            Flags = RowFlags.FirstSubmission, Tests = 5, FailedTests = 5, MainTested = 1, MainFailed = 1,
        };

        Figures([secret]).ShouldAllBe(f => f.N == 0 && f.Value == null);
        LotIndicators.Ids.ShouldAllBe(id => LotIndicators.RoleOf(id, secret) == RowRole.None);
    }

    [Fact]
    public void Rework_does_not_make_a_failure_disappear()
    {
        var again = Row(RowVerdict.Accept, 1) with { Flags = RowFlags.Declared };

        Figures([Row(RowVerdict.NotAccept, 1), again]).Single(f => f is { Id: "K01", Variant: "" }).Value.ShouldBe(0);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void A_firms_rate_under_twenty_lots_is_hidden_and_its_counts_are_not(int lots, bool hidden)
    {
        var rows = Enumerable.Repeat(Row(RowVerdict.Accept, 0.5), lots).ToArray();
        var tally = LotTally.Of(rows, SamplingFrame.Release, Year);

        var figure = LotFigures.Of(tally, Listed, Context with { IsOfOneFirm = true }).Single(f => f.Id == "K02");
        var naive = LotFigures.Of(tally, Listed, Context with { IsOfOneFirm = true })[0];

        naive.IsHidden.ShouldBe(hidden);
        naive.N.ShouldBe(lots);
        (naive.Value is null && naive.Interval is null && naive.Weighted is null).ShouldBe(hidden);
        (figure.Value is null).ShouldBe(hidden);
        LotFigures.Of(tally, Listed, Context)[0].IsHidden.ShouldBeFalse();
    }

    [Fact]
    public void Without_known_chances_there_is_no_corrected_figure()
    {
        var rows = new[] { Row(RowVerdict.Accept, 0.5), Row(RowVerdict.Accept, 0) };

        var corrected = Figures(rows).Single(f => f.Id == "K02");

        corrected.Value.ShouldBeNull();
        corrected.Note!.Code.ShouldBe("indicators.no-probability");
        Figures(rows)[0].Weighted.ShouldBeNull();
    }

    [Fact]
    public void Frames_are_never_put_together()
    {
        // Zhejiang 2018: makers' stock 1 of 78, bought on the market 40 % bad.
        var rows = Enumerable.Range(0, 78).Select(i => Row(i == 0 ? RowVerdict.NotAccept : RowVerdict.Accept, 0) with
        {
            Frame = SamplingFrame.MakerStock,
        }).Concat(Enumerable.Range(0, 10).Select(i => Row(i < 4 ? RowVerdict.NotAccept : RowVerdict.Accept, 0) with
        {
            Frame = SamplingFrame.MarketPurchase,
        })).ToArray();

        LotTally.Of(rows, SamplingFrame.Release, Year).Judged.ShouldBe(0);
        LotTally.Of(rows, SamplingFrame.MakerStock, Year).Judged.ShouldBe(78);
        LotTally.Of(rows, SamplingFrame.MarketPurchase, Year).Accepted.ShouldBe(6);
    }

    [Fact]
    public void The_rows_behind_a_figure_are_exactly_as_many() =>
        RowsGen.Array[0, 80].Sample(rows =>
        {
            var figures = Figures(rows).Where(f => f.Variant is "" or "lot").ToDictionary(f => f.Id);
            foreach (var id in LotIndicators.Ids)
            {
                var roles = rows.Select(r => LotIndicators.RoleOf(id, r)).Where(r => r != RowRole.None).ToArray();
                if (id != "K04")
                {
                    figures[id].N.ShouldBe(roles.Length, id);
                }

                if (id is not ("K02" or "K04"))
                {
                    figures[id].Numerator.ShouldBe(roles.Count(r => r == RowRole.Numerator), id);
                }
            }
        });

    [Fact]
    public void Merged_tallies_are_the_tally_of_all() =>
        Gen.Select(RowsGen.Array[0, 40], RowsGen.Array[0, 40]).Sample((a, b) =>
        {
            var merged = LotTally.Of(a, SamplingFrame.Release, Year);
            merged.Merge(LotTally.Of(b, SamplingFrame.Release, Year));

            var one = LotFigures.Of(merged, Listed, Context);
            var all = LotFigures.Of(LotTally.Of([.. a, .. b], SamplingFrame.Release, Year), Listed, Context);
            one.Select(f => f.N).ShouldBe(all.Select(f => f.N));
            one.Zip(all).ShouldAllBe(p => Math.Abs(p.First.Numerator - p.Second.Numerator) < 1e-6);
        });

    [Fact]
    public void Days_outside_the_period_do_not_count()
    {
        var row = Row(RowVerdict.Accept, 1);
        LotRow[] rows = [row, row with { Day = Year.Until.DayNumber + 1 }, row with { Day = Year.From.DayNumber - 1 }];

        LotTally.Of(rows, SamplingFrame.Release, Year).Judged.ShouldBe(1);
    }

    private static Gen<LotRow> RowsGen => Gen.Select(
        Gen.Enum<RowVerdict>(), Gen.Int[0, 127], Gen.Int[0, 127], Gen.Int[0, 15], Gen.Int[1, 20],
        (verdict, tested, failed, flags, chance) => Row(verdict, chance / 20.0) with
        {
            MainTested = (ulong)tested, MainFailed = (ulong)failed, Tests = 3, Flags = (RowFlags)flags,
        });

    private static (double Numerator, double Denominator, long N) Shown(Indicator f) =>
        (f.Numerator, f.Denominator, f.N);

    private static IReadOnlyList<Indicator> Figures(LotRow[] rows) =>
        LotFigures.Of(LotTally.Of(rows, SamplingFrame.Release, Year), Listed, Context);

    private static LotRow Row(RowVerdict verdict, double probability) => new(
        0, Year.From.DayNumber + 30, SamplingFrame.Release, verdict, probability, 0, 0, 0, 0, 0, First);
}
