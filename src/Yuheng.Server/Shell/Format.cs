using System.Globalization;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>How numbers, dates, money and rates are written, in one place; pages have it as <c>F</c>.</summary>
public sealed class Format(T texts, TimeProvider clock, IHttpContextAccessor accessor)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private TimeZoneInfo Zone => (accessor.HttpContext?.ZoneFace() ?? ZoneFace.None).TimeZone;

    /// <summary>The zone's day of today.</summary>
    public DateOnly Today => Day(clock.GetUtcNow());

    /// <summary>How many: grouped by thousands.</summary>
    public string Count(long count) => count.ToString("#,##0", Plain);

    /// <summary>A number with the digits it was written with.</summary>
    public string Number(decimal number) => number.ToString(Plain);

    /// <summary>A computed number (a statistic) with so many decimals.</summary>
    public string Number(double number, int decimals) =>
        double.IsFinite(number)
            ? number.ToString("#,##0." + new string('0', decimals), Plain).TrimEnd('.')
            : texts["shell.none"];

    /// <summary>A value with its unit: <c>2.1 mm</c>.</summary>
    public string Measured(decimal value, string unit) => unit.Length == 0 ? Number(value) : $"{Number(value)} {unit}";

    /// <summary>
    /// An amount with its currency: <c>USD 58,000</c>; digits after the point as they were given, two at least.
    /// </summary>
    public string Money(decimal amount, string currency)
    {
        // A unit price of 0.075 is not 0.08: no digit is rounded away.
        var cents = amount == decimal.Truncate(amount) ? "" : "." + new string('0', Math.Max(2, (int)amount.Scale));
        return $"{currency} {amount.ToString("#,##0" + cents, Plain)}";
    }

    /// <summary>A fraction as per cent: 0.914 → <c>91.4 %</c>.</summary>
    public string Percent(double fraction, int decimals = 1) => Number(fraction * 100, decimals) + " %";

    /// <summary>A rate with its n and interval, never without: <c>91.4 % (n 162, 86.0–95.0 %)</c>. Fractions.</summary>
    public string Rate(double fraction, long n, double low, double high) => n == 0
        ? texts["shell.format.no-rate"]
        : texts["shell.format.rate", Number(fraction * 100, 1), Count(n), Number(low * 100, 1), Number(high * 100, 1)];

    /// <summary>A day in a sentence.</summary>
    public string Date(DateOnly day) => texts.Language == Language.Chinese
        ? texts["shell.format.date", day.Year.ToString(Plain), day.Month.ToString(Plain), day.Day.ToString(Plain)]
        : day.ToString("d MMMM yyyy", Plain);

    /// <summary>The zone's day of an instant, in a sentence.</summary>
    public string Date(DateTimeOffset instant) => Date(Day(instant));

    /// <summary>A day in a table: <c>2026-05-01</c>.</summary>
    public string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Plain);

    /// <summary>The zone's day of an instant, in a table.</summary>
    public string Iso(DateTimeOffset instant) => Iso(Day(instant));

    /// <summary>An instant to the minute on the zone's clock: <c>2026-05-01 14:05</c>.</summary>
    public string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd HH:mm", Plain);

    /// <summary>The zone's day of an instant.</summary>
    public DateOnly Day(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>A deadline with what is left: <c>4 December 2026 (3 days left)</c>.</summary>
    public string Deadline(DateOnly day)
    {
        var left = day.DayNumber - Today.DayNumber;
        var key = left > 0 ? "shell.format.days-left" : left == 0 ? "shell.format.today" : "shell.format.days-over";
        return texts[key, Date(day), Count(Math.Abs(left))];
    }

    /// <summary>The first characters of a hash, enough to compare by eye.</summary>
    public static string Short(string hash) => hash.Length <= 12 ? hash : hash[..12];
}
