using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Where a value stands under a decision rule.</summary>
public enum RuleVerdict
{
    Pass,
    ConditionalPass,
    ConditionalFail,
    Fail,
}

/// <summary>Decision rules with measurement uncertainty (ILAC-G8:09/2019 4.2; JCGM 106:2012).</summary>
public static class DecisionRules
{
    /// <summary>
    /// Decides a value that is <paramref name="margin"/> inside its limit (negative: beyond it) by a guard band
    /// <paramref name="w"/>. At the limit itself the value is inside: a limit is a maximum or a minimum.
    /// </summary>
    public static RuleVerdict Decide(DecisionRuleId rule, Ratio margin, Ratio w)
    {
        var zero = Ratio.Of(0m);
        return rule switch
        {
            DecisionRuleId.Simple => margin >= zero ? RuleVerdict.Pass : RuleVerdict.Fail,
            DecisionRuleId.Guarded => margin >= w ? RuleVerdict.Pass : RuleVerdict.Fail,
            _ when margin >= w => RuleVerdict.Pass,
            _ when margin >= zero => RuleVerdict.ConditionalPass,
            _ => (margin + w) >= zero ? RuleVerdict.ConditionalFail : RuleVerdict.Fail,
        };
    }

    /// <summary>
    /// Probability that the true value lies within the limits, for a reading y with standard uncertainty u.
    /// </summary>
    public static double Conforming(double y, double u, double? lower, double? upper)
    {
        var above = upper is { } to ? Normal.Below((to - y) / u) : 1;
        var below = lower is { } from ? Normal.Below((from - y) / u) : 0;
        return above - below;
    }

    /// <summary>Probability of false acceptance for a reading at the acceptance limit, w = r·U and U = 2u.</summary>
    public static double FalseAcceptanceAtLimit(double r) => Normal.Below(-2 * r);

    /// <summary>Posterior mean and standard uncertainty of a reading with a normal prior (JCGM 106 7.2.2).</summary>
    public static (double Mean, double Uncertainty) Posterior(double priorMean, double priorU, double y, double u)
    {
        var weight = 1 / (priorU * priorU);
        var other = 1 / (u * u);
        return (((weight * priorMean) + (other * y)) / (weight + other), Math.Sqrt(1 / (weight + other)));
    }

    /// <summary>
    /// Global consumer's and producer's risk (JCGM 106 9.5): the share of all items that are accepted though beyond the
    /// tolerance, and rejected though within it. A missing limit is open.
    /// </summary>
    public static (double Consumer, double Producer) GlobalRisk(
        (double Mean, double Sd, double U) process, (double? Lower, double? Upper) tolerance,
            (double? Lower, double? Upper) accept)
    {
        // Eight standard deviations leave 1e-15; the integrand has corners only at the tolerance limits.
        const double reach = 8;
        var step = Math.Min(process.Sd, process.U) / 10;
        double from = process.Mean - (reach * process.Sd), to = process.Mean + (reach * process.Sd);
        var lower = Math.Clamp(tolerance.Lower ?? from, from, to);
        var upper = Math.Clamp(tolerance.Upper ?? to, from, to);
        double Weight(double x) => Normal.Density((x - process.Mean) / process.Sd) / process.Sd;
        double Accepted(double x) => Conforming(x, process.U, accept.Lower, accept.Upper);
        var consumer = Integrate(x => Weight(x) * Accepted(x), (from, lower), step)
            + Integrate(x => Weight(x) * Accepted(x), (upper, to), step);
        return (consumer, Integrate(x => Weight(x) * (1 - Accepted(x)), (lower, upper), step));
    }

    // Simpson's rule with steps of a tenth of the narrower spread; its error is then near 1e-7 of the result.
    private static double Integrate(Func<double, double> f, (double From, double To) range, double step)
    {
        // An uncertainty of a ten-thousandth of the spread is no longer a measurement of it: finer is of no use.
        const int most = 200_000;
        var (from, to) = range;
        if (to <= from)
        {
            return 0;
        }

        var steps = 2 * (int)Math.Clamp(Math.Ceiling((to - from) / step / 2), 8, most);
        var h = (to - from) / steps;
        var sum = f(from) + f(to);
        for (var i = 1; i < steps; i++)
        {
            sum += f(from + (i * h)) * (i % 2 == 1 ? 4 : 2);
        }

        return sum * h / 3;
    }
}
