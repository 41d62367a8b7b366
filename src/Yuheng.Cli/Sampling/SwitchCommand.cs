using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary><c>yuheng sampling switch</c>: a series of lots under the switching rules of clause 9.</summary>
internal static class SwitchCommand
{
    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "standard", "plan", "level", "aql", "fractional", "lots");
        var state = SwitchingState.Start(new InspectionAgreement(
            request.Text("standard"),
            SamplingWords.Plan(request),
            request.Text("level"),
            request.Text("aql"),
            SamplingWords.Fractional(request)));
        exchange.Answer.WriteStartArray("lots");
        foreach (var lot in request.Objects("lots"))
        {
            var step = Switching.Step(state, LotOf(lot));
            Write(exchange, step);
            state = step.State;
        }

        exchange.Answer.WriteEndArray();
    }

    private static LotOutcome LotOf(JsonRequest lot)
    {
        lot.Only(
            "size",
            "nonconforming",
            "resubmitted",
            "productionSteady",
            "productionIrregular",
            "reducedApproved",
            "otherConditions",
            "correctiveActionEffective");

        // A lot that is not inspected has nothing found; where a result is needed, the engine asks for it.
        return new LotOutcome(lot.Count("size"), lot.Has("nonconforming") ? lot.Counts("nonconforming") : [])
        {
            Resubmitted = lot.Flag("resubmitted", absent: false),
            ProductionSteady = lot.Flag("productionSteady", absent: true),
            ProductionIrregular = lot.Flag("productionIrregular", absent: false),
            ReducedApproved = lot.Flag("reducedApproved", absent: true),
            OtherConditions = lot.Flag("otherConditions", absent: false),
            CorrectiveActionEffective = lot.Flag("correctiveActionEffective", absent: false),
        };
    }

    private static void Write(JsonExchange exchange, SwitchingStep step)
    {
        var answer = exchange.Answer;
        answer.WriteStartObject();
        answer.WriteString("severity", SamplingWords.Word(step.Severity));
        if (step.Plan is { } plan)
        {
            SamplingWords.WritePlan(answer, plan);
        }
        else
        {
            SamplingWords.WriteNoPlan(answer);
        }

        answer.WriteString("decision", SamplingWords.Word(step.Decision));
        exchange.WriteCountOrNull("decidedAtStage", step.DecidedAtStage);
        exchange.WriteCountOrNull("switchingScore", step.Score);
        answer.WriteString("next", SamplingWords.Word(step.State.Severity));
        exchange.WriteSentences("explain", step.Reasons);
        answer.WriteEndObject();
    }
}
