using Yuheng.Core.Statistics;

namespace Yuheng.Cli.Spc;

/// <summary><c>yuheng spc rules</c>: Nelson's rules, and those of Western Electric beside them.</summary>
internal static class RulesCommand
{
    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "center", "sigma", "z");
        var (center, sigma, values) = (request.Number("center"), request.Number("sigma"), request.Numbers("z"));
        Write(exchange, "signals", RunRules.Nelson(values, center, sigma));
        Write(exchange, "westernElectric", RunRules.WesternElectric(values, center, sigma));
    }

    private static void Write(
        JsonExchange exchange, string name, IReadOnlyDictionary<string, IReadOnlyList<int>> signals)
    {
        exchange.Answer.WriteStartObject(name);
        foreach (var (rule, points) in signals)
        {
            exchange.WriteCounts(rule, points.Select(point => (long?)point));
        }

        exchange.Answer.WriteEndObject();
    }
}
