namespace Yuheng.Core.Indicators;

/// <summary>The figures of a tally: K01 to K05, and K03 in its three readings and by characteristic.</summary>
public static class LotFigures
{
    /// <summary>K01 to K05.</summary>
    public static IReadOnlyList<Indicator> Of(LotTally tally, IReadOnlyList<string> listed, IndicatorContext context) =>
        [.. Pass(tally, context), .. MainPerformance(tally, listed, context), .. Rest(tally, context)];

    /// <summary>
    /// K03 by listed characteristic, in the order of the list; a characteristic on which nothing was tested has no
    /// value, and that is shown.
    /// </summary>
    public static IReadOnlyList<Indicator> ByCharacteristic(
        LotTally tally,
        IReadOnlyList<string> listed,
        IndicatorContext context) =>
    [
        .. listed.Select((name, i) =>
            Indicator.Share(new IndicatorKey("K03", name), tally.FailedOn[i], tally.TestedOn[i], context)),
    ];

    /// <summary>How much of the list was tested at all.</summary>
    public static Coverage CoverageOf(LotTally tally, IReadOnlyList<string> listed)
    {
        var done = tally.TestedOn.Take(listed.Count).Sum();
        var possible = tally.MainLots * listed.Count;
        return new Coverage(
            listed.Count,
            tally.TestedOn.Take(listed.Count).Count(n => n > 0),
            possible == 0 ? null : (double)done / possible);
    }

    private static Indicator[] Pass(LotTally tally, IndicatorContext context)
    {
        var weighted = WeightedShare.Of(tally.Weighted);
        var naive = Indicator.Share(new IndicatorKey("K01"), tally.Accepted, tally.Judged, context);
        var final = Indicator.Share(new IndicatorKey("K01", "final"), tally.AcceptedInTheEnd, tally.Judged, context);
        return [WithTwin(naive, weighted), final, Corrected(naive, tally.Weighted, weighted)];
    }

    private static Indicator[] MainPerformance(LotTally tally, IReadOnlyList<string> listed, IndicatorContext context)
    {
        var tested = tally.TestedOn.Take(listed.Count).Sum();
        var failed = tally.FailedOn.Take(listed.Count).Sum();
        var byLot = Indicator.Share(new IndicatorKey("K03", "lot"), tally.MainFailedLots, tally.MainLots, context);
        var byValue = new Fraction(tally.MainFailedValue / 100.0, tally.MainValue / 100.0);
        return
        [
            WithTwin(byLot, WeightedShare.Of(tally.MainWeighted)),
            Indicator.Share(new IndicatorKey("K03", "item"), failed, tested, context),
            Indicator.ValueShare(new IndicatorKey("K03", "value"), byValue, tally.MainLots, context),
        ];
    }

    private static Indicator[] Rest(LotTally tally, IndicatorContext context) =>
    [
        Indicator.Share(new IndicatorKey("K04"), tally.FailedTests, tally.Tests, context),
        Indicator.Share(new IndicatorKey("K05"), tally.Released, tally.Submitted, context),
    ];

    /// <summary>K02: the weighted figure in its own right.</summary>
    private static Indicator Corrected(Indicator naive, WeightedSum sum, WeightedShare? weighted)
    {
        var figure = naive with { Id = "K02", Numerator = sum.Having, Denominator = sum.All, Weighted = null };
        if (naive.Value is null)
        {
            return figure;
        }

        return weighted is null
            ? figure with { Value = null, Interval = null, Note = Phrase.Of("indicators.no-probability") }
            : figure with { Value = weighted.Value, Interval = weighted.Interval };
    }

    private static Indicator WithTwin(Indicator figure, WeightedShare? weighted) =>
        figure.Value is null ? figure : figure with { Weighted = weighted };
}

/// <summary>How far a list of characteristics was tested.</summary>
/// <param name="Listed">Characteristics listed.</param>
/// <param name="EverTested">Those on which at least one lot was tested.</param>
/// <param name="Share">Tests made of all that the list would ask for over the tested lots; null without lots.</param>
public sealed record Coverage(int Listed, int EverTested, double? Share);
