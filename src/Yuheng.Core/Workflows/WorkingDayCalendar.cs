using System.Globalization;
using System.Text.Json;

namespace Yuheng.Core.Workflows;

/// <summary>
/// Which days are worked: weekends are free, holidays are free, make-up days are worked. Holidays are announced year by
/// year; a year without an announcement knows its weekends only, and what is counted through it is provisional.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>Ten years: longer terms in days are a mistake; the law gives them in years.</summary>
    private const int LongestTermDays = 3660;

    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _work = [];
    private readonly HashSet<int> _years = [];

    private WorkingDayCalendar(CalendarData data)
    {
        foreach (var year in data.Years)
        {
            _years.Add(year.Year);
            _off.UnionWith(year.Off.SelectMany(range => Days(year.Year, range)));
            _work.UnionWith(year.Work.Select(day => Day(year.Year, day)));
        }
    }

    /// <summary>China's calendar as embedded.</summary>
    public static WorkingDayCalendar China { get; } = Embedded();

    /// <summary>Years whose holidays are known.</summary>
    public IReadOnlyCollection<int> Years => _years;

    /// <summary>A calendar from a pack.</summary>
    /// <exception cref="JsonException">The text is not a calendar.</exception>
    /// <exception cref="FormatException">A day is not written as MM-dd.</exception>
    public static WorkingDayCalendar Load(ReadOnlySpan<byte> json) =>
        new(JsonSerializer.Deserialize(json, WorkflowJson.Default.CalendarData) ?? throw new JsonException());

    /// <summary>Whether the holidays of the day's year have been announced.</summary>
    public bool Knows(DateOnly day) => _years.Contains(day.Year);

    /// <summary>Whether the day is worked, as far as is known.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        _work.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    /// <summary>
    /// The last day of a term. The day on which it starts does not count. Working days are counted on this calendar; a
    /// term in days, months or years that would end on a free day ends on the next working day.
    /// </summary>
    /// <exception cref="Refused">The term is negative or too long.</exception>
    public Deadline DeadlineOf(DateOnly start, Term term)
    {
        if (term.Count is < 0 or > LongestTermDays)
        {
            throw new Refused("refused.workflows.term", term.Count.ToString(CultureInfo.InvariantCulture));
        }

        return term.Unit switch
        {
            TermUnit.WorkingDays => CountWorkingDays(start, term.Count),
            TermUnit.Days => NextWorkingDay(start, start.AddDays(term.Count)),
            TermUnit.Months => NextWorkingDay(start, start.AddMonths(term.Count)),
            _ => NextWorkingDay(start, start.AddYears(term.Count)),
        };
    }

    /// <summary>Working days from one day (not counted) to another (counted); negative when it has passed.</summary>
    public int WorkingDaysUntil(DateOnly from, DateOnly to)
    {
        var (early, late) = from <= to ? (from, to) : (to, from);
        var count = 0;
        for (var day = early.AddDays(1); day <= late; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return from <= to ? count : -count;
    }

    private Deadline CountWorkingDays(DateOnly start, int count)
    {
        var day = start;
        var provisional = !Knows(start);
        while (count > 0)
        {
            day = day.AddDays(1);
            provisional |= !Knows(day);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return new Deadline(day, provisional);
    }

    private Deadline NextWorkingDay(DateOnly start, DateOnly end)
    {
        // Only the end matters here: free days in between do not lengthen the term.
        var provisional = !Knows(end);
        while (end > start && !IsWorkingDay(end))
        {
            end = end.AddDays(1);
            provisional |= !Knows(end);
        }

        return new Deadline(end, provisional);
    }

    private static IEnumerable<DateOnly> Days(int year, string range)
    {
        var ends = range.Split('/');
        var last = Day(year, ends[^1]);
        for (var day = Day(year, ends[0]); day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly Day(int year, string monthAndDay) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{monthAndDay}"),
        "yyyy-MM-dd",
        CultureInfo.InvariantCulture);

    private static WorkingDayCalendar Embedded()
    {
        using var stream = WorkflowPacks.Open("calendar/cn.json");
        return new WorkingDayCalendar(
            JsonSerializer.Deserialize(stream, WorkflowJson.Default.CalendarData) ?? throw new JsonException());
    }
}

/// <summary>In what a term is counted.</summary>
public enum TermUnit
{
    /// <summary>Working days, holidays and make-up days taken into account.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,
}

/// <summary>A length of time as a rule gives it.</summary>
public sealed record Term(int Count, TermUnit Unit);

/// <summary>A last day, in the zone's calendar.</summary>
/// <param name="Due">The last day on which the matter may be done.</param>
/// <param name="IsProvisional">
/// A year was touched whose holidays are not announced: the day may move and must never be shown as certain.
/// </param>
public sealed record Deadline(DateOnly Due, bool IsProvisional)
{
    /// <summary>The day as it is to be shown: a provisional one says so. Doors use this and nothing else.</summary>
    public Phrase Phrase => Phrase.Of(
        IsProvisional ? "workflows.deadline-provisional" : "workflows.deadline",
        Due.ToString("o", CultureInfo.InvariantCulture));
}

internal sealed record CalendarData(string Id, Bilingual Title, string Note, IReadOnlyList<CalendarYear> Years);

internal sealed record CalendarYear(
    int Year,
    string Source,
    string Confidence,
    IReadOnlyList<string> Off,
    IReadOnlyList<string> Work);
