using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Compares an analysis with the limited elements of an alloy.</summary>
public static class CompositionJudge
{
    /// <summary>An analysis may add up to a little more than 100 %: each element carries its own error.</summary>
    public const decimal HighestSum = 100.5m;

    /// <summary>The measured elements beyond their limits, in the order of the analysis.</summary>
    public static IReadOnlyList<string> Violations(
        IReadOnlyList<ElementLimit> limits, IReadOnlyList<ElementReading> analysis) =>
        [.. analysis.Where(r => limits.Any(l => l.Element == r.Element && (r.Percent < l.Min || r.Percent > l.Max)))
            .Select(r => r.Element)];

    /// <summary>The limited elements that the analysis does not give.</summary>
    public static IReadOnlyList<string> Missing(
        IReadOnlyList<ElementLimit> limits, IReadOnlyList<ElementReading> analysis) =>
        [.. limits.Select(l => l.Element).Where(e => analysis.All(r => r.Element != e))];

    /// <summary>Whether an analysis can be one: no share below zero, and not more than the whole.</summary>
    public static bool IsPossible(IReadOnlyList<ElementReading> analysis) =>
        analysis.All(r => r.Percent is >= 0 and <= 100) && analysis.Sum(r => r.Percent) <= HighestSum
        && analysis.DistinctBy(r => r.Element).Count() == analysis.Count;

    internal static TestOutcome Judge(Requirement requirement, Observation observation)
    {
        var limits = requirement.Limit!.Elements;
        var analysis = observation.Elements;
        if (analysis.Count == 0)
        {
            return TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.nothing-recorded");
        }

        if (!IsPossible(analysis))
        {
            return TestJudge.Because(requirement, TestStatus.CannotJudge, "judging.test.analysis-impossible",
                NumberText.Show(analysis.Sum(r => r.Percent)));
        }

        var violations = Violations(limits, analysis);
        if (violations.Count > 0)
        {
            return new TestOutcome
            {
                Status = TestStatus.Fail,
                Reasons = [.. violations.Select(e => Element(requirement, limits.First(l => l.Element == e),
                    analysis.First(r => r.Element == e)))],
            };
        }

        var missing = Missing(limits, analysis);
        return missing.Count > 0
            ? TestJudge.Because(
                requirement, TestStatus.CannotJudge, "judging.test.elements-missing", string.Join(", ", missing))
            : TestJudge.Because(requirement, TestStatus.Pass, Phrase.Of("judging.test.composition-conforms"),
                (string.Join(", ", analysis.Select(r => r.Element + " " + NumberText.Show(r.Percent))),
                    requirement.Clause, "%",
                    "composition"));
    }

    private static TestReason Element(Requirement requirement, ElementLimit limit, ElementReading reading)
    {
        var range = (limit.Min, limit.Max) switch
        {
            ({ } min, { } max) => NumberText.Show(min) + " - " + NumberText.Show(max),
            ({ } min, null) => ">= " + NumberText.Show(min),
            _ => "<= " + NumberText.Show(limit.Max!.Value),
        };
        return new TestReason(TestJudge.ClauseOf(requirement),
            Phrase.Of("judging.test.element-beyond", limit.Element, NumberText.Show(reading.Percent), range),
            NumberText.Show(reading.Percent), range, "%", "composition");
    }
}
