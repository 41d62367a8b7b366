namespace Yuheng.Core.Workflows;

/// <summary>A state machine as its pack writes it.</summary>
/// <param name="Id">Identifier, as in <c>lot</c>.</param>
/// <param name="Version">Day of this edition.</param>
/// <param name="Title">Name.</param>
/// <param name="Note">What a reader must know about its legal standing.</param>
/// <param name="Initial">First state.</param>
/// <param name="States">All states.</param>
/// <param name="Transitions">All ways between them.</param>
public sealed record MachineData(
    string Id,
    string Version,
    Bilingual Title,
    Bilingual Note,
    string Initial,
    IReadOnlyList<MachineState> States,
    IReadOnlyList<MachineTransition> Transitions);

/// <summary>A state: someone owns it and it ends by a day, unless it is final.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">What people read.</param>
/// <param name="Owner">Role that has to act; absent only in a final state.</param>
/// <param name="Due">How long it may last; absent only in a final state.</param>
/// <param name="Overdue">What happens then; absent only in a final state.</param>
public sealed record MachineState(
    string Id,
    Bilingual Name,
    string? Owner = null,
    StateTerm? Due = null,
    Overdue? Overdue = null)
{
    /// <summary>Whether the matter ends here.</summary>
    public bool IsFinal => Owner is null;
}

/// <summary>How long a state may last, with the source of the rule.</summary>
/// <param name="Count">Length.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Source">Clause, or <c>design</c>.</param>
/// <param name="Confidence">V text read, S secondary, C code, M memory, D own design.</param>
/// <param name="UntilFact">A fact that gives the last day itself (a validity); the length counts where it is
/// absent.</param>
/// <param name="RemindBefore">Working days before the end on which the owner is reminded.</param>
public sealed record StateTerm(
    int Count,
    TermUnit Unit,
    string Source,
    string Confidence,
    string? UntilFact = null,
    IReadOnlyList<int>? RemindBefore = null)
{
    /// <summary>The length as a term.</summary>
    public Term Term => new(Count, Unit);
}

/// <summary>What a missed deadline does: an event of the system, or word to someone else. One of the two.</summary>
public sealed record Overdue(string? Event = null, string? EscalateTo = null);

/// <summary>A way from one state to another.</summary>
/// <param name="From">State left.</param>
/// <param name="To">State entered.</param>
/// <param name="Event">What happens; one event of a state leads one way.</param>
/// <param name="By">Roles that may do it.</param>
/// <param name="Guards">Conditions, all of which must hold.</param>
/// <param name="Effects">What the change sets off elsewhere, done in the same transaction or through the
/// journal.</param>
/// <param name="Source">Clause, or <c>design</c>.</param>
/// <param name="Confidence">V, S, C, M or D.</param>
/// <param name="IsInspection">An act of inspection: no co-ordinating body, laboratory or association may be its
/// actor.</param>
public sealed record MachineTransition(
    string From,
    string To,
    string Event,
    IReadOnlyList<string> By,
    string Source,
    string Confidence,
    IReadOnlyList<Guard>? Guards = null,
    IReadOnlyList<string>? Effects = null,
    bool IsInspection = false)
{
    /// <summary>Conditions, never null.</summary>
    public IReadOnlyList<Guard> Conditions => Guards ?? [];

    /// <summary>Effects, never null.</summary>
    public IReadOnlyList<string> Outcomes => Effects ?? [];
}

/// <summary>A condition over facts. A fact that is missing fails every condition.</summary>
/// <param name="Rule">Name of the rule, the last part of the refusal's code.</param>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Test">How it is tested.</param>
/// <param name="Value">What it is tested against: a value, several parted by bars, or another fact's name.</param>
public sealed record Guard(string Rule, string Fact, GuardTest Test, string Value = "");

/// <summary>Kinds of condition.</summary>
public enum GuardTest
{
    /// <summary>The fact is there and not empty.</summary>
    Present,

    /// <summary>Equal to the value; flags are true and false.</summary>
    Is,

    /// <summary>Equal to one of the values parted by bars.</summary>
    OneOf,

    /// <summary>A number not below the value.</summary>
    AtLeast,

    /// <summary>A number not above the value.</summary>
    AtMost,

    /// <summary>A day not after the day in the other fact.</summary>
    NotAfter,

    /// <summary>
    /// Another person or laboratory than in the other fact: no identifier in common (lists parted by bars).
    /// </summary>
    NoneOf,
}
