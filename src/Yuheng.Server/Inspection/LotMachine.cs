using Yuheng.Core;
using Yuheng.Core.Workflows;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Moves a lot through its machine: who may take which step under which conditions is data, not code.
/// </summary>
[Door]
internal static class LotMachine
{
    /// <summary>The machine.</summary>
    public static Machine Machine { get; } = Machine.Embedded("lot");

    /// <summary>Takes a step for a person, or refuses it with the rule named.</summary>
    public static void Move(Lot lot, string @event, Viewer viewer, Facts facts) =>
        lot.State = Machine.Step(lot.State, @event, Roles(viewer), facts).To;

    /// <summary>Takes a step that the product takes by itself.</summary>
    public static void MoveBySystem(Lot lot, string @event, Facts facts) =>
        lot.State = Machine.Step(lot.State, @event, ["system"], facts).To;

    /// <summary>What a person could do with a lot next, open or with the rules that stand in the way.</summary>
    public static IReadOnlyList<PossibleStep> Possible(Lot lot, Viewer viewer, Facts facts) =>
        Machine.Possible(lot.State, Roles(viewer), facts);

    /// <summary>The state's name.</summary>
    public static string Name(string state, Language language)
    {
        var name = Machine.State(state).Name;
        return language == Language.Chinese ? name.Zh : name.En;
    }

    private static string[] Roles(Viewer viewer) => [.. viewer.Roles.Select(Kebab)];

    private static string Kebab(Role role) =>
        string.Concat(
            role.ToString()
                .Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString())
        );
}
