using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>How the measurement uncertainty enters the decision (ILAC-G8:09/2019).</summary>
[JsonConverter(typeof(KebabEnum<DecisionRuleId>))]
public enum DecisionRuleId
{
    /// <summary>The limit itself decides (w = 0); shared risk.</summary>
    Simple,

    /// <summary>The limit less a guard band w = r·U decides.</summary>
    Guarded,

    /// <summary>Pass, conditional pass, conditional fail, fail around the limit (w = r·U).</summary>
    NonBinary,
}

/// <summary>The rule agreed before the test, stored with every decision.</summary>
/// <param name="Id">Which rule.</param>
/// <param name="R">Guard band factor: w = r·U.</param>
public sealed record DecisionRule(DecisionRuleId Id, decimal R = 1m)
{
    /// <summary>Simple acceptance, the default of laboratories.</summary>
    public static DecisionRule Simple { get; } = new(DecisionRuleId.Simple, 0m);
}
