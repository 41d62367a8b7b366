using Yuheng.Core;
using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary><c>yuheng sampling oc</c>: Pa, ASN, AOQ and ATI of a plan at given qualities.</summary>
internal static class OcCommand
{
    // Multiplications that one line may ask for: about two seconds.
    private const double MostWork = 1e9;

    public static int Run(CommandCall call) => JsonLines.Run(call, Answer);

    private static void Answer(JsonExchange exchange)
    {
        var request = exchange.Request;
        request.Only("id", "sampleSizes", "ac", "re", "model", "lotSize", "p", "d");
        var plan = new StagedPlan(
            [.. request.Counts("sampleSizes")], [.. request.CountsOrNulls("ac")], [.. request.Counts("re")]);
        var risk = new OperatingCharacteristic(plan, SamplingWords.Model(request), request.CountOrNull("lotSize"));
        var points = Points(request, plan, risk);
        exchange.WriteNumbers("pa", points.Select(point => (double?)point.Pa));
        exchange.WriteNumbers("asn", points.Select(point => (double?)point.Asn));
        exchange.WriteNumbers("aoq", points.Select(point => (double?)point.Aoq));
        if (request.Has("lotSize"))
        {
            exchange.WriteNumbers("ati", points.Select(point => point.Ati));
        }
    }

    private static List<RiskPoint> Points(JsonRequest request, StagedPlan plan, OperatingCharacteristic risk)
    {
        var counted = SamplingWords.Model(request) == RiskModel.Hypergeometric;
        var foreign = counted ? "p" : "d";
        if (request.Has(foreign))
        {
            throw new Refused(
                counted ? "refused.sampling.counts-not-fractions" : "refused.sampling.fractions-not-counts")
            {
                Field = foreign,
            };
        }

        var items = request.Items(counted ? "d" : "p").ToList();
        if (items.Count * Work(plan, counted) > MostWork)
        {
            throw new Refused("refused.sampling.too-much-work");
        }

        return counted
            ? [.. items.Select(item => risk.AtCount(JsonRequest.AsCount(item, "d")))]
            : [.. items.Select(item => risk.At(JsonRequest.AsNumber(item, "p")))];
    }

    // A single plan sums a tail of some ten standard deviations; stages multiply their tables with each other.
    private static double Work(StagedPlan plan, bool counted)
    {
        double re = plan.Re.Max();
        var tail = 100 + (10 * Math.Sqrt(plan.Total));
        return plan.SampleSizes.Length == 1
            ? tail
            : plan.SampleSizes.Length * ((re * re) + (counted ? re * (tail + re) : tail));
    }
}
