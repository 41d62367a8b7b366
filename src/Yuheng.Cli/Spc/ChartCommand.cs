using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Statistics;

namespace Yuheng.Cli.Spc;

/// <summary><c>yuheng spc chart</c>: centre, limits and points of a control chart.</summary>
internal static class ChartCommand
{
    private static readonly Dictionary<string, Func<JsonRequest, ChartSettings, IReadOnlyList<ControlChart>>> Types =
        new(StringComparer.Ordinal)
        {
            ["xbar-r"] = (request, settings) => VariablesCharts.XbarR(Rows(request), settings),
            ["xbar-s"] = (request, settings) => VariablesCharts.XbarS(Rows(request), settings),
            ["i-mr"] = (request, settings) => VariablesCharts.IndividualsMovingRange(Row(request), settings),
            ["p"] = (request, settings) => [CountCharts.P(Row(request), request.Numbers("sizes"), settings)],
            ["np"] = (request, settings) => [CountCharts.Np(Row(request), request.Numbers("sizes"), settings)],
            ["c"] = (request, settings) => [CountCharts.C(Row(request), settings)],
            ["u"] = (request, settings) => [CountCharts.U(Row(request), request.Numbers("sizes"), settings)],
            ["ewma"] = (request, settings) => [VariablesCharts.Ewma(Rows(request), settings)],
            ["cusum"] = (request, settings) => VariablesCharts.Cusum(Rows(request), settings),
        };

    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "type", "data", "sizes", "target", "sigma", "lambda", "width", "k", "h");
        var type = request.Text("type");
        if (!Types.TryGetValue(type, out var make))
        {
            throw new Refused("refused.statistics.chart-unknown", type, string.Join(", ", Types.Keys))
            {
                Field = "type",
            };
        }

        if (request.Has("sizes") && type is not ("p" or "np" or "u"))
        {
            throw new Refused("refused.sampling.member-of-other-model", "sizes") { Field = "sizes" };
        }

        var charts = make(request, Settings(request));
        exchange.Answer.WriteStartObject("charts");
        foreach (var chart in charts)
        {
            Write(exchange, chart);
        }

        exchange.Answer.WriteEndObject();
    }

    private static ChartSettings Settings(JsonRequest request)
    {
        var usual = new ChartSettings();
        return usual with
        {
            Target = request.NumberOrNull("target"),
            Sigma = request.NumberOrNull("sigma"),
            Width = request.NumberOrNull("width") ?? usual.Width,
            Lambda = request.NumberOrNull("lambda") ?? usual.Lambda,
            K = request.NumberOrNull("k") ?? usual.K,
            H = request.NumberOrNull("h") ?? usual.H,
        };
    }

    private static void Write(JsonExchange exchange, ControlChart chart)
    {
        exchange.Answer.WriteStartObject(chart.Name);
        exchange.Answer.WriteNumber("center", chart.Center);
        exchange.Answer.WriteNumber("sigma", chart.Sigma);
        exchange.WriteNumbers("lcl", chart.Lower.Select(value => (double?)value));
        exchange.WriteNumbers("ucl", chart.Upper.Select(value => (double?)value));
        exchange.WriteNumbers("statistics", chart.Statistics.Select(value => (double?)value));
        exchange.WriteCounts("beyond", chart.Beyond.Select(point => (long?)point));
        exchange.Answer.WriteEndObject();
    }

    // Subgroups as rows; bare numbers are rows of one value.
    private static List<double[]> Rows(JsonRequest request) =>
        [.. request.Items("data").Select(item => item.ValueKind == JsonValueKind.Array ? Values(item) : [Value(item)])];

    // One row: bare numbers, a single list, or lists of one value.
    private static double[] Row(JsonRequest request)
    {
        var rows = Rows(request);
        return rows.Count == 1
            ? rows[0]
            : [.. rows.Select(row => row.Length == 1
                ? row[0]
                : throw new Refused("refused.statistics.rows") { Field = "data" })];
    }

    private static double[] Values(JsonElement row) => [.. row.EnumerateArray().Select(Value)];

    private static double Value(JsonElement item) => JsonRequest.AsNumber(item, "data");
}
