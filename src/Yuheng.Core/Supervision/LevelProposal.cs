using System.Globalization;

namespace Yuheng.Core.Supervision;

/// <summary>
/// The level that may be proposed: down at once to what the score gives, up one step, and that only after the months
/// that the sheet demands.
/// </summary>
/// <param name="Level">Level proposed.</param>
/// <param name="NeedsSecondReview">Levels 1 and 4 are reviewed a second time.</param>
/// <param name="Reasons">Reasons.</param>
public sealed record LevelProposal(int Level, bool NeedsSecondReview, IReadOnlyList<Phrase> Reasons)
{
    /// <summary>Proposes a level.</summary>
    /// <exception cref="Refused">Fewer than two assessors, or one of them is related to the firm.</exception>
    public static LevelProposal Of(LevelSheet sheet, LevelScore score, LevelHistory history, Assessment assessment)
    {
        AssessorRules.Check(assessment);
        var reasons = score.Reasons.ToList();
        var level = score.Level;
        if (level < history.Level)
        {
            var mayRise = history.Since.AddMonths(sheet.MonthsBeforeRise) <= assessment.On;
            level = mayRise ? history.Level - 1 : history.Level;
            reasons.Add(mayRise
                ? Phrase.Of("supervision.level.one-step", Text(history.Level), Text(level))
                : Phrase.Of("supervision.level.too-early", Text(sheet.MonthsBeforeRise), Text(history.Level)));
        }
        else if (level > history.Level)
        {
            reasons.Add(Phrase.Of("supervision.level.down", Text(history.Level), Text(level)));
        }

        return new LevelProposal(level, level == 1 || level == sheet.Worst, reasons);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The level in force and the day of its last change.</summary>
public sealed record LevelHistory(int Level, DateOnly Since);

/// <summary>An assessment on the spot.</summary>
/// <param name="FirmId">The firm assessed.</param>
/// <param name="Family">The product family; each has a level of its own.</param>
/// <param name="On">Day.</param>
/// <param name="Assessors">Who assessed.</param>
public sealed record Assessment(string FirmId, string Family, DateOnly On, IReadOnlyList<Assessor> Assessors);

/// <summary>An assessor with declared employers and other relations (firms by identifier).</summary>
public sealed record Assessor(string PersonId, IReadOnlyCollection<string> RelatedFirms);

/// <summary>Who may assess.</summary>
public static class AssessorRules
{
    /// <summary>Two different persons, none of them working for the firm or related to it.</summary>
    /// <exception cref="Refused">The rule that does not hold.</exception>
    public static void Check(Assessment assessment)
    {
        if (assessment.Assessors.Select(a => a.PersonId).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new Refused("refused.supervision.two-assessors");
        }

        var related = assessment.Assessors.FirstOrDefault(a => a.RelatedFirms.Contains(assessment.FirmId));
        if (related is not null)
        {
            throw new Refused("refused.supervision.related-assessor", related.PersonId, assessment.FirmId);
        }
    }
}
