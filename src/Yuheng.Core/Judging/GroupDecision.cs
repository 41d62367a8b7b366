using System.Globalization;

namespace Yuheng.Core.Judging;

/// <summary>Nonconforming specimens of a group against its acceptance numbers.</summary>
internal static class GroupDecision
{
    /// <summary>The group's verdict.</summary>
    public static GroupVerdict Decide(LotFacts facts, PlanLine plan, IReadOnlyList<CharacteristicVerdict> lines)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        var unproven = false;
        foreach (var (requirement, line) in facts.Requirements.Zip(lines))
        {
            if (!plan.Characteristics.Contains(requirement.Id))
            {
                continue;
            }

            // A line that waits or lacks evidence may still add failures: then the group cannot accept.
            unproven |= line.Conclusion == Conclusion.Indeterminate || line.Missing.Count + line.Invalid.Count > 0;
            if (line.Conclusion == Conclusion.Nonconforming)
            {
                failed.UnionWith(line.Failed.Where(plan.Specimens.Contains));
            }
        }

        var demanded = facts.Purpose == InspectionPurpose.Supervision ? 0 : plan.Ac;
        var conclusion = failed.Count >= Rejection(facts, plan) ? Conclusion.Nonconforming
            : demanded is { } ac && failed.Count <= ac && !unproven && plan.Specimens.Count > 0 ? Conclusion.Conforming
            : Conclusion.Indeterminate;
        return new GroupVerdict(plan.Group, conclusion, plan.Specimens.Count, failed.Count, demanded,
            Rejection(facts, plan), plan.Plan, Says(plan, conclusion, failed.Count, demanded));
    }

    private static int Rejection(LotFacts facts, PlanLine plan) =>
        facts.Purpose == InspectionPurpose.Supervision ? 1 : plan.Re;

    private static Phrase Says(PlanLine plan, Conclusion conclusion, int failed, int? ac) => Phrase.Of(
        conclusion switch
        {
            Conclusion.Conforming => "judging.group.accepted",
            Conclusion.Nonconforming => "judging.group.rejected",
            _ => "judging.group.open",
        },
        plan.Group,
        failed.ToString(CultureInfo.InvariantCulture),
        plan.Specimens.Count.ToString(CultureInfo.InvariantCulture),
        ac?.ToString(CultureInfo.InvariantCulture) ?? "#",
        plan.Re.ToString(CultureInfo.InvariantCulture));
}
