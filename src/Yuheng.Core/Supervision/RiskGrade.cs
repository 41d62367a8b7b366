namespace Yuheng.Core.Supervision;

/// <summary>Grade of a product's risk; the order is that of severity.</summary>
public enum RiskGrade
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Less high (the middle grade of Decree 113's schemes).</summary>
    LessHigh,

    /// <summary>High.</summary>
    High,
}

/// <summary>A grade with its reasons.</summary>
public sealed record RiskDecision(RiskGrade Grade, IReadOnlyList<Phrase> Reasons);

/// <summary>Grades as the packs write them.</summary>
public static class RiskGrades
{
    /// <summary>The word of a pack: <c>normal</c>, <c>less-high</c>, <c>high</c>.</summary>
    public static string Word(this RiskGrade grade) => grade switch
    {
        RiskGrade.High => "high",
        RiskGrade.LessHigh => "less-high",
        _ => "normal",
    };

    /// <summary>The grade of a pack's word.</summary>
    /// <exception cref="Refused">There is no such grade.</exception>
    public static RiskGrade Parse(string word) => word switch
    {
        "high" => RiskGrade.High,
        "less-high" => RiskGrade.LessHigh,
        "normal" => RiskGrade.Normal,
        _ => throw new Refused("refused.supervision.risk-grade", word),
    };
}
