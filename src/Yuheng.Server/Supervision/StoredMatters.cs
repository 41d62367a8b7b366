using System.Text.Json;
using Yuheng.Core;
using Yuheng.Core.Workflows;
using Yuheng.Server.Data;

namespace Yuheng.Server.Supervision;

/// <summary>One step of a stored history.</summary>
public sealed record StoredStep(
    string Event,
    DateOnly On,
    IReadOnlyList<string> Roles,
    IReadOnlyDictionary<string, string> Facts,
    Guid By);

/// <summary>A step to be taken: what, when, by whom, knowing what.</summary>
public sealed record NewStep(string Event, DateOnly On, Guid By, IReadOnlyList<string> Roles)
{
    /// <summary>What is known.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>A step of a person.</summary>
    public static NewStep Of(Work work, string @event, params IReadOnlyList<(string Name, string Value)> facts) =>
        new(@event, Registry.Zones.DayOf(work.Now), work.Viewer.UserId, StoredMatters.RolesOf(work.Viewer))
        {
            Facts = facts,
        };

    /// <summary>A step that the product takes by itself.</summary>
    public static NewStep BySystem(Work work, string @event, params IReadOnlyList<(string Name, string Value)> facts) =>
        new(@event, Registry.Zones.DayOf(work.Now), Guid.Empty, ["system"]) { Facts = facts };
}

/// <summary>Loads matters from their rows and takes their steps.</summary>
internal static class StoredMatters
{
    /// <summary>Steps of a history at most: a matter with more is broken or attacked.</summary>
    private const int MostSteps = 2000;

    /// <summary>The machine of quality-assurance levels.</summary>
    public static Machine Levels { get; } = Machine.Embedded("enterprise-class");

    /// <summary>The machine of overseas cases.</summary>
    public static Machine Cases { get; } = Machine.Embedded("overseas-case");

    /// <summary>The history of a row.</summary>
    public static IReadOnlyList<StoredStep> Steps(IMatterRow row) =>
        JsonSerializer.Deserialize<List<StoredStep>>(row.History, JournalJson.Options)!;

    /// <summary>The matter, replayed from its history.</summary>
    public static Matter Load(IMatterRow row, Machine machine) =>
        Matter.Replay(
            Matter.Begin(machine, WorkingDayCalendar.China, row.BegunOn, Facts.None),
            Steps(row).Select(s => new Happening(s.Event, s.On, [.. s.Roles], new Facts(s.Facts))));

    /// <summary>Takes a step, or refuses it with the rule named.</summary>
    public static void Take(IMatterRow row, Machine machine, NewStep step)
    {
        var steps = Steps(row);
        if (steps.Count >= MostSteps)
        {
            throw new Refused("refused.supervision.too-many-steps-conflict");
        }

        var matter = Load(row, machine)
            .After(new Happening(step.Event, step.On, [.. step.Roles], Facts.Of([.. step.Facts])));
        var facts = step.Facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        var stored = new StoredStep(step.Event, step.On, step.Roles, facts, step.By);
        row.History = JsonSerializer.Serialize(steps.Append(stored), JournalJson.Options);
        Show(row, matter.Standing);
    }

    /// <summary>Writes the standing where lists read it.</summary>
    public static void Show(IMatterRow row, Standing standing)
    {
        row.State = standing.State;
        row.Since = standing.Since;
        row.Owner = standing.Owner;
        row.Due = standing.Deadline?.Due;
        row.Provisional = standing.Deadline?.IsProvisional ?? false;
    }

    /// <summary>What someone could do next, open or not.</summary>
    public static IReadOnlyList<PossibleStep> Possible(IMatterRow row, Machine machine, Viewer viewer) =>
        machine.Possible(row.State, RolesOf(viewer), Facts.None);

    /// <summary>The name of a state.</summary>
    public static string Name(Machine machine, string state, Language language)
    {
        var name = machine.State(state).Name;
        return language == Language.Chinese ? name.Zh : name.En;
    }

    /// <summary>Roles as machines write them.</summary>
    public static IReadOnlyList<string> RolesOf(Viewer viewer) =>
        [.. viewer.Roles.Select(r => string.Concat(r.ToString().Select(Kebab)))];

    private static string Kebab(char c, int i) =>
        char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString();
}
