using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary><c>yuheng sampling variables</c>: a lot judged by measurements.</summary>
internal static class VariablesCommand
{
    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "method", "n", "k", "xbar", "spread", "lower", "upper");
        var verdict = VariablesLot.Judge(new VariablesSample(
            SamplingWords.Method(request),
            request.Count("n"),
            request.Number("k"),
            request.Number("xbar"),
            request.Number("spread"),
            request.NumberOrNull("lower"),
            request.NumberOrNull("upper")));
        exchange.Answer.WriteString("verdict", Word(verdict.Accepted));
        Write(exchange, "qLower", verdict.QLower);
        Write(exchange, "qUpper", verdict.QUpper);
        Write(exchange, "pLower", verdict.PLower);
        Write(exchange, "pUpper", verdict.PUpper);
        Write(exchange, "pTotal", verdict.PTotal);
        Write(exchange, "m", verdict.M);
        if (verdict.CombinedAccepted is { } combined)
        {
            exchange.Answer.WriteString("combinedVerdict", Word(combined));
        }
    }

    private static string Word(bool accepted) =>
        SamplingWords.Word(accepted ? LotDecision.Accept : LotDecision.NotAccept);

    private static void Write(JsonExchange exchange, string name, double? value)
    {
        if (value is { } number)
        {
            exchange.Answer.WriteNumber(name, number);
        }
    }
}
