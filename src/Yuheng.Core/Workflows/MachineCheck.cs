namespace Yuheng.Core.Workflows;

/// <summary>
/// What every machine must keep, whoever wrote it: no state out of reach, none without a way to an end, an owner and a
/// deadline in every state that is not final, one way for one event, and no inspection by a body that may not inspect.
/// </summary>
public static class MachineCheck
{
    /// <summary>Roles that exist; <c>system</c> is the program acting by rule.</summary>
    public static IReadOnlySet<string> Roles { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "system", "firm-clerk", "firm-owner", "bench-operator", "laboratory-signatory", "inspector", "reviewer",
        "assessor", "department-officer", "association-officer", "government-officer",
    };

    /// <summary>
    /// Who may carry out an act of inspection (State Council General Office, 2024 no. 54): co-ordinating bodies,
    /// laboratories and
    /// associations may not.
    /// </summary>
    private static readonly HashSet<string> Inspecting = ["inspector", "reviewer", "department-officer"];

    /// <summary>All findings; none means that the machine may be used.</summary>
    public static IReadOnlyList<Phrase> Findings(MachineData data)
    {
        var wrong = Names(data).ToList();
        if (wrong.Count == 0)
        {
            wrong.AddRange(States(data));
            wrong.AddRange(Transitions(data));
            wrong.AddRange(Reach(data));
        }

        return wrong;
    }

    private static IEnumerable<Phrase> Names(MachineData data)
    {
        var twice = data.States.GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => g.Key);
        foreach (var state in twice)
        {
            yield return Finding("machine-state-twice", data, state);
        }

        var known = data.States.Select(s => s.Id).Append("").ToHashSet(StringComparer.Ordinal);
        var used = data.Transitions.SelectMany(t => new[] { t.From, t.To }).Append(data.Initial).Distinct();
        foreach (var state in used.Where(s => s.Length == 0 || !known.Contains(s)))
        {
            yield return Finding("machine-state-unknown", data, state);
        }

        foreach (var step in data.Transitions.GroupBy(t => (t.From, t.Event)).Where(g => g.Count() > 1))
        {
            yield return Finding("machine-event-twice", data, $"{step.Key.From} {step.Key.Event}");
        }
    }

    private static IEnumerable<Phrase> States(MachineData data)
    {
        foreach (var state in data.States)
        {
            if (!WorkflowPacks.IsComplete(state.Name))
            {
                yield return Finding("machine-name", data, state.Id);
            }

            if (state.IsFinal)
            {
                if (state.Due is not null || state.Overdue is not null || data.Transitions.Any(t => t.From == state.Id))
                {
                    yield return Finding("machine-final", data, state.Id);
                }

                continue;
            }

            if (!Roles.Contains(state.Owner!))
            {
                yield return Finding("machine-role-unknown", data, state.Owner!);
            }

            if (state.Due is not { Count: > 0 } || !Handled(data, state))
            {
                yield return Finding("machine-deadline", data, state.Id);
            }
        }
    }

    private static bool Handled(MachineData data, MachineState state) => state.Overdue switch
    {
        { Event: { } lapse, EscalateTo: null } =>
            data.Transitions.Any(t => t.From == state.Id && t.Event == lapse
                && t.By.Contains("system") && t.Conditions.Count == 0),
        { Event: null, EscalateTo: { } role } => Roles.Contains(role) && role != state.Owner,
        _ => false,
    };

    private static IEnumerable<Phrase> Transitions(MachineData data)
    {
        foreach (var step in data.Transitions)
        {
            if (step.By.Count == 0 || step.By.FirstOrDefault(r => !Roles.Contains(r)) is not null)
            {
                yield return Finding("machine-role-unknown", data, $"{step.From} {step.Event}");
            }

            if (step.IsInspection && step.By.Any(r => !Inspecting.Contains(r)))
            {
                yield return Finding("machine-inspection", data, $"{step.From} {step.Event}");
            }

            if (step.Source.Length == 0 || step.Confidence is not ("V" or "S" or "C" or "M" or "D"))
            {
                yield return Finding("machine-source", data, $"{step.From} {step.Event}");
            }
        }
    }

    private static IEnumerable<Phrase> Reach(MachineData data)
    {
        var reached = Closure([data.Initial], data.Transitions.ToLookup(t => t.From, t => t.To));
        foreach (var state in data.States.Where(s => !reached.Contains(s.Id)))
        {
            yield return Finding("machine-unreachable", data, state.Id);
        }

        var ends = data.States.Where(s => s.IsFinal).Select(s => s.Id);
        var leaving = Closure(ends, data.Transitions.ToLookup(t => t.To, t => t.From));
        foreach (var state in data.States.Where(s => !leaving.Contains(s.Id)))
        {
            yield return Finding("machine-no-way-out", data, state.Id);
        }
    }

    private static HashSet<string> Closure(IEnumerable<string> start, ILookup<string, string> next)
    {
        var found = new HashSet<string>(start, StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var state))
        {
            foreach (var other in next[state].Where(found.Add))
            {
                open.Enqueue(other);
            }
        }

        return found;
    }

    private static Phrase Finding(string rule, MachineData data, string what) =>
        Phrase.Of("workflows." + rule, data.Id, what);
}
