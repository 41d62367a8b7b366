namespace Yuheng.Core.Indicators;

/// <summary>The overseas figures K06 to K09: counts against the value of exports.</summary>
public static class OverseasFigures
{
    /// <summary>The four figures, with a twin over confirmed faults of makers.</summary>
    /// <param name="cases">Notifications and returns received in the period.</param>
    /// <param name="exportCents">Value exported in the period, in US cents.</param>
    /// <param name="context">Period, frame, packs.</param>
    public static IReadOnlyList<Indicator> Of(
        IReadOnlyCollection<OverseasRow> cases,
        long exportCents,
        IndicatorContext context) =>
    [
        .. Figures(cases, exportCents, context, ""),
        .. Figures([.. cases.Where(c => c.IsConfirmedFault)], exportCents, context, "confirmed"),
    ];

    private static Indicator[] Figures(
        IReadOnlyCollection<OverseasRow> all,
        long exportCents,
        IndicatorContext context,
        string variant)
    {
        var cases = all.Where(c => c.IsAttributed).ToArray();
        var notified = cases.Where(c => c.IsNotification).Select(c => c.CaseId).Distinct().LongCount();
        var returned = cases.Sum(c => (long)c.ReturnedLots);
        var value = new Fraction(cases.Sum(c => c.ReturnedCents) / 100.0, exportCents / 100.0);
        return
        [
            Indicator.PerExports(new IndicatorKey("K06", variant), notified, exportCents, context),
            Indicator.PerExports(new IndicatorKey("K07", variant), returned, exportCents, context),
            Indicator.ValueShare(new IndicatorKey("K08", variant), value, returned, context),
            Indicator.PerExports(new IndicatorKey("K09", variant), Together(cases), exportCents, context),
        ];
    }

    /// <summary>A case that was notified and returned counts once for each returned lot, not once more.</summary>
    private static long Together(IEnumerable<OverseasRow> cases) => cases
        .GroupBy(c => c.CaseId)
        .Sum(g => Math.Max(g.Any(c => c.IsNotification) ? 1L : 0L, g.Sum(c => (long)c.ReturnedLots)));
}

/// <summary>A notification or a return.</summary>
/// <param name="CaseId">The case; a notification and the return that follows it share one.</param>
/// <param name="IsNotification">Notified by a foreign authority.</param>
/// <param name="ReturnedLots">Lots returned.</param>
/// <param name="ReturnedCents">Their value in US cents.</param>
/// <param name="IsAttributed">Attributed to a firm of the zone.</param>
/// <param name="IsConfirmedFault">The enquiry found the maker's fault.</param>
public sealed record OverseasRow(
    int CaseId,
    bool IsNotification,
    int ReturnedLots,
    long ReturnedCents,
    bool IsAttributed,
    bool IsConfirmedFault);
