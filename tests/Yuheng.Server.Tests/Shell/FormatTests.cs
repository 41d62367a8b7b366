using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class FormatTests
{
    [Fact]
    public void A_number_keeps_the_digits_that_were_written() => In("en").Number(2.50m).ShouldBe("2.50");

    [Fact]
    public void A_rate_never_stands_without_n_and_interval()
    {
        In("en").Rate(0.914, 162, 0.86, 0.95).ShouldBe("91.4 % (n 162, 86.0\u201395.0 %)");
        In("en").Rate(double.NaN, 0, 0, 1).ShouldBe("\u2013 (n 0)");
    }

    [Theory]
    [InlineData("en", "1 May 2026")]
    [InlineData("zh", "2026\u5e745\u67081\u65e5")]
    public void A_day_is_the_zones_day(string language, string written) =>
        In(language).Date(new DateTimeOffset(2026, 4, 30, 16, 0, 0, TimeSpan.Zero)).ShouldBe(written);

    [Theory]
    [InlineData(4, "4 December 2026 (3 days left)")]
    [InlineData(1, "1 December 2026 (today)")]
    public void A_deadline_says_what_is_left(int day, string written) =>
        In("en").Deadline(new DateOnly(2026, 12, day)).ShouldBe(written);

    [Fact]
    public void A_deadline_that_has_passed_says_so() =>
        In("en").Deadline(new DateOnly(2026, 11, 29)).ShouldBe("29 November 2026 (2 days over)");

    [Theory]
    [InlineData("58000", "USD 58,000")]
    [InlineData("58000.50", "USD 58,000.50")]
    [InlineData("0.075", "USD 0.075")]
    public void Money_carries_its_currency(string amount, string written) =>
        In("en").Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD")
            .ShouldBe(written);

    private static Format In(string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "lang=" + language;
        var accessor = new HttpContextAccessor { HttpContext = http };
        var words = new T(new Texts(typeof(Texts).Assembly, typeof(T).Assembly), accessor);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 16, 30, 0, TimeSpan.Zero));
        return new Format(words, clock, accessor);
    }
}
