using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>The score sheet of the quality-assurance level: elements with weights, thresholds, vetoes.</summary>
/// <param name="Elements">The nine elements; the weights sum to 100.</param>
/// <param name="Levels">Thresholds, level 1 first.</param>
/// <param name="Vetoes">Events that give level 4 whatever the score.</param>
/// <param name="MonthsBeforeRise">Months at a level before it may rise.</param>
/// <param name="TermMonths">Length of validity.</param>
public sealed record LevelSheet(
    string Id,
    Bilingual Title,
    string Source,
    string Confidence,
    IReadOnlyList<SheetElement> Elements,
    IReadOnlyList<SheetLevel> Levels,
    IReadOnlyList<string> Vetoes,
    int MonthsBeforeRise,
    int TermMonths,
    string TermConfidence)
{
    /// <summary>The embedded sheet.</summary>
    public static LevelSheet Default { get; } =
        SupervisionPacks.Embedded("level-sheet", SupervisionJson.Default.LevelSheet);

    /// <summary>The worst level: what a veto gives.</summary>
    public int Worst => Levels[^1].Level;
}

/// <summary>An element, with its weight in points.</summary>
public sealed record SheetElement(string Id, Bilingual Name, decimal Weight, string Article, string Confidence);

/// <summary>A level: least sum, and least share of the points in every element.</summary>
public sealed record SheetLevel(int Level, decimal Minimum, decimal ElementShare);
