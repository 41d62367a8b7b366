using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>
/// Credit given by others, read and never computed here: enterprise credit risk A to D, and customs credit, whose
/// levels changed on 2026-04-01.
/// </summary>
public sealed record CreditSystems(string Id, IReadOnlyList<CreditSystem> Systems)
{
    /// <summary>The embedded systems.</summary>
    public static CreditSystems Default { get; } =
        SupervisionPacks.Embedded("credit", SupervisionJson.Default.CreditSystems);

    /// <summary>The edition of a system that holds on a day.</summary>
    /// <exception cref="Refused">None does.</exception>
    public CreditSystem On(string system, DateOnly day) =>
        Systems.FirstOrDefault(s => s.Id == system && s.ValidFrom <= day && !(day > s.ValidTo))
        ?? throw new Refused("refused.supervision.no-credit-system", system, Text(day));

    /// <summary>A level as given on a day.</summary>
    /// <exception cref="Refused">The edition of that day has no such level.</exception>
    public CreditLevel Level(string system, string level, DateOnly day) =>
        On(system, day).Levels.FirstOrDefault(l => l.Id == level)
        ?? throw new Refused("refused.supervision.credit-level", system, level, Text(day));

    private static string Text(DateOnly day) => day.ToString("o", DrawCommitment.Invariant);
}

/// <summary>One edition of a credit system.</summary>
public sealed record CreditSystem(
    string Id,
    Bilingual Title,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Source,
    string Confidence,
    IReadOnlyList<CreditLevel> Levels);

/// <summary>A level; tier 1 good, 2 ordinary, 3 doubtful, 4 bad: what a choice of the laxer mode looks at.</summary>
public sealed record CreditLevel(string Id, Bilingual Name, int Tier);
