using System.Globalization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>One requirement over the specimens that were to be tested for it.</summary>
internal static class LineDecision
{
    /// <summary>The line's verdict.</summary>
    public static CharacteristicVerdict Decide(LotFacts facts, Requirement requirement,
        ILookup<(string Characteristic, string Specimen), Observation> observations)
    {
        var tally = new Tally();
        foreach (var specimen in Specimens(facts, requirement))
        {
            tally.Add(specimen,
                [.. observations[(requirement.Id, specimen)].Select(o => TestJudge.Judge(requirement, o))]);
        }

        var waits = LotDecision.Waits(facts, requirement);
        var conclusion = Conclude(tally, waits);
        return new CharacteristicVerdict
        {
            Key = requirement.Key,
            Conclusion = conclusion,
            Planned = tally.Planned,
            Passed = tally.Passed,
            Failed = tally.Failed,
            Invalid = tally.Invalid,
            Missing = tally.Missing,
            Summary = Summary(requirement, tally, waits),
            Reasons = tally.Reasons,
        };
    }

    // What the plan drew for this characteristic; without a plan, whatever was tested.
    private static IEnumerable<string> Specimens(LotFacts facts, Requirement requirement)
    {
        var planned = facts.Plan.Where(p => p.Characteristics.Contains(requirement.Id)).SelectMany(p => p.Specimens)
            .Distinct();
        return facts.Plan.Any(p => p.Characteristics.Contains(requirement.Id))
            ? planned
            : facts.Observations.Where(o => o.Characteristic == requirement.Id).Select(o => o.Specimen).Distinct();
    }

    private static Conclusion Conclude(Tally tally, bool waits)
    {
        if (tally.Failed.Count > 0)
        {
            // A failure against a limit that nobody has confirmed is not yet proven.
            return waits ? Conclusion.Indeterminate : Conclusion.Nonconforming;
        }

        var open = waits || tally.Invalid.Count > 0 || tally.Missing.Count > 0 || tally.Planned == 0;
        return open ? Conclusion.Indeterminate : Conclusion.Conforming;
    }

    private static TestReason Summary(Requirement requirement, Tally tally, bool waits)
    {
        var clause = TestJudge.ClauseOf(requirement);
        var (code, rule) = tally switch
        {
            _ when waits => ("judging.line.waits", "confidence"),
            { Failed.Count: > 0 } =>
                (requirement.Safety ? "judging.line.failed-safety" : "judging.line.failed", "any-failure"),
            { Planned: 0 } => ("judging.line.not-tested", "missing"),
            { Invalid.Count: > 0 } or { Missing.Count: > 0 } => ("judging.line.open", "missing"),
            _ => ("judging.line.passed", "all-passed"),
        };
        return new TestReason(clause,
            Phrase.Of(code, requirement.Name.Args is [var other] ? other : requirement.Id, clause,
            Count(tally.Planned), Count(tally.Passed), Count(tally.Failed.Count), Count(tally.Invalid.Count),
            Count(tally.Missing.Count)), Count(tally.Passed) + "/" + Count(tally.Planned), LimitOf(requirement),
            requirement.Limit?.Unit, rule);
    }

    private static string LimitOf(Requirement requirement) => requirement.Limit switch
    {
        null => "?",
        { Lower: { } lower, Upper: { } upper } => NumberText.Show(lower) + " - " + NumberText.Show(upper),
        { Lower: { } lower } => ">= " + NumberText.Show(lower),
        { Upper: { } upper } => "<= " + NumberText.Show(upper),
        { Kind: LimitKind.NoneVisible } => "none-visible",
        { Kind: LimitKind.Composition } => "composition",
        _ => "conforms",
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        /// <summary>To be tested.</summary>
        public int Planned { get; private set; }

        /// <summary>Specimens that passed.</summary>
        public int Passed { get; private set; }

        /// <summary>Specimens that failed.</summary>
        public List<string> Failed { get; } = [];

        /// <summary>Not validly tested.</summary>
        public List<string> Invalid { get; } = [];

        /// <summary>Not tested.</summary>
        public List<string> Missing { get; } = [];

        /// <summary>Reasons.</summary>
        public List<SpecimenReason> Reasons { get; } = [];

        /// <summary>
        /// A failure counts whatever else was recorded; a valid pass makes good for an invalid try; nothing is missing.
        /// </summary>
        public void Add(string specimen, IReadOnlyList<TestOutcome> outcomes)
        {
            Planned++;
            var status = outcomes.Count == 0 ? TestStatus.CannotJudge
                : outcomes.Any(o => o.Status == TestStatus.Fail) ? TestStatus.Fail
                : outcomes.Any(o => o.Status == TestStatus.Pass) ? TestStatus.Pass
                : outcomes.Any(o => o.Status == TestStatus.InvalidTest) ? TestStatus.InvalidTest
                : TestStatus.CannotJudge;
            switch (status)
            {
                case TestStatus.Pass:
                    Passed++;
                    return;
                case TestStatus.Fail:
                    Failed.Add(specimen);
                    break;
                case TestStatus.InvalidTest:
                    Invalid.Add(specimen);
                    break;
                default:
                    Missing.Add(specimen);
                    break;
            }

            foreach (var reason in outcomes.Where(o => o.Status == status).SelectMany(o => o.Reasons))
            {
                if (Reasons.Count < LotDecision.MostReasons)
                {
                    Reasons.Add(new SpecimenReason(specimen, status, reason));
                }
            }
        }
    }
}
