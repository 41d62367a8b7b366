namespace Yuheng.Core.Indicators;

/// <summary>
/// K29: failures observed against failures that the risk model expected, a band at a time; 1 is right.
/// </summary>
public static class Calibration
{
    /// <summary>One figure a band, in the order of the bands' names.</summary>
    public static IReadOnlyList<Indicator> Of(IEnumerable<PredictedLot> lots, IndicatorContext context) =>
    [
        .. lots
            .GroupBy(l => l.Band, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Band(g.Key, [.. g], context)),
    ];

    private static Indicator Band(string band, PredictedLot[] lots, IndicatorContext context)
    {
        var observed = lots.LongCount(l => l.HasFailed);
        var expected = lots.Sum(l => l.Expected);
        var limits = Interval.Poisson(observed);
        var figure = new Indicator(
            "K29", band, observed, expected, lots.Length, null, null, null, context, Phrase.Of("indicators.none"));
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
