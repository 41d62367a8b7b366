using System.Collections.Immutable;
using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Sampling;

namespace Yuheng.Cli.Sampling;

/// <summary>
/// The words of the contract for plans and severities, and the members that several verbs write alike.
/// </summary>
internal static class SamplingWords
{
    public static PlanKind Plan(JsonRequest request) => request.Text("plan") switch
    {
        "single" => PlanKind.Single,
        "double" => PlanKind.Double,
        "multiple" => PlanKind.Multiple,
        _ => throw new Refused("refused.sampling.plan-unknown") { Field = "plan" },
    };

    public static Severity Severity(JsonRequest request) => request.Text("severity") switch
    {
        "normal" => Core.Sampling.Severity.Normal,
        "tightened" => Core.Sampling.Severity.Tightened,
        "reduced" => Core.Sampling.Severity.Reduced,
        _ => throw new Refused("refused.sampling.severity-unknown") { Field = "severity" },
    };

    public static RiskModel Model(JsonRequest request) => request.Text("model") switch
    {
        "binomial" => RiskModel.Binomial,
        "poisson" => RiskModel.Poisson,
        "hypergeometric" => RiskModel.Hypergeometric,
        _ => throw new Refused("refused.sampling.model-unknown") { Field = "model" },
    };

    public static SpreadKnown Method(JsonRequest request) => request.Text("method") switch
    {
        "sigma" => SpreadKnown.Sigma,
        "s" => SpreadKnown.S,
        _ => throw new Refused("refused.sampling.method-unknown") { Field = "method" },
    };

    public static FractionalUse Fractional(JsonRequest request) => request.TextOrNull("fractional") switch
    {
        null or "none" => FractionalUse.None,
        "constant" => FractionalUse.Constant,
        "varying" => FractionalUse.Varying,
        _ => throw new Refused("refused.sampling.fractional-unknown") { Field = "fractional" },
    };

    public static string Word(PlanKind plan) => plan switch
    {
        PlanKind.Single => "single",
        PlanKind.Double => "double",
        _ => "multiple",
    };

    public static string Word(Severity severity) => severity switch
    {
        Core.Sampling.Severity.Normal => "normal",
        Core.Sampling.Severity.Tightened => "tightened",
        Core.Sampling.Severity.Reduced => "reduced",
        _ => "discontinued",
    };

    public static string Word(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Word(LotDecision decision) => decision switch
    {
        LotDecision.Accept => "accept",
        LotDecision.NotAccept => "not_accept",
        _ => "not_inspected",
    };

    /// <summary>Writes codeLetter, finalLetter, planUsed, sampleSizes, ac, re and inspectAll.</summary>
    public static void WritePlan(Utf8JsonWriter answer, SamplingPlan plan)
    {
        answer.WriteString("codeLetter", plan.CodeLetter);
        answer.WriteString("finalLetter", plan.FinalLetter);
        answer.WriteString("planUsed", Word(plan.PlanUsed));
        WriteList(answer, "sampleSizes", plan.SampleSizes);
        WriteAc(answer, plan.Ac);
        WriteList(answer, "re", plan.Re);
        answer.WriteBoolean("inspectAll", plan.InspectAll);
    }

    /// <summary>Writes the same members for a lot that is not inspected.</summary>
    public static void WriteNoPlan(Utf8JsonWriter answer)
    {
        answer.WriteNull("codeLetter");
        answer.WriteNull("finalLetter");
        answer.WriteNull("planUsed");
        WriteList(answer, "sampleSizes", []);
        WriteList(answer, "ac", []);
        WriteList(answer, "re", []);
        answer.WriteBoolean("inspectAll", false);
    }

    private static void WriteList(Utf8JsonWriter answer, string name, ImmutableArray<int> numbers)
    {
        answer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            answer.WriteNumberValue(number);
        }

        answer.WriteEndArray();
    }

    private static void WriteAc(Utf8JsonWriter answer, ImmutableArray<int?> numbers)
    {
        answer.WriteStartArray("ac");
        foreach (var number in numbers)
        {
            if (number is { } ac)
            {
                answer.WriteNumberValue(ac);
            }
            else
            {
                answer.WriteNullValue();
            }
        }

        answer.WriteEndArray();
    }
}
