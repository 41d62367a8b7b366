using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>What one test says.</summary>
[JsonConverter(typeof(KebabEnum<TestStatus>))]
public enum TestStatus
{
    /// <summary>Conforms, under the conditions that the standard demands.</summary>
    Pass,

    /// <summary>Does not conform.</summary>
    Fail,

    /// <summary>The conditions were not met: neither passed nor failed.</summary>
    InvalidTest,

    /// <summary>The requirement does not concern this product.</summary>
    NotApplicable,

    /// <summary>Something needed is not known; never a pass.</summary>
    CannotJudge,
}

/// <summary>One reason of a decision.</summary>
/// <param name="Clause">Standard, edition and clause.</param>
/// <param name="Says">The sentence.</param>
/// <param name="Measured">As recorded; null where there is nothing.</param>
/// <param name="Limit">What it was compared with.</param>
/// <param name="Unit">Unit of both; null where none.</param>
/// <param name="Rule">How they were compared: <c>&gt;=</c>, <c>&lt;=</c>, <c>none-visible</c>, <c>guarded</c>…</param>
public sealed record TestReason(string Clause, Phrase Says, string? Measured, string? Limit, string? Unit, string Rule);

/// <summary>The outcome of one observation against one requirement.</summary>
public sealed record TestOutcome
{
    /// <summary>What the test says.</summary>
    public required TestStatus Status { get; init; }

    /// <summary>Why; never empty.</summary>
    public required IReadOnlyList<TestReason> Reasons { get; init; }

    /// <summary>Pass or fail within the guard band (ILAC-G8 non-binary).</summary>
    public bool Conditional { get; init; }

    /// <summary>
    /// Probability that the true value is beyond the limit, rounded to six decimals; null without an uncertainty.
    /// </summary>
    public decimal? ProbabilityBeyondLimit { get; init; }
}
