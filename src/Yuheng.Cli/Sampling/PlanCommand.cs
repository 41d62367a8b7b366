using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary><c>yuheng sampling plan</c>: the plan of the tables, with the reasons.</summary>
internal static class PlanCommand
{
    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "standard", "plan", "severity", "aql", "lotSize", "level", "codeLetter");
        var plan = SamplingPlans.Find(new PlanRequest(
            request.Text("standard"),
            SamplingWords.Plan(request),
            SamplingWords.Severity(request),
            request.Text("aql"),
            request.CountOrNull("lotSize"),
            request.TextOrNull("level"),
            request.TextOrNull("codeLetter")));
        SamplingWords.WritePlan(exchange.Answer, plan);
        if (plan.ItemsToInspect is { } items)
        {
            exchange.Answer.WriteNumber("itemsToInspect", items);
        }

        exchange.Answer.WriteString("confidence", SamplingWords.Word(plan.Confidence));
        exchange.WriteSentences("explain", plan.Explain);
    }
}
