using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>Alert levels I to IV and what an alert in force does to a product's grade.</summary>
public sealed record AlertRules(
    string Id,
    Bilingual Title,
    string Source,
    string Confidence,
    IReadOnlyList<AlertLevel> Levels)
{
    /// <summary>The embedded rules.</summary>
    public static AlertRules Default { get; } = SupervisionPacks.Embedded("alerts", SupervisionJson.Default.AlertRules);

    /// <summary>The grade after the alerts in force on a day for the product's family and market.</summary>
    /// <exception cref="Refused">An alert has a level that the rules do not know.</exception>
    public RiskDecision Apply(RiskDecision risk, IEnumerable<Alert> alerts, AlertScope scope)
    {
        var grade = risk.Grade;
        var reasons = risk.Reasons.ToList();
        foreach (var alert in alerts.Where(a => a.Covers(scope)).OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            var level = Levels.FirstOrDefault(l => l.Level == alert.Level)
                ?? throw new Refused("refused.supervision.alert-level", alert.Level);
            var after = level.Effect switch
            {
                "high" => RiskGrade.High,
                "one-up" when grade == RiskGrade.Normal => RiskGrade.LessHigh,
                "one-up" => RiskGrade.High,
                _ => grade,
            };
            reasons.Add(Phrase.Of("supervision.risk.alert", alert.Id, alert.Level, grade.Word(), after.Word()));
            grade = after;
        }

        return new RiskDecision(grade, reasons);
    }
}

/// <summary>An alert level of the State Council's document.</summary>
public sealed record AlertLevel(string Level, Bilingual Name, string Colour, string Effect, string EffectConfidence);

/// <summary>An alert for a product family, in one market or all, from a day to a day.</summary>
/// <param name="Id">Number of the alert.</param>
/// <param name="Level">I, II, III or IV.</param>
/// <param name="Family">Product family.</param>
/// <param name="Market">Market, or null for all.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Alert(string Id, string Level, string Family, string? Market, DateOnly From, DateOnly Until)
{
    /// <summary>Whether the alert is in force there and then.</summary>
    public bool Covers(AlertScope scope) =>
        Family == scope.Family
        && (Market is null || Market == scope.Market)
        && From <= scope.On
        && scope.On <= Until;
}

/// <summary>What an alert is asked about.</summary>
public sealed record AlertScope(string Family, string Market, DateOnly On);
