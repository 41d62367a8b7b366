using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Test pressures from a pack's rule and the product's cold working pressure.</summary>
public static class TestPressures
{
    /// <summary>
    /// The row of a test for a medium that needs no table of materials; null where the pack has none.
    /// </summary>
    public static PressureRow? Row(Pack pack, string test, string? medium) => pack.Pressures.FirstOrDefault(p =>
        p.Test == test && p.Material is null && (medium is null || p.Media.Count == 0 || p.Media.Contains(medium)));

    /// <summary>
    /// multiplier × cold working pressure, rounded up where the row says so; the fixed range where that is lower.
    /// </summary>
    public static PressureDemand Demand(PressureRow row, Reading coldWorkingPressure)
    {
        var range = row.Min is { } min
            ? new PressureDemand(new Reading(min, row.Unit!), row.Max is { } max ? new Reading(max, row.Unit!) : null,
                Phrase.Of("judging.pressure.range", NumberText.Show(min), NumberText.Show(row.Max ?? min), row.Unit!))
            : null;
        if (row.Multiplier is not { } multiplier)
        {
            return range!;
        }

        var scaled = Scaled(row, multiplier, coldWorkingPressure);
        var nominal = row.Nominal is { } value ? new Reading(value, row.Unit!) : null;
        return range is null || nominal is null || scaled.Min.CompareTo(nominal) < 0 ? scaled : range;
    }

    private static PressureDemand Scaled(PressureRow row, decimal multiplier, Reading coldWorkingPressure)
    {
        var pressure = multiplier * coldWorkingPressure.Value;
        if (row.RoundUpTo.TryGetValue(coldWorkingPressure.Unit, out var step))
        {
            pressure = decimal.Ceiling(pressure / step) * step;
        }

        var rule = row.RoundUpTo.Count > 0 ? "judging.pressure.multiple-rounded-up" : "judging.pressure.multiple";
        return new PressureDemand(
            new Reading(pressure, coldWorkingPressure.Unit),
            null,
            Phrase.Of(rule, NumberText.Show(multiplier), coldWorkingPressure.ToString()));
    }
}
