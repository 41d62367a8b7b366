namespace Yuheng.Core.Sampling;

/// <summary>What an accepted lot adds to the switching score (9.3.3); zero means that the score starts again.</summary>
internal static class SwitchingScore
{
    private const int LastStageThatCounts = 3;

    public static int Gain(AppliedPlan applied, DecisionAtStage decision)
    {
        var plan = applied.Plan;
        return plan.PlanUsed switch
        {
            PlanKind.Double => decision.Stage == 1 ? 3 : 0,
            PlanKind.Multiple => decision.Stage <= LastStageThatCounts ? 3 : 0,
            _ when applied.Denominator is not null || plan.Ac[0] <= 1 => 2,
            _ => decision.Found <= OneStepTighter(plan) ? 3 : 0,
        };
    }

    // The same letter and sample at the AQL before: from Ac 2 on that cell always holds a plan.
    private static int OneStepTighter(SamplingPlan plan) => Standards.Find(plan.Standard).Tables
        .Printed(Severity.Normal, plan.FinalLetter!, AqlSeries.IndexOf(plan.Request.Aql) - 1).Ac;
}
