using Yuheng.Core.Judging;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>The lines of a verdict as the table of reasons shows them.</summary>
internal static class ReasonRows
{
    /// <summary>Specimens named in one line; the results page has them all.</summary>
    private const int MostNamed = 5;

    public static IReadOnlyList<ReasonRow> Of(LotVerdict verdict, IReadOnlyList<Requirement> requirements, T texts)
    {
        var byKey = requirements.ToDictionary(r => r.Key, StringComparer.Ordinal);
        return [.. verdict.Lines.Where(l => byKey.ContainsKey(l.Key)).Select(l => Row(l, byKey[l.Key], texts))];
    }

    private static ReasonRow Row(CharacteristicVerdict line, Requirement requirement, T texts) => new(
        texts.Say(requirement.Name),
        LotWords.Clause(requirement, texts),
        LotWords.Limit(requirement, texts),
        texts["inspection.lots.passed-of", Text(line.Passed), Text(line.Planned)],
        texts["inspection.lots.rule." + line.Summary.Rule],
        line.Conclusion switch
        {
            Conclusion.Conforming => Tone.Good,
            Conclusion.Nonconforming => Tone.Bad,
            _ => Tone.Unsure,
        },
        texts["inspection.lots.conclusion." + line.Conclusion.ToString().ToLowerInvariant()])
    {
        Certainty = LotWords.Certainty(requirement.Confidence),
        Safety = requirement.Safety,
        Note = Note(line, texts),
    };

    private static string? Note(CharacteristicVerdict line, T texts) => line.Reasons.Count == 0
        ? null
        : string.Join(' ', line.Reasons.Take(MostNamed)
            .Select(r => texts["inspection.lots.specimen", r.Specimen, texts.Say(r.Reason.Says)]));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
