using Shouldly;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Statistics;

public sealed class RunRulesTests
{
    [Theory]
    [InlineData("N1", "0 3.1 -3.1 3 0", "2 3")]
    [InlineData("N2", "1 1 1 1 1 1 1 1 1 1 -1", "9 10")]
    [InlineData("N2", "1 1 1 1 0 1 1 1 1 1 1", "")]
    [InlineData("N2", "-1 -1 -1 -1 -1 -1 -1 -1 -1", "9")]
    [InlineData("N3", "0 .1 .2 .3 .4 .5 .6 .6", "6 7")]
    [InlineData("N3", ".6 .5 .4 .3 .2 .1", "6")]
    [InlineData("N4", "0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 0", "14 15")]
    [InlineData("N4", "0 1 0 1 0 1 0 1 0 1 0 1 1 0", "")]
    [InlineData("N5", "2.1 0 2.1 0 0 -2.1 2.1 -2.1", "3 8")]
    [InlineData("N5", "2.1 2.1 0", "2")]
    [InlineData("N6", "1.1 1.1 0 1.1 1.1 1.1 1.1 0", "5 6 7")]
    [InlineData("N7", ".5 .5 .5 -.5 .5 .5 .5 .5 .5 .5 .5 .5 .5 .5 .5 1 .5", "15")]
    [InlineData("N8", "1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.1 1", "8")]
    public void A_Nelson_pattern_names_the_points_at_which_it_is_complete(string rule, string z, string points) =>
        string.Join(' ', RunRules.Nelson(Values(z), 0, 1)[rule]).ShouldBe(points);

    [Theory]
    [InlineData("W1", "0 3.1", "2")]
    [InlineData("W2", "2.1 0 2.1", "3")]
    [InlineData("W3", "1.1 1.1 1.1 1.1", "4")]
    [InlineData("W4", "-1 -1 -1 -1 -1 -1 -1 -1", "8")]
    [InlineData("W4", "1 1 1 1 1 1 1 1", "8")]
    public void The_Western_Electric_rules_are_kept_apart(string rule, string z, string points) =>
        string.Join(' ', RunRules.WesternElectric(Values(z), 0, 1)[rule]).ShouldBe(points);

    [Fact]
    public void Values_are_taken_from_centre_and_sigma() =>
        RunRules.Nelson([10, 17], 10, 2)["N1"].ShouldBe([2]);

    [Fact]
    public void A_sigma_that_is_none_is_refused() =>
        Should.Throw<Refused>(() => RunRules.Nelson([1], 0, 0)).Code.ShouldBe("chart-setting");

    private static double[] Values(string text) =>
        [.. text.Split(' ').Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
}
