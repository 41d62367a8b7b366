using System.Globalization;

namespace Yuheng.Core.Indicators;

/// <summary>One figure with everything that a reader needs to judge it.</summary>
/// <param name="Id">K01 to K30.</param>
/// <param name="Variant">Which reading: <c>lot</c>, <c>item</c>, <c>value</c>, <c>final</c>, a characteristic; empty
/// for the plain one.</param>
/// <param name="Numerator">Numerator.</param>
/// <param name="Denominator">Denominator.</param>
/// <param name="N">Observations behind it.</param>
/// <param name="Value">The figure: a fraction, or a number per 100 million USD; null where it is hidden or not
/// defined.</param>
/// <param name="Interval">95 % interval in the same unit, or null.</param>
/// <param name="Weighted">The inverse-probability-weighted twin, or null where chances are not known.</param>
/// <param name="Context">Period, frame, packs and query.</param>
/// <param name="Note">Why it is hidden or not defined, or what to bear in mind; null if nothing.</param>
public sealed record Indicator(
    string Id,
    string Variant,
    double Numerator,
    double Denominator,
    long N,
    double? Value,
    Interval? Interval,
    WeightedShare? Weighted,
    IndicatorContext Context,
    Phrase? Note)
{
    /// <summary>A firm's rate over fewer lots says nothing and is not shown; the counts are.</summary>
    public const int LeastForFirm = 20;

    /// <summary>Whether the rate is withheld because of too few lots of one firm.</summary>
    public bool IsHidden => Note?.Code == "indicators.hidden";

    /// <summary>A share with Wilson's interval.</summary>
    public static Indicator Share(IndicatorKey key, long numerator, long denominator, IndicatorContext context) =>
        Rate(key, new Fraction(numerator, denominator), denominator, context);

    /// <summary>A share of values (money) whose interval is not known; n is the number of lots behind it.</summary>
    public static Indicator ValueShare(IndicatorKey key, Fraction part, long n, IndicatorContext context) =>
        Rate(key, part, n, context) with { Interval = null };

    /// <summary>A count per 100 million USD of exports, with the interval of a Poisson count.</summary>
    public static Indicator PerExports(IndicatorKey key, long count, long exportCents, IndicatorContext context)
    {
        const double hundredMillionCents = 1e10;
        if (exportCents <= 0)
        {
            return new Indicator(
                key.Id, key.Variant, count, 0, count, null, null, null, context, Phrase.Of("indicators.no-exports"));
        }

        var exports = exportCents / hundredMillionCents;
        var limits = Indicators.Interval.Poisson(count);
        var interval = new Interval(limits.Lower / exports, limits.Upper / exports);
        return new Indicator(
            key.Id, key.Variant, count, exports, count, count / exports, interval, null, context, null);
    }

    private static Indicator Rate(IndicatorKey key, Fraction part, long n, IndicatorContext context)
    {
        var (numerator, denominator) = part;
        var bare = new Indicator(
            key.Id, key.Variant, numerator, denominator, n, null, null, null, context, Phrase.Of("indicators.none"));
        if (denominator <= 0)
        {
            return bare;
        }

        if (context.IsOfOneFirm && n < LeastForFirm)
        {
            return bare with { Note = Phrase.Of("indicators.hidden", n.ToString(CultureInfo.InvariantCulture)) };
        }

        var share = numerator / denominator;
        return bare with { Value = share, Interval = Indicators.Interval.Wilson(share, n), Note = null };
    }
}

/// <summary>Which indicator and which reading of it.</summary>
public sealed record IndicatorKey(string Id, string Variant = "");

/// <summary>A fraction of two sums.</summary>
public sealed record Fraction(double Numerator, double Denominator);

/// <summary>A weighted share: the estimate over all lots, drawn or not.</summary>
/// <param name="Value">Σ(y/π) / Σ(1/π).</param>
/// <param name="Interval">Wilson's interval with the effective number.</param>
/// <param name="EffectiveN">(Σw)² / Σw²: as many unweighted lots would say as much.</param>
public sealed record WeightedShare(double Value, Interval Interval, double EffectiveN)
{
    /// <summary>The share of a weighted sum, or null where there is none.</summary>
    public static WeightedShare? Of(WeightedSum sum)
    {
        if (sum.Unknown > 0 || sum.All <= 0)
        {
            return null;
        }

        var value = sum.Having / sum.All;
        var effective = sum.All * sum.All / sum.Squares;
        return new WeightedShare(value, Interval.Wilson(value, effective), effective);
    }
}

/// <summary>What a figure was taken over; printed beside it.</summary>
/// <param name="Period">Period.</param>
/// <param name="Frame">Sampling frame.</param>
/// <param name="PackVersions">Packs and versions in force, sorted.</param>
/// <param name="Query">Fingerprint of the inclusion query.</param>
/// <param name="IsOfOneFirm">Whether it is one firm's figure; then small numbers are withheld.</param>
public sealed record IndicatorContext(
    Period Period,
    SamplingFrame Frame,
    IReadOnlyList<string> PackVersions,
    string Query,
    bool IsOfOneFirm = false);
