using System.Globalization;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>
/// Product risk as Q = q1 · q2: the chance that a product does not conform times the chance that it then does harm,
/// against thresholds that depend on the severity of the harm. A value equal to a threshold takes the stricter grade.
/// </summary>
public sealed record ProductEngine(
    string Id,
    Bilingual Title,
    string Source,
    string Confidence,
    IReadOnlyList<RiskThreshold> Thresholds)
{
    /// <summary>The public model has three parts of q1 and five of q2; ten is room for any of its kind.</summary>
    private const int MostParts = 10;

    /// <summary>The embedded engine.</summary>
    public static ProductEngine Default { get; } =
        SupervisionPacks.Embedded("risk-nq", SupervisionJson.Default.ProductEngine);

    /// <summary>The grade of a product: the highest over its hazards, each with Q and the threshold it met.</summary>
    /// <exception cref="Refused">No hazard is given, a severity is unknown, or a percentage is out of
    /// range.</exception>
    public RiskDecision Grade(IReadOnlyCollection<ProductHazard> hazards)
    {
        if (hazards.Count == 0)
        {
            throw new Refused("refused.supervision.no-hazard");
        }

        var graded = hazards.Select(Grade).ToArray();
        var grade = graded.Max(g => g.Grade);
        return new RiskDecision(grade, [.. graded.Select(g => g.Reason)]);
    }

    private (RiskGrade Grade, Phrase Reason) Grade(ProductHazard hazard)
    {
        var row = Thresholds.FirstOrDefault(t => t.Severity == hazard.Severity)
            ?? throw new Refused("refused.supervision.severity", hazard.Severity);
        var q = Share(hazard.Nonconforming) * Share(hazard.Harming);
        var (grade, met) = q >= row.HighFrom ? (RiskGrade.High, Text(row.HighFrom!.Value))
            : q >= row.LessHighFrom ? (RiskGrade.LessHigh, Text(row.LessHighFrom))
            : (RiskGrade.Normal, "-");
        return (grade, Phrase.Of("supervision.risk.product", hazard.Name, hazard.Severity, Text(q), met, grade.Word()));
    }

    private static decimal Share(IReadOnlyCollection<decimal> percentages)
    {
        var sum = percentages.Sum();
        if (percentages.Count is 0 or > MostParts || percentages.Any(p => p < 0) || sum > 100)
        {
            throw new Refused("refused.supervision.percentages", Text(sum));
        }

        return sum / 100;
    }

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>Thresholds of one severity; without a high one the grade never becomes high.</summary>
public sealed record RiskThreshold(string Severity, decimal? HighFrom, decimal LessHighFrom);

/// <summary>A hazard of a product.</summary>
/// <param name="Name">What may happen.</param>
/// <param name="Severity">A (gravest) to D.</param>
/// <param name="Nonconforming">Parts of q1, in percent.</param>
/// <param name="Harming">Parts of q2, in percent.</param>
public sealed record ProductHazard(
    string Name,
    string Severity,
    IReadOnlyCollection<decimal> Nonconforming,
    IReadOnlyCollection<decimal> Harming);
