using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>What is decided of a lot or one of its lines.</summary>
[JsonConverter(typeof(KebabEnum<Conclusion>))]
public enum Conclusion
{
    /// <summary>Everything demanded was shown.</summary>
    Conforming,

    /// <summary>A limit, a rejection number or a safety characteristic was broken.</summary>
    Nonconforming,

    /// <summary>Something is missing, invalid or not certain: neither, until it is there.</summary>
    Indeterminate,
}

/// <summary>One requirement over its specimens.</summary>
public sealed record CharacteristicVerdict
{
    /// <summary>Key of the requirement.</summary>
    public required string Key { get; init; }

    /// <summary>What is decided.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>Specimens that were to be tested.</summary>
    public required int Planned { get; init; }

    /// <summary>Specimens that passed.</summary>
    public required int Passed { get; init; }

    /// <summary>Specimens that failed.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>Tested, but not validly.</summary>
    public required IReadOnlyList<string> Invalid { get; init; }

    /// <summary>Not tested at all, or recorded so that nothing can be judged.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The line's own sentence, with clause, limit and numbers.</summary>
    public required TestReason Summary { get; init; }

    /// <summary>
    /// What was found on the specimens that did not pass, at most <see cref="LotDecision.MostReasons"/>.
    /// </summary>
    public required IReadOnlyList<SpecimenReason> Reasons { get; init; }
}

/// <summary>A reason with its specimen.</summary>
public sealed record SpecimenReason(string Specimen, TestStatus Status, TestReason Reason);

/// <summary>One sampling group against its acceptance numbers.</summary>
public sealed record GroupVerdict(
    string Group, Conclusion Conclusion, int Specimens, int Nonconforming, int? Ac, int Re, string? Plan, Phrase Says);

/// <summary>The decision on a lot, with every reason.</summary>
public sealed record LotVerdict
{
    /// <summary>Version of the rules of decision in the program; a replay names it.</summary>
    public required string Engine { get; init; }

    /// <summary>Id of the lot.</summary>
    public required string Lot { get; init; }

    /// <summary>What is decided.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>The verdict in the words of its purpose.</summary>
    public required Phrase Statement { get; init; }

    /// <summary>One line for each requirement.</summary>
    public required IReadOnlyList<CharacteristicVerdict> Lines { get; init; }

    /// <summary>One for each sampling group.</summary>
    public required IReadOnlyList<GroupVerdict> Groups { get; init; }

    /// <summary>What keeps an indeterminate lot open.</summary>
    public required IReadOnlyList<Phrase> Open { get; init; }

    /// <summary>
    /// Keys of requirements below high confidence that nobody has confirmed; shown before any release.
    /// </summary>
    public required IReadOnlyList<string> Unconfirmed { get; init; }

    /// <summary>A safety characteristic failed: no redirect, no waiver.</summary>
    public required bool SafetyFailed { get; init; }
}
