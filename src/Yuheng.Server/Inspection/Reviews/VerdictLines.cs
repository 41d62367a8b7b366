using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server.Inspection.Testing;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>The lines of a verdict as rows of reasons: standard, clause, limit, measured, rule, certainty.</summary>
public static class VerdictLines
{
    /// <summary>One row for each requirement, in the order of the sheet.</summary>
    public static IReadOnlyList<ReasonRow> Of(RequirementDocument sheet, LotVerdict verdict, T t) =>
        [.. verdict.Lines.Select(line => Row(sheet.Requirements.Single(r => r.Key == line.Key), line, t))];

    /// <summary>Colour of a conclusion.</summary>
    public static Tone ToneOf(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Conforming => Tone.Good, Conclusion.Nonconforming => Tone.Bad, _ => Tone.Unsure,
    };

    /// <summary>A conclusion in a word.</summary>
    public static string WordOf(Conclusion conclusion, T t) =>
        t["reviews.conclusion." + conclusion.ToString().ToLowerInvariant()];

    private static ReasonRow Row(Requirement requirement, CharacteristicVerdict line, T t) =>
        new(
            t.Say(requirement.Name),
            new ClauseRef(requirement.Standard, requirement.Edition, requirement.Clause),
            LimitText.Of(t, requirement),
            t["reviews.measured", TestColumn.Text(line.Passed), TestColumn.Text(line.Planned)],
            line.Summary.Rule,
            ToneOf(line.Conclusion),
            WordOf(line.Conclusion, t))
        {
            Certainty = new CertaintyNote(LevelOf(requirement.Confidence), requirement.Source),
            Note = t.Say(line.Summary.Says),
            Safety = requirement.Safety,
        };

    /// <summary>How sure a limit is, as it is shown.</summary>
    public static CertaintyLevel LevelOf(Confidence confidence) => confidence switch
    {
        Confidence.High => CertaintyLevel.High, Confidence.Medium => CertaintyLevel.Medium, _ => CertaintyLevel.Low,
    };
}
