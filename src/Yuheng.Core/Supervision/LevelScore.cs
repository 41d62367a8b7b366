using System.Globalization;

namespace Yuheng.Core.Supervision;

/// <summary>What a filled score sheet gives, and what would change it.</summary>
/// <param name="Total">Points out of 100.</param>
/// <param name="Level">Level by the score alone, vetoes included.</param>
/// <param name="Reasons">Reasons.</param>
/// <param name="NextLevel">The next better level, or null at the best.</param>
/// <param name="PointsMissing">Points still missing for it.</param>
/// <param name="WeakElements">Elements below the share that it demands, with the points they lack.</param>
public sealed record LevelScore(
    decimal Total,
    int Level,
    IReadOnlyList<Phrase> Reasons,
    int? NextLevel,
    decimal PointsMissing,
    IReadOnlyList<WeakElement> WeakElements)
{
    /// <summary>Scores a sheet.</summary>
    /// <exception cref="Refused">
    /// An element is missing, stands twice or is unknown, points are out of range, or a line cites no evidence.
    /// </exception>
    public static LevelScore Of(LevelSheet sheet, IReadOnlyList<ScoreLine> lines, IReadOnlyCollection<string> events)
    {
        var points = Points(sheet, lines);
        var total = points.Values.Sum();
        var reached = sheet.Levels.First(level => Missing(sheet, level, points, total) is { Points: 0, Weak.Count: 0 });
        var reasons = new List<Phrase>
        {
            Phrase.Of("supervision.level.score", Text(total), Text(reached.Minimum), Text(reached.Level)),
        };
        var vetoes = sheet.Vetoes.Where(events.Contains).ToArray();
        reasons.AddRange(vetoes.Select(v => Phrase.Of("supervision.level.veto", v, Text(sheet.Worst))));
        var level = vetoes.Length > 0 ? sheet.Worst : reached.Level;
        var better = sheet.Levels.LastOrDefault(l => l.Level < level);
        if (better is null)
        {
            return new LevelScore(total, level, reasons, null, 0, []);
        }

        var (missing, weak) = Missing(sheet, better, points, total);
        return new LevelScore(total, level, reasons, better.Level, missing, weak);
    }

    private static Dictionary<string, decimal> Points(LevelSheet sheet, IReadOnlyList<ScoreLine> lines)
    {
        var points = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var element = sheet.Elements.FirstOrDefault(e => e.Id == line.Element);
            if (element is null || line.Points < 0 || line.Points > element.Weight)
            {
                throw new Refused("refused.supervision.score-line", line.Element, Text(line.Points));
            }

            if (line.EvidenceIds.Count == 0)
            {
                throw new Refused("refused.supervision.score-without-evidence", line.Element);
            }

            if (!points.TryAdd(line.Element, line.Points))
            {
                throw new Refused("refused.supervision.listed-twice", line.Element);
            }
        }

        var missing = sheet.Elements.FirstOrDefault(e => !points.ContainsKey(e.Id));
        return missing is null ? points : throw new Refused("refused.supervision.element-missing", missing.Id);
    }

    private static (decimal Points, IReadOnlyList<WeakElement> Weak) Missing(
        LevelSheet sheet,
        SheetLevel level,
        Dictionary<string, decimal> points,
        decimal total)
    {
        var weak = sheet.Elements
            .Select(e => new WeakElement(e.Id, (e.Weight * level.ElementShare) - points[e.Id]))
            .Where(w => w.PointsLacking > 0);
        return (Math.Max(0, level.Minimum - total), [.. weak]);
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>One line of a filled sheet.</summary>
/// <param name="Element">Element.</param>
/// <param name="Points">Points, 0 to the element's weight.</param>
/// <param name="EvidenceIds">Evidence; a line without any is refused.</param>
public sealed record ScoreLine(string Element, decimal Points, IReadOnlyList<string> EvidenceIds);

/// <summary>An element below the share that a level demands.</summary>
public sealed record WeakElement(string Element, decimal PointsLacking);
