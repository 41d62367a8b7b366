using CsCheck;
using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class DecisionRulesTests
{
    // Values of the standard normal distribution to 12 and more digits, from published tables.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(-2, 0.022750131948179212)]
    [InlineData(-3, 0.0013498980316300946)]
    [InlineData(-4, 3.1671241833119924e-05)]
    [InlineData(-6, 9.865876450376981e-10)]
    [InlineData(-8, 6.22096057427178e-16)]
    [InlineData(2.5, 0.9937903346742238)]
    public void The_normal_distribution_is_accurate_far_into_its_tail(double z, double below) =>
        Math.Abs(Normal.Below(z) - below).ShouldBeLessThan(1e-12 * below);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.83, 0.0485)]
    [InlineData(1, 0.02275)]
    [InlineData(1.5, 0.00135)]
    public void The_risk_at_the_acceptance_limit_falls_with_the_guard_band(double r, double risk) =>
        DecisionRules.FalseAcceptanceAtLimit(r).ShouldBe(risk, 0.0001);

    [Fact]
    public void The_resistors_of_JCGM_106_come_out()
    {
        var (consumer, producer) = DecisionRules.GlobalRisk((1500, 0.12, 0.04), (1499.8, 1500.2), (1499.82, 1500.18));

        consumer.ShouldBe(0.0099, 0.0001);
        producer.ShouldBe(0.069, 0.0001);
    }

    [Fact]
    public void An_open_side_is_no_limit()
    {
        DecisionRules.Conforming(1, 0.5, null, null).ShouldBe(1);
        DecisionRules.GlobalRisk((3, 1, 0.3), (null, 5), (null, 5)).Consumer.ShouldBe(0.004548, 1e-5);
        DecisionRules.GlobalRisk((7, 1, 0.3), (5, null), (5, null)).Producer.ShouldBe(0.009503, 1e-5);
    }

    [Fact]
    public void The_bands_follow_each_other() => Gen.Select(Gen.Int[-100, 100], Gen.Int[0, 50]).Sample((margin, w) =>
    {
        var verdict = DecisionRules.Decide(DecisionRuleId.NonBinary, Ratio.Of(margin), Ratio.Of(w));
        var tighter = DecisionRules.Decide(DecisionRuleId.NonBinary, Ratio.Of(margin - 1), Ratio.Of(w));
        return verdict <= tighter
            && (verdict <= RuleVerdict.ConditionalPass) == (margin >= 0)
            && (verdict == RuleVerdict.Pass) == (margin >= w);
    });

    [Theory]
    [InlineData(3, 5, true, 3)]
    [InlineData(7, 5, true, 5)]
    [InlineData(7, 5, false, 7)]
    [InlineData(null, 5, true, 5)]
    [InlineData(null, 5, false, null)]
    [InlineData(7, null, true, 7)]
    public void Declared_quality_binds_as_the_rules_say(int? declared, int? standard, bool mandatory, int? applied) =>
        DeclaredQuality.LimitOf(declared, standard, mandatory, LimitSide.Maximum).ShouldBe(applied);

    [Fact]
    public void For_a_minimum_the_lower_declaration_is_laxer()
    {
        DeclaredQuality.LimitOf(2m, 3m, true, LimitSide.Minimum).ShouldBe(3m);
        DeclaredQuality.LimitOf(4m, 3m, true, LimitSide.Minimum).ShouldBe(4m);
    }
}
