using System.Text.Json;

namespace Yuheng.Core.Workflows;

/// <summary>
/// A checked state machine: which step may be taken, by whom, under which conditions, and until when.
/// </summary>
public sealed class Machine
{
    private readonly Dictionary<string, MachineState> _states;
    private readonly Dictionary<(string State, string Event), MachineTransition> _steps;

    private Machine(MachineData data)
    {
        Data = data;
        _states = data.States.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _steps = data.Transitions.ToDictionary(t => (t.From, t.Event));
    }

    /// <summary>The machine as written.</summary>
    public MachineData Data { get; }

    /// <summary>A machine from a pack.</summary>
    /// <exception cref="JsonException">The text is not a machine.</exception>
    /// <exception cref="Refused">The machine breaks a rule that every machine keeps; the rule is named.</exception>
    public static Machine Load(ReadOnlySpan<byte> json) =>
        Of(JsonSerializer.Deserialize(json, WorkflowJson.Default.MachineData) ?? throw new JsonException());

    /// <summary>One of the embedded machines: <c>lot</c>, <c>enterprise-class</c>, <c>overseas-case</c>.</summary>
    public static Machine Embedded(string id)
    {
        using var stream = WorkflowPacks.Open($"workflows/{id}.json");
        return Of(JsonSerializer.Deserialize(stream, WorkflowJson.Default.MachineData) ?? throw new JsonException());
    }

    /// <summary>A machine from its data, checked.</summary>
    /// <exception cref="Refused">The first finding of <see cref="MachineCheck"/>.</exception>
    public static Machine Of(MachineData data) =>
        MachineCheck.Findings(data).FirstOrDefault() is { } finding
            ? throw new Refused("refused." + finding.Code, finding.Args)
            : new Machine(data);

    /// <summary>A state by identifier.</summary>
    /// <exception cref="Refused">The machine has no such state.</exception>
    public MachineState State(string id) => _states.TryGetValue(id, out var state)
        ? state
        : throw new Refused("refused.workflows.no-such-state", Data.Id, id);

    /// <summary>The step that an event makes from a state.</summary>
    /// <param name="state">Where the matter stands.</param>
    /// <param name="event">What happens.</param>
    /// <param name="roles">Roles of the one who acts; <c>system</c> for the program itself.</param>
    /// <param name="facts">What is known.</param>
    /// <exception cref="Refused">
    /// The event does not lead out of the state, the actor may not do it, or a condition does not hold: the rule is the
    /// refusal's code.
    /// </exception>
    public MachineTransition Step(string state, string @event, IReadOnlyCollection<string> roles, Facts facts)
    {
        State(state);
        if (!_steps.TryGetValue((state, @event), out var step))
        {
            throw new Refused("refused.workflows.no-such-step", Data.Id, state, @event);
        }

        if (!step.By.Any(roles.Contains))
        {
            throw new Refused("refused.workflows.not-your-step", string.Join(", ", step.By), @event);
        }

        return step.Conditions.FirstOrDefault(guard => !facts.Satisfy(guard)) is { } failed
            ? throw new Refused("refused.workflows." + failed.Rule, facts[failed.Fact] ?? "-") { Field = failed.Fact }
            : step;
    }

    /// <summary>
    /// What someone could do next: every step of the state that one of the roles may take, with the rules that do not
    /// hold yet. A page shows these as actions, with reasons where they are not open.
    /// </summary>
    public IReadOnlyList<PossibleStep> Possible(string state, IReadOnlyCollection<string> roles, Facts facts) =>
    [
        .. Data.Transitions
            .Where(t => t.From == state && t.By.Any(roles.Contains))
            .Select(t => new PossibleStep(t, [.. t.Conditions.Where(g => !facts.Satisfy(g)).Select(g => g.Rule)])),
    ];

    /// <summary>A matter that enters a state on a day: who owns it and until when.</summary>
    public Standing Enter(string state, DateOnly on, Facts facts, WorkingDayCalendar calendar)
    {
        var entered = State(state);
        if (entered.Due is not { } due)
        {
            return new Standing(state, on, null, null);
        }

        var until = due.UntilFact is { } fact && facts.DayOf(fact) is { } day
            ? new Deadline(day < on ? on : day, !calendar.Knows(day))
            : calendar.DeadlineOf(on, due.Term);
        return new Standing(state, on, entered.Owner, until);
    }
}

/// <summary>A step that a role may take, and the rules that still stand in its way.</summary>
public sealed record PossibleStep(MachineTransition Step, IReadOnlyList<string> Missing)
{
    /// <summary>Whether it can be taken now.</summary>
    public bool IsOpen => Missing.Count == 0;
}

/// <summary>Where a matter stands.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">Day on which it was entered.</param>
/// <param name="Owner">Role that has to act; null when the matter has ended.</param>
/// <param name="Deadline">Last day; null when the matter has ended.</param>
public sealed record Standing(string State, DateOnly Since, string? Owner, Deadline? Deadline)
{
    /// <summary>Whether the matter has ended.</summary>
    public bool IsFinal => Owner is null;
}
