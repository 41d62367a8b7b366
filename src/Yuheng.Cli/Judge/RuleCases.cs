using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Decision rules with uncertainty, and the risks behind them.</summary>
internal static class RuleCases
{
    public static void Answer(CaseQuestion question, CaseAnswer answer)
    {
        question.AnyPack(answer);
        var input = question.Input;
        if (input.Has("process_mean"))
        {
            Global(question, answer);
        }
        else if (input.Has("prior_mean"))
        {
            Prior(question, answer);
        }
        else if (input.Has("y") && input.Has("U"))
        {
            Guarded(question, answer);
        }
        else if (input.Has("y"))
        {
            Probability(question, answer);
        }
        else
        {
            var r = question.NotNegative("guardBandFactor_r");
            answer.Statistic("pfaAtAcceptanceLimit", DecisionRules.FalseAcceptanceAtLimit((double)r));
            answer.Because("Table 1", "judge.rule-risk", NumberText.Show(r));
        }
    }

    private static void Guarded(CaseQuestion question, CaseAnswer answer)
    {
        var y = question.Input.Decimal("y");
        var expanded = question.AboveZero("U");
        var k = question.Input.Has("k") ? question.AboveZero("k") : 2m;
        var r = question.NotNegativeOrNull("guardBandFactor_r") ?? 1m;
        var upper = question.Input.DecimalOrNull("upperLimit") ?? question.Input.DecimalOrNull("TU");
        var lower = question.Input.DecimalOrNull("lowerLimit") ?? question.Input.DecimalOrNull("TL");
        if ((upper ?? lower) is not { } limit || (upper is not null && lower is not null))
        {
            throw new Refused("refused.judge.one-limit") { Field = "upperLimit" };
        }

        var w = r * expanded;
        var margin = Ratio.Of(upper is not null ? limit - y : y - limit);
        RuleVerdict By(DecisionRuleId rule) => DecisionRules.Decide(rule, margin, Ratio.Of(w));
        var p = DecisionRules.Conforming((double)y, (double)(expanded / k), (double?)lower, (double?)upper);
        answer.Word("simpleAcceptance", Word(By(DecisionRuleId.Simple)));
        answer.Number("guardBand_w", w);
        answer.Number("acceptanceLimit", upper is not null ? limit - w : limit + w);
        answer.Word("binaryGuarded", Word(By(DecisionRuleId.Guarded)));
        answer.Word("nonBinary", Word(By(DecisionRuleId.NonBinary)));
        answer.Statistic("probConforming", p);
        answer.Statistic("probFalseAcceptIfPassed", 1 - p);
        answer.Statistic("probFalseRejectIfFailed", p);
        answer.Because("4.2", "judge.rule-guard", NumberText.Show(w), NumberText.Show(k));
    }

    private static void Probability(CaseQuestion question, CaseAnswer answer)
    {
        var u = question.AboveZero("u");
        var p = DecisionRules.Conforming(
            (double)question.Input.Decimal("y"), (double)u, Lower(question), Upper(question));
        answer.Statistic("probConforming", p);
        answer.Because("7.3", "judge.rule-probability");
    }

    private static void Prior(CaseQuestion question, CaseAnswer answer)
    {
        var (mean, u) = DecisionRules.Posterior((double)question.Input.Decimal("prior_mean"),
            (double)question.AboveZero("prior_u"), (double)question.Input.Decimal("measured"),
                (double)question.AboveZero("u_m"));
        answer.Statistic("post_mean", mean);
        answer.Statistic("post_u", u);
        answer.Statistic("probConforming", DecisionRules.Conforming(mean, u, Lower(question), Upper(question)));
        answer.Because("7.2.2", "judge.rule-prior");
    }

    private static void Global(CaseQuestion question, CaseAnswer answer)
    {
        var input = question.Input;
        var (consumer, producer) = DecisionRules.GlobalRisk(
            ((double)input.Decimal("process_mean"), (double)question.AboveZero("process_sd"),
                (double)question.AboveZero("u_m")),
            (input.NumberOrNull("TL"), input.NumberOrNull("TU")),
            (input.NumberOrNull("AL"), input.NumberOrNull("AU")));
        answer.Statistic("consumerRisk", consumer);
        answer.Statistic("producerRisk", producer);
        answer.Because("9.5", "judge.rule-global");
    }

    private static double? Upper(CaseQuestion q) => q.Input.NumberOrNull("upper") ?? q.Input.NumberOrNull("TU")
        ?? q.Input.NumberOrNull("upperLimit");

    private static double? Lower(CaseQuestion q) => q.Input.NumberOrNull("lower") ?? q.Input.NumberOrNull("TL")
        ?? q.Input.NumberOrNull("lowerLimit");

    private static string Word(RuleVerdict verdict) => verdict switch
    {
        RuleVerdict.Pass => "pass",
        RuleVerdict.ConditionalPass => "conditional-pass",
        RuleVerdict.ConditionalFail => "conditional-fail",
        _ => "fail",
    };
}
