using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

public sealed class PlainWordsTests
{
    private const string Iso = "ISO 2859-1:1999";

    [Fact]
    public void A_small_firm_reads_what_was_found_and_what_may_have_been_missed()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLetter(Iso, "1.5", "K"));

        Say(PlainWords.For(plan, [3])).ShouldBe(
            "Found 3 in 125, allowed 5: accepted. A lot with 7.3 % bad items would still pass one time in ten.");
        Say(PlainWords.For(plan, [6])).ShouldStartWith("Found 6 in 125; 6 or more means not accepted: not accepted.");
    }

    [Fact]
    public void A_double_plan_says_when_to_go_on()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLetter(Iso, "2.5", "K") with { Plan = PlanKind.Double });

        Say(PlainWords.For(plan, [4])).ShouldBe("Found 4 in 80, which does not decide yet: draw another 80.");
        Say(PlainWords.For(plan, [4, 2])).ShouldStartWith("Found 6 in 160, allowed 9: accepted.");
    }

    [Fact]
    public void A_gap_and_a_whole_lot_are_said()
    {
        var gap = SamplingPlans.Find(
            PlanRequest.ForLetter("MIL-STD-105E", "1.0", "J") with { Severity = Severity.Reduced });
        Say(PlainWords.For(gap, [2])).ShouldStartWith("Found 2 in 32, fewer than 3: accepted, but normal");

        var whole = SamplingPlans.Find(PlanRequest.ForLot(Iso, "0.065", 150, "II"));
        Say(PlainWords.For(whole, [0])).ShouldStartWith("Found 0 in 150, allowed 0: accepted. Every item");
        Say(PlainWords.Risks(whole)).ShouldBe("Every item is inspected, so there is no risk of sampling.");
    }

    [Fact]
    public void The_AQL_is_never_said_to_be_95_percent()
    {
        Say(PlainWords.Risks(SamplingPlans.Find(PlanRequest.ForLetter(Iso, "0.10", "K"))))
            .ShouldStartWith("Of lots exactly at the AQL (0.10 % bad items), 88.2 % pass.");
        Texts.OfCore.Keys.Where(key => key.StartsWith("sampling.", StringComparison.Ordinal))
            .ShouldAllBe(key => !Texts.OfCore.Say(Language.English, key, Ten).Contains("95 %"));
    }

    [Fact]
    public void Beyond_AQL_10_nonconformities_in_a_hundred_items_are_meant()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLetter(Iso, "40", "D"));

        PlainWords.ModelOf(plan).ShouldBe(RiskModel.Poisson);
        Say(PlainWords.Risks(plan)).ShouldContain("nonconformities in a hundred items");
        Say([PlainWords.OfIsolatedLot(plan)]).ShouldContain("stands alone");
    }

    [Theory]
    [InlineData(7.29, 2, "7.3")]
    [InlineData(0.1834, 2, "0.18")]
    [InlineData(12.4, 2, "12")]
    [InlineData(123.4, 2, "123")]
    [InlineData(0, 2, "0")]
    public void Numbers_in_words_have_the_digits_that_count(double value, int digits, string text) =>
        PlainWords.Digits(value, digits).ShouldBe(text);

    private static string[] Ten => [.. Enumerable.Repeat("1", 10)];

    private static string Say(IReadOnlyList<Phrase> phrases) =>
        string.Join(' ', phrases.Select(phrase => Texts.OfCore.Say(Language.English, phrase)));
}
