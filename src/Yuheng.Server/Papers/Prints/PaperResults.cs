using System.Text.Json;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;
using Yuheng.Server.Inspection;
using Yuheng.Server.Inspection.Reviews;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Papers.Prints;

/// <summary>A party that tested, with its scope on each day of testing; a firm's own bench has none.</summary>
/// <param name="Id">The party.</param>
/// <param name="Party">As it stands on papers.</param>
/// <param name="IsFirm">Whether it is the declaring firm.</param>
/// <param name="Scope">Lines in force, by day.</param>
public sealed record Tester(
    Guid Id, PaperParty Party, bool IsFirm, IReadOnlyDictionary<DateOnly, IReadOnlyList<LaboratoryScope>> Scope);

/// <summary>Turns readings into the lines of a paper, party by party. A pure function of what it is given.</summary>
public static class PaperResults
{
    /// <summary>Lines in the order of the requirements; a requirement without a valid result has none.</summary>
    public static IReadOnlyList<PaperLine> Lines(
        IReadOnlyList<Requirement> requirements, IReadOnlyList<RecordedReading> readings, IReadOnlyList<Tester> testers)
    {
        var standing = LotRecords.Standing(readings).ToLookup(r => (r.ByPartyId, r.Characteristic));
        return
        [
            .. requirements.SelectMany(requirement => testers.Select(tester =>
                Line(requirement, tester, [.. standing[(tester.Id, requirement.Id)].Select(Observed)])))
                .OfType<PaperLine>(),
        ];
    }

    /// <summary>An observation as it was recorded.</summary>
    public static Observation Observed(RecordedReading reading) =>
        JsonSerializer.Deserialize(reading.Observation, JudgingJson.Default.Observation)!;

    private static PaperLine? Line(Requirement requirement, Tester tester, IReadOnlyList<Observation> seen)
    {
        var judged = seen.Select(o => (Seen: o, TestJudge.Judge(requirement, o).Status)).ToList();
        var valid = judged.Where(j => j.Status is TestStatus.Pass or TestStatus.Fail).ToList();
        if (valid.Count == 0)
        {
            return null;
        }

        var days = valid.Select(j => j.Seen.Day).Distinct().Order().ToList();
        var scope = tester.IsFirm ? null : Covering(requirement, tester, days);
        return new PaperLine
        {
            Requirement = requirement,
            Level = tester.IsFirm ? "first" : scope is null ? "none" : "third",
            By = tester.Party,
            Accreditation = scope is null ? null : $"{scope.Accreditation} {scope.Number}",
            Tested = valid.Count,
            Passed = valid.Count(j => j.Status == TestStatus.Pass),
            Invalid = judged.Count(j => j.Status == TestStatus.InvalidTest),
            Found = Found([.. valid.Select(j => j.Seen)]),
            From = days[0],
            To = days[^1],
            Gauges = [.. valid.Select(j => j.Seen.Gauge).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The scope of the first day, where the method is covered on every day of testing.</summary>
    private static LaboratoryScope? Covering(Requirement requirement, Tester tester, IReadOnlyList<DateOnly> days)
    {
        var lines = days
            .Select(day => tester.Scope.GetValueOrDefault(day, [])
                .FirstOrDefault(line => ScopeLine.Covers(line, requirement.Standard)))
            .ToList();
        return lines.Contains(null) ? null : lines[0];
    }

    private static IReadOnlyList<string> Found(IReadOnlyList<Observation> seen) =>
    [
        .. seen.Select(o => o.Value).OfType<Reading>().GroupBy(v => v.Unit)
            .Select(g => Range([.. g.Select(v => v.Value)]) + " " + g.Key),
        .. seen.SelectMany(o => o.Elements).GroupBy(e => e.Element)
            .Select(g => $"{g.Key} {Range([.. g.Select(e => e.Percent)])} %"),
    ];

    private static string Range(IReadOnlyList<decimal> values) =>
        values.Min() == values.Max()
            ? NumberText.Show(values.Min())
            : $"{NumberText.Show(values.Min())}–{NumberText.Show(values.Max())}";
}
