using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Sampling;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>A group's sampling in plain words.</summary>
internal static class PlanWords
{
    /// <summary>How many, how many may fail, and how hard.</summary>
    public static string Sample(GroupPlan plan, T texts) => plan.Aql is null
        ? texts["inspection.lots.sample-fixed", Text(plan.Items)]
        : texts["inspection.lots.sample", Text(plan.Items), Text(plan.Ac), Text(plan.Re), plan.Level!, plan.Aql,
            texts["inspection.lots.severity." + plan.Severity]];

    /// <summary>What the sample may miss; nothing where a fixed number is tested.</summary>
    public static IReadOnlyList<Phrase> Risks(GroupPlan plan, LotRecord record) =>
        plan.Aql is null || record.SamplingStandard.Length == 0
            ? []
            : PlainWords.Risks(SamplingPlans.Find(
                PlanRequest.ForLot(record.SamplingStandard, plan.Aql, record.Lot.Quantity, plan.Level!) with
                {
                    Severity = Enum.Parse<Severity>(plan.Severity, ignoreCase: true),
                }));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
