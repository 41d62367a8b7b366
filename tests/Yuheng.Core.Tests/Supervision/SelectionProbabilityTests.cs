using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class SelectionProbabilityTests
{
    [Theory]
    [InlineData("7/20", "7/20")]
    [InlineData("0.35", "7/20")]
    [InlineData("35/100", "7/20")]
    [InlineData("1", "1")]
    [InlineData("0", "0")]
    [InlineData("1.000", "1")]
    [InlineData("0.000000000001", "1/1000000000000")]
    public void Equal_values_are_one_probability(string text, string expected) =>
        SelectionProbability.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("1.01")]
    [InlineData("-0.1")]
    [InlineData("3/2")]
    [InlineData("1/0")]
    [InlineData("0.0000000000001")]
    [InlineData("1/")]
    [InlineData("")]
    [InlineData("1e-3")]
    [InlineData("99999999999999999999999999999")]
    public void What_is_no_probability_is_refused(string text) =>
        Should.Throw<Refused>(() => SelectionProbability.Parse(text)).Code.ShouldBe("probability");

    [Fact]
    public void The_default_value_is_zero_and_not_a_fault() => default(SelectionProbability).ToString().ShouldBe("0");
}
