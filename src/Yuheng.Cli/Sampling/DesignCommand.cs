using Yuheng.Core;
using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary><c>yuheng sampling design</c>: the smallest plan for a producer's and a consumer's point.</summary>
internal static class DesignCommand
{
    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        if (exchange.Request.Has("method"))
        {
            AnswerVariables(exchange);
        }
        else
        {
            AnswerAttributes(exchange);
        }
    }

    private static void AnswerAttributes(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "model", "p1", "p2", "alpha", "beta", "lotSize", "d1", "d2");
        var model = SamplingWords.Model(request);
        var risks = new DesignRisks(request.Number("alpha"), request.Number("beta"));
        var counted = model == RiskModel.Hypergeometric;
        foreach (var foreign in counted ? new[] { "p1", "p2" } : ["lotSize", "d1", "d2"])
        {
            if (request.Has(foreign))
            {
                throw new Refused("refused.sampling.member-of-other-model", foreign) { Field = foreign };
            }
        }

        var plan = counted
            ? AttributesDesign.FindForLot(request.Count("lotSize"), request.Count("d1"), request.Count("d2"), risks)
            : AttributesDesign.Find(model, request.Number("p1"), request.Number("p2"), risks);
        exchange.Answer.WriteNumber("n", plan.N);
        exchange.Answer.WriteNumber("c", plan.C);
        exchange.Answer.WriteNumber("pa1", plan.Pa1);
        exchange.Answer.WriteNumber("pa2", plan.Pa2);
    }

    private static void AnswerVariables(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "method", "p1", "p2", "alpha", "beta");
        var plan = VariablesDesign.Find(
            SamplingWords.Method(request),
            request.Number("p1"),
            request.Number("p2"),
            new DesignRisks(request.Number("alpha"), request.Number("beta")));
        exchange.Answer.WriteNumber("n", plan.N);
        exchange.Answer.WriteNumber("k", plan.K);
        exchange.Answer.WriteNumber("pa1", plan.Pa1);
        exchange.Answer.WriteNumber("pa2", plan.Pa2);
    }
}
