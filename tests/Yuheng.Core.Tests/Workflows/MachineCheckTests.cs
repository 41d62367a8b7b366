using Shouldly;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Tests.Workflows;

/// <summary>One planted fault for every rule of a machine.</summary>
public sealed class MachineCheckTests
{
    private static readonly MachineData Good = new(
        "demo",
        "2026-01-01",
        new Bilingual("示例", "demo"),
        new Bilingual("示例", "demo"),
        "a",
        [State("a"), State("b"), new MachineState("end", new Bilingual("止", "end"))],
        [Step("a", "b", "go"), Step("b", "end", "stop")]);

    [Fact]
    public void A_sound_machine_has_no_finding() => MachineCheck.Findings(Good).ShouldBeEmpty();

    public static TheoryData<string, Func<MachineData, MachineData>> Faults => new()
    {
        { "machine-state-twice", m => m with { States = [.. m.States, State("a")] } },
        { "machine-state-unknown", m => m with { Transitions = [.. m.Transitions, Step("a", "nowhere", "x")] } },
        { "machine-state-unknown", m => m with { Initial = "" } },
        { "machine-event-twice", m => m with { Transitions = [.. m.Transitions, Step("a", "end", "go")] } },
        { "machine-name", m => First(m, s => s with { Name = new Bilingual("", "a") }) },
        { "machine-final", m => m with { Transitions = [.. m.Transitions, Step("end", "a", "again")] } },
        { "machine-role-unknown", m => First(m, s => s with { Owner = "nobody" }) },
        { "machine-role-unknown", m => Going(m, t => t with { By = [] }) },
        { "machine-deadline", m => First(m, s => s with { Due = null }) },
        { "machine-deadline", m => First(m, s => s with { Overdue = null }) },
        { "machine-deadline", m => First(m, s => s with { Overdue = new Overdue("gone") }) },
        { "machine-deadline", m => Lapsing(m, "reviewer", []) },
        { "machine-deadline", m => Lapsing(m, "system", [new Guard("r", "f", GuardTest.Present)]) },
        { "machine-inspection", m => Going(m, t => t with { By = ["government-officer"], IsInspection = true }) },
        { "machine-inspection", m => Going(m, t => t with { By = ["laboratory-signatory"], IsInspection = true }) },
        { "machine-inspection", m => Going(m, t => t with { By = ["association-officer"], IsInspection = true }) },
        { "machine-source", m => Going(m, t => t with { Confidence = "?" }) },
        { "machine-unreachable", m => m with { Initial = "b" } },
        { "machine-no-way-out", m => m with { Transitions = [m.Transitions[0], Step("b", "a", "back")] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_named_and_refused(string rule, Func<MachineData, MachineData> plant)
    {
        var faulty = plant(Good);

        MachineCheck.Findings(faulty).ShouldContain(f => f.Code == "workflows." + rule);
        var refused = Should.Throw<Refused>(() => Machine.Of(faulty));
        Texts.OfCore.Say(Language.English, refused.Phrase).ShouldContain("demo");
    }

    private static MachineState State(string id) => new(
        id,
        new Bilingual(id, id),
        "reviewer",
        new StateTerm(5, TermUnit.WorkingDays, "design", "D"),
        new Overdue(EscalateTo: "department-officer"));

    private static MachineTransition Step(string from, string to, string @event) =>
        new(from, to, @event, ["reviewer"], "design", "D");

    private static MachineData First(MachineData machine, Func<MachineState, MachineState> change) =>
        machine with { States = [change(machine.States[0]), .. machine.States.Skip(1)] };

    /// <summary>A lapse that the system may not make, or not always.</summary>
    private static MachineData Lapsing(MachineData machine, string by, IReadOnlyList<Guard> guards) =>
        Going(First(machine, s => s with { Overdue = new Overdue("go") }), t => t with { By = [by], Guards = guards });

    private static MachineData Going(MachineData machine, Func<MachineTransition, MachineTransition> change) =>
        machine with { Transitions = [change(machine.Transitions[0]), .. machine.Transitions.Skip(1)] };
}
