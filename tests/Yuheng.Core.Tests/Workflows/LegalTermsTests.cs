using Shouldly;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Tests.Workflows;

public sealed class LegalTermsTests
{
    private static readonly LegalTerms Terms = LegalTerms.China;

    [Theory]
    [InlineData("retest.request", "2026-02-05", "2026-02-24")] // 15 days end in the Spring Festival
    [InlineData("retest.assign", "2026-02-13", "2026-02-27")]
    [InlineData("spot-check.correct", "2026-06-01", "2026-07-31")]
    [InlineData("penalty.public-minor", "2026-06-30", "2026-09-30")]
    [InlineData("level.objection", "2026-11-23", "2026-11-30")]
    public void Terms_are_counted_on_the_calendar(string id, string start, string due)
    {
        var deadline = Terms.DeadlineOf(id, Day(start), WorkingDayCalendar.China);

        deadline.ShouldBe(new Deadline(Day(due), false));
        Texts.OfCore.Say(Language.Chinese, deadline.Phrase).ShouldBe(due);
    }

    [Fact]
    public void A_provisional_deadline_says_so_in_both_languages()
    {
        var deadline = Terms.DeadlineOf("penalty.decide", Day("2026-12-01"), WorkingDayCalendar.China);

        deadline.IsProvisional.ShouldBeTrue();
        Texts.OfCore.Say(Language.Chinese, deadline.Phrase).ShouldContain("暂定");
        Texts.OfCore.Say(Language.English, deadline.Phrase).ShouldContain("provisional");
    }

    [Fact]
    public void The_complaint_clock_changed_on_2026_04_15()
    {
        Terms.On("complaint.accept", Day("2026-04-14")).Confidence.ShouldBe("V");
        Terms.On("complaint.accept", Day("2026-04-15")).Confidence.ShouldBe("M");
        Should.Throw<Refused>(() => Terms.On("complaint.mediate", Day("2026-04-15"))).Code.ShouldBe("no-such-term");
    }

    [Fact]
    public void Every_term_has_a_source_a_mark_and_both_languages()
    {
        Terms.Terms.Count.ShouldBe(41);
        Terms.Terms.ShouldAllBe(t => t.Count > 0 && t.Source.Length > 0 && "VSCMD".Contains(t.Confidence));
        Terms.Terms.ShouldAllBe(t => t.What.Zh.Length > 0 && t.What.En.Length > 0);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
