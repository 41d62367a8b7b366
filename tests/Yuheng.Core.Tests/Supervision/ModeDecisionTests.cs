using CsCheck;
using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class ModeDecisionTests
{
    private static readonly Scheme Scheme = Schemes.Embedded.All.Single(s => s.Id == "zone-voluntary");
    private static readonly ModeInputs Open = new(2, RiskGrade.LessHigh);

    [Fact]
    public void Without_a_choice_the_stricter_mode_holds_and_says_so()
    {
        var decision = ModeDecision.Of(Scheme, Open, null);

        decision.Mode.Id.ShouldBe("lot-sampling");
        decision.Alternatives.ShouldHaveSingleItem().Id.ShouldBe("document-check");
        decision.Reasons.Select(r => r.Code).ShouldBe(["supervision.mode.cell", "supervision.mode.stricter"]);
    }

    [Fact]
    public void A_choice_is_recorded_with_reason_and_name()
    {
        var choice = new ModeChoice("document-check", "twelve lots in a row accepted", "reviewer-3");

        var decision = ModeDecision.Of(Scheme, Open, choice);

        decision.Mode.Id.ShouldBe("document-check");
        decision.Reasons[^1].ShouldBe(Phrase.Of(
            "supervision.mode.choice", "document-check", "reviewer-3", "twelve lots in a row accepted"));
    }

    [Theory]
    [InlineData("document-check", "", "reviewer-3", "choice-without-reason")]
    [InlineData("document-check", " ", "reviewer-3", "choice-without-reason")]
    [InlineData("document-check", "why", "", "choice-without-reason")]
    [InlineData("every-lot", "why", "reviewer-3", "no-choice")]
    public void A_choice_that_breaks_a_rule_is_refused(string mode, string reason, string by, string code) =>
        Should.Throw<Refused>(() => ModeDecision.Of(Scheme, Open, new ModeChoice(mode, reason, by)))
            .Code.ShouldBe(code);

    [Fact]
    public void Where_the_matrix_leaves_no_choice_none_is_taken() =>
        Should.Throw<Refused>(() => ModeDecision.Of(
                Scheme, new ModeInputs(1, RiskGrade.Normal), new ModeChoice("self-declaration", "why", "x")))
            .Code.ShouldBe("no-choice");

    [Fact]
    public void Bad_credit_closes_the_laxer_mode_only()
    {
        var doubtful = Open with { WorstCreditTier = 3 };

        Should.Throw<Refused>(() => ModeDecision.Of(Scheme, doubtful, new ModeChoice("document-check", "why", "x")))
            .Code.ShouldBe("laxer-with-bad-credit");
        ModeDecision.Of(Scheme, doubtful, new ModeChoice("lot-sampling", "why", "x")).Mode.Id.ShouldBe("lot-sampling");
    }

    [Theory]
    [InlineData(0, "every-lot")]
    [InlineData(2, "every-lot")]
    [InlineData(3, "self-declaration")]
    public void The_first_three_lots_of_something_new_are_inspected(int lots, string mode) =>
        ModeDecision.Of(Scheme, new ModeInputs(1, RiskGrade.Normal, LotsSinceNew: lots), null).Mode.Id.ShouldBe(mode);

    [Fact]
    public void A_lot_that_needs_its_own_inspection_is_inspected()
    {
        var lot = new ModeInputs(1, RiskGrade.Normal, NeedsOwnInspection: true);
        ModeDecision.Of(Scheme, lot, null).Mode.Id.ShouldBe("every-lot");
        ModeDecision.Of(Scheme, lot with { Class = 4 }, null).Mode.Id.ShouldBe("every-piece");
    }

    [Fact]
    public void A_worse_level_or_a_higher_risk_never_gives_a_laxer_mode() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Enum<RiskGrade>(), Gen.Enum<RiskGrade>()).Sample((a, b, r, s) =>
        {
            var better = ModeDecision.Of(Scheme, new ModeInputs(Math.Min(a, b), r < s ? r : s), null).Mode;
            var worse = ModeDecision.Of(Scheme, new ModeInputs(Math.Max(a, b), r < s ? s : r), null).Mode;
            return worse.Strictness >= better.Strictness && worse.Probability >= better.Probability;
        });
}
