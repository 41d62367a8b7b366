using Shouldly;
using Yuheng.Core.Indicators;

namespace Yuheng.Core.Tests.Indicators;

public sealed class OverseasFiguresTests
{
    private static readonly IndicatorContext Context = new(
        new Period(new DateOnly(2015, 1, 1), new DateOnly(2015, 6, 30)), SamplingFrame.Complaint, [], "q");

    [Fact]
    public void The_first_half_of_2015_in_Yuhuan()
    {
        // 38 lots, USD 1.8071 M, against half of the 1.57 bn exported in 2012.
        const long each = 4_755_526;
        var cases = Enumerable.Range(0, 38)
            .Select(i => new OverseasRow(i, false, 1, i == 0 ? 180_710_000 - (37 * each) : each, true, i < 30))
            .ToArray();

        var figures = OverseasFigures.Of(cases, 78_500_000_000, Context).ToDictionary(f => f.Id + f.Variant);

        figures["K07"].Numerator.ShouldBe(38);
        figures["K07"].Value!.Value.ShouldBe(4.84, 0.005);
        figures["K07"].Interval!.Value.Lower.ShouldBe(26.891 / 7.85, 0.001);
        figures["K08"].Numerator.ShouldBe(1_807_100);
        figures["K08"].Value!.Value.ShouldBe(0.0023, 0.00001);
        figures["K06"].Value!.Value.ShouldBe(0);
        figures["K07confirmed"].Numerator.ShouldBe(30);
    }

    [Fact]
    public void A_case_notified_and_returned_counts_once_together()
    {
        OverseasRow[] cases =
        [
            new(1, true, 0, 0, true, true),
            new(1, true, 0, 0, true, true),
            new(1, false, 2, 500, true, true),
            new(2, true, 0, 0, true, false),
            new(3, false, 1, 100, true, false),
            new(4, true, 5, 900, false, false),
        ];

        var figures = OverseasFigures.Of(cases, 10_000_000_000, Context).ToDictionary(f => f.Id + f.Variant);

        figures["K06"].Numerator.ShouldBe(2);
        figures["K07"].Numerator.ShouldBe(3);
        figures["K09"].Numerator.ShouldBe(4, "two lots of case 1, case 2, one lot of case 3; case 4 is not ours");
    }

    [Fact]
    public void Without_exports_nothing_is_divided()
    {
        var figure = OverseasFigures.Of([new OverseasRow(1, true, 0, 0, true, true)], 0, Context)[0];

        figure.Value.ShouldBeNull();
        figure.Note!.Code.ShouldBe("indicators.no-exports");
        figure.Numerator.ShouldBe(1);
    }

    [Fact]
    public void Calibration_is_observed_over_expected_by_band()
    {
        var lots = Enumerable.Range(0, 100).Select(i => new PredictedLot("high", 0.2, i < 24))
            .Concat(Enumerable.Range(0, 100).Select(_ => new PredictedLot("normal", 0.01, false)));

        var bands = Calibration.Of(lots, Context);

        bands[0].ShouldSatisfyAllConditions(
            b => b.Variant.ShouldBe("high"),
            b => b.Value!.Value.ShouldBe(1.2, 1e-9),
            b => b.Interval!.Value.Lower.ShouldBeLessThan(1),
            b => b.N.ShouldBe(100));
        bands[1].Value.ShouldBe(0);
        bands[1].Interval!.Value.Upper.ShouldBe(3.688879, 1e-3);
    }

    [Fact]
    public void All_thirty_definitions_are_there_in_both_languages()
    {
        var items = IndicatorDefinitions.Default.Items;

        items.Select(i => i.Id).ShouldBe(Enumerable.Range(1, 30).Select(n => $"K{n:00}"));
        items.ShouldAllBe(i => i.Name.Zh.Length > 0 && i.Name.En.Length > 0 && i.Numerator.En.Length > 0);
        Should.Throw<Refused>(() => IndicatorDefinitions.Default.Of("K31")).Code.ShouldBe("unknown");
        MainPerformance.Default.Families.ShouldAllBe(f => f.Characteristics.Count <= LotTally.MostCharacteristics);
        MainPerformance.Default.Of("tap").Mask(["seat-high", "marking"]).ShouldBe(0b100UL);
    }
}
