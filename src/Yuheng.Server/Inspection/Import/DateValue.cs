using System.Globalization;
using System.Text.RegularExpressions;

namespace Yuheng.Server.Inspection.Import;

/// <summary>A day, year first. Day or month first is refused: 03/04 has two readings.</summary>
internal static partial class DateValue
{
    /// <summary>Serial numbers of days that are believed: 2009-07-06 to 2064-04-08.</summary>
    private const int FirstSerial = 40_000, LastSerial = 60_000;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>
    /// Understands <c>2026-10-20</c>, <c>2026/10/20</c>, <c>2026.10.20</c>, <c>20261020</c>, the Chinese marks, and the
    /// serial number that Excel shows when a day lost its format.
    /// </summary>
    /// <param name="given">The cell.</param>
    /// <param name="today">The zone's day: later days are refused.</param>
    public static Taken<DateOnly> Read(string given, DateOnly today)
    {
        var text = CellText.Clean(given);
        var marked = Words.All.DateMarks.Aggregate(text, (rest, mark) => rest.Replace(mark, "-")).TrimEnd('-', ' ');
        if (YearFirst().Match(marked) is { Success: true } match)
        {
            return OfParts(given, match, today);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is >= FirstSerial and <= LastSerial)
        {
            return Checked(SerialZero.AddDays(serial), given, today);
        }

        return YearLast().Match(marked) is { Success: true } last
            ? Taken.Bad<DateOnly>("date-order", Unambiguous(last), text)
            : Taken.Bad<DateOnly>("date-not-understood", null, text);
    }

    private static Taken<DateOnly> OfParts(string given, Match match, DateOnly today)
    {
        var (year, month, day) = (Part(match, 1), Part(match, 2), Part(match, 3));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Checked(new DateOnly(year, month, day), given, today)
            : Taken.Bad<DateOnly>("date-impossible", null, given.Trim());
    }

    private static Taken<DateOnly> Checked(DateOnly day, string given, DateOnly today)
    {
        var shown = Shown(day);
        return day > today ? Taken.Bad<DateOnly>("date-future", null, shown, Shown(today))
            : day.Year < ImportLimits.FirstYear ? Taken.Bad<DateOnly>(
                "date-too-old", null, shown, ImportLimits.FirstYear.ToString(CultureInfo.InvariantCulture))
            : Taken.Of(day, Taken.UnlessSame(given, shown));
    }

    private static string? Unambiguous(Match match)
    {
        var (first, second) = (Part(match, 1), Part(match, 2));
        var (month, day) = first > 12 ? (second, first) : (first, second);
        return month is >= 1 and <= 12 && day is > 12 and <= 31
            ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups[3].Value}-{month:00}-{day:00}")
            : null;
    }

    private static int Part(Match match, int group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(\d{4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,2})([ T]\d{1,2}:\d{2}(:\d{2})?)?$"
        + @"|^(?<1>\d{4})(?<2>\d{2})(?<3>\d{2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})$")]
    private static partial Regex YearLast();
}
