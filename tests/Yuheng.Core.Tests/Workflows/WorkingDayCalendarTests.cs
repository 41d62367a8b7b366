using Shouldly;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Tests.Workflows;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar China = WorkingDayCalendar.China;

    [Theory]
    [InlineData("2026-02-14", true)] // Saturday, made up for the Spring Festival
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)] // Monday, still off
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)] // Saturday, made up
    [InlineData("2026-03-01", false)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2015-09-03", false)]
    [InlineData("2013-02-17", true)]
    [InlineData("2026-11-24", true)]
    public void Holidays_are_free_and_make_up_days_are_worked(string day, bool worked) =>
        China.IsWorkingDay(Day(day)).ShouldBe(worked);

    [Theory]
    [InlineData("2026-02-13", 2, "2026-02-24")] // 14 February counts, nine days off do not
    [InlineData("2026-02-13", 7, "2026-03-02")] // through the made-up Saturday
    [InlineData("2026-02-12", 5, "2026-02-26")]
    [InlineData("2025-01-24", 3, "2025-02-05")]
    [InlineData("2013-02-08", 2, "2013-02-17")] // a made-up Saturday and Sunday
    [InlineData("2026-11-24", 0, "2026-11-24")]
    public void Working_days_are_counted_across_the_Spring_Festival(string start, int count, string due) =>
        China.DeadlineOf(Day(start), new Term(count, TermUnit.WorkingDays)).ShouldBe(new Deadline(Day(due), false));

    [Theory]
    [InlineData("2026-02-05", 15, TermUnit.Days, "2026-02-24")] // would end on 20 February
    [InlineData("2026-01-31", 1, TermUnit.Months, "2026-02-28")] // a worked Saturday
    [InlineData("2025-02-28", 1, TermUnit.Years, "2026-02-28")]
    [InlineData("2026-02-05", 8, TermUnit.Days, "2026-02-13")]
    public void A_term_that_ends_on_a_free_day_ends_on_the_next_working_day(
        string start, int count, TermUnit unit, string due) =>
        China.DeadlineOf(Day(start), new Term(count, unit)).ShouldBe(new Deadline(Day(due), false));

    [Theory]
    [InlineData("2026-12-30", 5, TermUnit.WorkingDays)]
    [InlineData("2027-03-01", 1, TermUnit.WorkingDays)]
    [InlineData("2026-12-01", 3, TermUnit.Months)]
    public void A_deadline_in_a_year_without_a_calendar_is_provisional(string start, int count, TermUnit unit) =>
        China.DeadlineOf(Day(start), new Term(count, unit)).IsProvisional.ShouldBeTrue();

    [Fact]
    public void A_year_that_is_not_announced_knows_its_weekends_only()
    {
        China.Knows(Day("2027-02-06")).ShouldBeFalse();
        China.DeadlineOf(Day("2027-02-04"), new Term(2, TermUnit.WorkingDays))
            .ShouldBe(new Deadline(Day("2027-02-08"), true));
    }

    [Fact]
    public void Every_make_up_day_is_a_weekend_day_and_no_holiday()
    {
        foreach (var year in China.Years)
        {
            var days = Enumerable.Range(0, 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));
            var weekend = days.Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            var worked = weekend.Where(China.IsWorkingDay);

            worked.Count().ShouldBeInRange(4, 12, $"{year}: months and days must have been read");
        }
    }

    [Fact]
    public void Counting_back_and_forth_agrees()
    {
        China.WorkingDaysUntil(Day("2026-02-13"), Day("2026-02-24")).ShouldBe(2);
        China.WorkingDaysUntil(Day("2026-02-24"), Day("2026-02-13")).ShouldBe(-2);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3661)]
    public void A_term_out_of_range_is_refused(int count) =>
        Should.Throw<Refused>(() => China.DeadlineOf(Day("2026-01-05"), new Term(count, TermUnit.Days)))
            .Code.ShouldBe("term");

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
