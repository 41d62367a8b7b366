namespace Yuheng.Core.Indicators;

/// <summary>
/// K29: failures observed against failures that the risk model expected, a band at a time; 1 is right.
/// </summary>
public static class Calibration
{
    /// <summary>One figure a band, in the order of the bands' names.</summary>
    public static IReadOnlyList<Indicator> Of(IEnumerable<PredictedLot> lots, IndicatorContext context) =>
        [
            .. Of(
                lots.GroupBy(l => l.Band, StringComparer.Ordinal)
                    .Select(g => new BandCount(
                        g.Key,
                        g.Sum(l => l.Expected),
                        g.LongCount(l => l.HasFailed),
                        g.LongCount()
                    )),
                context
            ),
        ];

    /// <summary>The same from counts that were kept, one a band.</summary>
    public static IReadOnlyList<Indicator> Of(IEnumerable<BandCount> bands, IndicatorContext context) =>
        [.. bands.OrderBy(b => b.Band, StringComparer.Ordinal).Select(b => Band(b, context))];

    private static Indicator Band(BandCount count, IndicatorContext context)
    {
        var (band, expected, observed, lots) = count;
        var limits = Interval.Poisson(observed);
        var figure = new Indicator(
            "K29",
            band,
            observed,
            expected,
            lots,
            null,
            null,
            null,
            context,
            Phrase.Of("indicators.none")
        );
        return expected <= 0
            ? figure
            : figure with
            {
                Value = observed / expected,
                Interval = new Interval(limits.Lower / expected, limits.Upper / expected),
                Note = null,
            };
    }
}

/// <summary>An inspected lot with the chance of failure that the model gave it beforehand.</summary>
public sealed record PredictedLot(string Band, double Expected, bool HasFailed);

/// <summary>Counts of one risk band: failures expected and observed over its inspected lots.</summary>
public sealed record BandCount(string Band, double Expected, long Failed, long Lots);
