using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Compares a valid observation with its limit: exact units, named rounding, then the decision rule.</summary>
internal static class TestComparison
{
    /// <summary>The outcome of the comparison.</summary>
    public static TestOutcome Compare(Requirement requirement, Observation observation) =>
        requirement.Limit!.Kind switch
    {
        LimitKind.NoneVisible => NoneVisible(requirement, observation),
        LimitKind.Attribute => Attribute(requirement, observation),
        LimitKind.Composition => CompositionJudge.Judge(requirement, observation),
        LimitKind.Maximum or LimitKind.Minimum or LimitKind.Range => Number(requirement, observation),
        _ => TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.limit-unknown"),
    };

    private static TestOutcome NoneVisible(Requirement requirement, Observation observation)
    {
        var seen = observation.Value is { } value ? value.Value switch { 0 => false, > 0 => true, _ => (bool?)null }
            : null;
        var said = observation.Finding switch
        {
            Finding.NoneVisible or Finding.Conforms => false,
            Finding.DoesNotConform => true,
            _ => (bool?)null,
        };
        var measured = observation.Value is { } v ? NumberText.Show(v.Value) : observation.Finding?.ToString();
        var compared = (measured, "none-visible", observation.Value?.Unit, "none-visible");
        var over = (observation.Observed ?? observation.Hold)?.ToString() ?? "?";
        if ((seen ?? said) is not { } leaks || (seen is { } a && said is { } b && a != b)
            || observation.Value?.Value < 0)
        {
            var code = seen is null && said is null ? "judging.test.nothing-recorded" : "judging.test.contradiction";
            return TestJudge.Because(requirement, TestStatus.CannotJudge, code);
        }

        return leaks
            ? TestJudge.Because(requirement, TestStatus.Fail,
                Phrase.Of("judging.test.leak-seen", observation.Value?.ToString() ?? "", over), compared)
            : TestJudge.Because(requirement, TestStatus.Pass, Phrase.Of("judging.test.none-visible", over), compared);
    }

    private static TestOutcome Attribute(Requirement requirement, Observation observation) => observation.Finding switch
    {
        Finding.Conforms => TestJudge.Because(requirement, TestStatus.Pass,
            Phrase.Of("judging.test.attribute-conforms"), ("conforms", "conforms", null, "attribute")),
        Finding.DoesNotConform => TestJudge.Because(requirement, TestStatus.Fail,
            Phrase.Of("judging.test.attribute-fails"), ("does-not-conform", "conforms", null, "attribute")),
        _ => TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.nothing-recorded"),
    };

    private static TestOutcome Number(Requirement requirement, Observation observation)
    {
        if (observation.Value is not { } value)
        {
            return TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.nothing-recorded");
        }

        if (value.Value < 0)
        {
            return TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.below-zero", value.ToString());
        }

        var limit = requirement.Limit!;
        var measured = InUnitOf(limit.Unit!, value, observation, requirement.Volumes);
        if (measured is not { } exact)
        {
            return TestJudge.Because(
                requirement, TestStatus.CannotJudge, "judging.test.not-convertible", value.ToString(),
                limit.Unit!);
        }

        if (requirement.Rule.Id != DecisionRuleId.Simple && observation.Uncertainty is null)
        {
            return TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.uncertainty-missing");
        }

        return ByRule(requirement, observation, exact);
    }

    private static TestOutcome ByRule(Requirement requirement, Observation observation, Ratio exact)
    {
        var limit = requirement.Limit!;
        var value = observation.Value!;
        var compared = requirement.Rounding?.Apply(exact) ?? exact;
        var u = observation.Uncertainty is { } expanded
            ? InUnitOf(limit.Unit!, value with { Value = expanded }, observation, requirement.Volumes)
            : null;
        var w = u is { } width ? width * Ratio.Of(requirement.Rule.R) : Ratio.Of(0m);
        var verdict = RuleVerdict.Pass;
        foreach (var margin in Margins(limit, compared))
        {
            var one = DecisionRules.Decide(requirement.Rule.Id, margin, w);
            verdict = one > verdict ? one : verdict;
        }

        var passes = verdict is RuleVerdict.Pass or RuleVerdict.ConditionalPass;
        var outcome = TestJudge.Because(requirement, passes ? TestStatus.Pass : TestStatus.Fail,
            Phrase.Of(passes ? "judging.test.within-limit"
                : "judging.test.beyond-limit", value.ToString(), Show(limit)),
            (NumberText.Show(compared.ToDecimal()), Show(limit), limit.Unit, RuleName(requirement)));
        return outcome with
        {
            Conditional = verdict is RuleVerdict.ConditionalPass or RuleVerdict.ConditionalFail,
            ProbabilityBeyondLimit = u is { } known ? Beyond(limit, exact, known, observation.CoverageFactor ?? 2m)
                : null,
        };
    }

    // How far inside the limit the value is, for each side that is limited.
    private static IEnumerable<Ratio> Margins(RequirementLimit limit, Ratio value)
    {
        var minus = Ratio.Of(-1m);
        if (limit.Upper is { } upper)
        {
            yield return Ratio.Of(upper) + (value * minus);
        }

        if (limit.Lower is { } lower)
        {
            yield return value + (Ratio.Of(lower) * minus);
        }
    }

    private static decimal? Beyond(RequirementLimit limit, Ratio value, Ratio expanded, decimal k)
    {
        // Six decimals: stored decisions must come out to the same bytes on every machine.
        const int decimals = 6;
        var u = (double)expanded.ToDecimal() / (double)k;
        return u <= 0
            ? null
            : decimal.Round((decimal)(1 - DecisionRules.Conforming(
                (double)value.ToDecimal(), u, (double?)limit.Lower, (double?)limit.Upper)), decimals);
    }

    private static Ratio? InUnitOf(string unit, Reading value, Observation observation, LeakVolumes volumes)
    {
        var wanted = Unit.Get(unit);
        var given = Unit.Get(value.Unit);
        if (wanted.Code == given.Code)
        {
            return Ratio.Of(value.Value);
        }

        if (IsOtherMedium(given.Dimension, observation.Medium))
        {
            return null;
        }

        var leak = LeakAmount.InMm3PerSecond(value, observation.Observed ?? observation.Hold, volumes);
        return wanted.Dimension switch
        {
            Dimension.Leakage => leak / wanted.Factor,
            Dimension.Drops when volumes.DropMm3 is { } drop => leak / Ratio.Of(drop) / wanted.Factor,
            Dimension.Bubbles when volumes.BubbleMm3 is { } bubble => leak / Ratio.Of(bubble) / wanted.Factor,
            var same when same == given.Dimension => value.In(unit),
            _ => null,
        };
    }

    // Gas is not counted in drops, nor liquid in bubbles: such a number was written into the wrong column.
    private static bool IsOtherMedium(Dimension dimension, string? medium) => (dimension, medium) switch
    {
        (Dimension.Drops or Dimension.DropCount, "gas") => true,
        (Dimension.Bubbles or Dimension.BubbleCount, "liquid") => true,
        _ => false,
    };

    private static string RuleName(Requirement requirement)
    {
        var sides = requirement.Limit!.Kind switch { LimitKind.Maximum => "<=", LimitKind.Minimum => ">=", _ =>
            "range" };
        return requirement.Rule.Id switch
        {
            DecisionRuleId.Simple => sides,
            DecisionRuleId.Guarded => sides + " guarded r=" + NumberText.Show(requirement.Rule.R),
            _ => sides + " non-binary r=" + NumberText.Show(requirement.Rule.R),
        };
    }

    private static string Show(RequirementLimit limit) => limit switch
    {
        { Lower: { } lower, Upper: { } upper } =>
            NumberText.Show(lower) + " - " + NumberText.Show(upper) + " " + limit.Unit,
        { Lower: { } lower } => NumberText.Show(lower) + " " + limit.Unit,
        _ => NumberText.Show(limit.Upper!.Value) + " " + limit.Unit,
    };
}
