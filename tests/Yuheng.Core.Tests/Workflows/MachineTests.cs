using System.Globalization;
using CsCheck;
using Shouldly;
using Yuheng.Core.Workflows;

namespace Yuheng.Core.Tests.Workflows;

public sealed class MachineTests
{
    private static readonly DateOnly Start = new(2026, 11, 2);

    public static TheoryData<string> Machines => ["lot", "enterprise-class", "overseas-case"];

    [Theory]
    [MemberData(nameof(Machines))]
    public void An_embedded_machine_keeps_every_rule(string id) =>
        MachineCheck.Findings(Machine.Embedded(id).Data).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Machines))]
    public void Every_rule_of_a_machine_has_a_sentence(string id)
    {
        var rules = Machine.Embedded(id).Data.Transitions.SelectMany(t => t.Conditions).Select(g => g.Rule).Distinct();

        rules.Where(r => !Texts.OfCore.Has("refused.workflows." + r)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void No_sequence_of_events_leaves_a_matter_without_owner_and_deadline(string id)
    {
        var machine = Machine.Embedded(id);
        Gen.Int[0, 1000].Array[1, 60].Sample(choices =>
        {
            var begun = Matter.Begin(machine, WorkingDayCalendar.China, Start, Facts.None);
            var matter = begun;
            var on = Start;
            foreach (var choice in choices)
            {
                var ways = machine.Data.Transitions.Where(t => t.From == matter.Standing.State).ToArray();
                if (ways.Length == 0)
                {
                    break;
                }

                var step = ways[choice % ways.Length];
                on = on.AddDays(choice % 4);
                matter = matter.After(new Happening(step.Event, on, step.By, Satisfying(step, on)));
                (matter.Standing.IsFinal || matter.Standing is { Owner: not null, Deadline: not null }).ShouldBeTrue();
                matter.Standing.Deadline?.Due.ShouldBeGreaterThanOrEqualTo(on);
            }

            Matter.Replay(begun, matter.History).Standing.ShouldBe(matter.Standing);
        });
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Every_missed_deadline_leads_somewhere(string id)
    {
        var machine = Machine.Embedded(id);
        foreach (var state in machine.Data.States.Where(s => !s.IsFinal))
        {
            var standing = machine.Enter(state.Id, Start, Facts.None, WorkingDayCalendar.China);
            var matter = new Matter(machine, WorkingDayCalendar.China, standing, []);
            var late = standing.Deadline!.Due.AddDays(1);

            var notice = matter.NoticesOn(late).ShouldHaveSingleItem();

            notice.Kind.ShouldNotBe(NoticeKind.Reminder);
            if (notice.Kind == NoticeKind.Lapse)
            {
                Should.NotThrow(() => matter.After(new Happening(notice.Event!, late, ["system"], Facts.None)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void No_co_ordinating_body_acts_in_a_machine_of_supervision(string id) =>
        Machine.Embedded(id).Data.Transitions.SelectMany(t => t.By).ShouldNotContain("government-officer");

    [Fact]
    public void A_condition_that_does_not_hold_is_named()
    {
        var lot = Machine.Embedded("lot");

        string Rule(string state, string @event, string role, Facts facts) =>
            Should.Throw<Refused>(() => lot.Step(state, @event, [role], facts)).Code;

        Rule("sampling", "seal", "inspector", Facts.Of(("samplerCount", "1"))).ShouldBe("two-samplers");
        Rule("sampling", "seal", "reviewer", Facts.None).ShouldBe("not-your-step");
        Rule("sampling", "export", "inspector", Facts.None).ShouldBe("no-such-step");
        Rule("nowhere", "export", "inspector", Facts.None).ShouldBe("no-such-state");
        Rule("testing", "sign", "laboratory-signatory", Facts.Of(
                ("inScope", "true"), ("testers", "a|b"), ("samplers", "b|c")))
            .ShouldBe("samplers-do-not-test");
        Rule("held", "ask-retest", "firm-clerk", Facts.Of(("askedOn", "2026-11-20"), ("retestUntil", "2026-11-19")))
            .ShouldBe("retest-in-time");
        Rule("held", "redirect", "firm-clerk", Facts.Of(("buyerConsent", "doc-7"), ("safetyFailure", "true")))
            .ShouldBe("not-a-safety-limit");
        Rule("planned", "replan", "system", Facts.Of(("drawn", "true"), ("classChange", "down")))
            .ShouldBe("not-yet-drawn");
        Rule("releasable", "issue", "reviewer", Facts.Of(("issuer", "zone-office"))).ShouldBe("issuer-not-coordinator");
    }

    [Fact]
    public void An_objection_after_its_deadline_is_refused()
    {
        var machine = Machine.Embedded("enterprise-class");
        var late = Facts.Of(("objectedOn", "2026-11-10"), ("noticeUntil", "2026-11-09"));
        var inTime = Facts.Of(("objectedOn", "2026-11-09"), ("noticeUntil", "2026-11-09"));

        Should.Throw<Refused>(() => machine.Step("noticed", "object", ["firm-owner"], late))
            .Code.ShouldBe("objection-in-time");
        machine.Step("noticed", "object", ["firm-owner"], inTime).To.ShouldBe("objection");
    }

    [Fact]
    public void An_assessor_of_the_firm_itself_is_refused() =>
        Should.Throw<Refused>(() => Machine.Embedded("enterprise-class").Step(
                "applied",
                "assess",
                ["assessor"],
                Facts.Of(("assessorCount", "2"), ("assessorEmployers", "firm-7|none"), ("firm", "firm-7"))))
            .Code.ShouldBe("no-relation");

    [Theory]
    [InlineData("exported", "revoke", "revoked")]
    [InlineData("exported", "recall", "recalled")]
    [InlineData("released", "revoke", "revoked")]
    [InlineData("declared", "withdraw", "withdrawn")]
    [InlineData("planned", "withdraw", "withdrawn")]
    [InlineData("held", "withdraw", "withdrawn")]
    [InlineData("cannot-judge", "fact-arrives", "evaluated")]
    [InlineData("cannot-judge", "withdraw", "withdrawn")]
    public void The_corrected_ways_of_a_lot_exist(string from, string @event, string to) =>
        Machine.Embedded("lot").Data.Transitions.ShouldContain(t => t.From == from && t.Event == @event && t.To == to);

    [Fact]
    public void A_lot_that_cannot_be_judged_is_not_left_by_testing_again()
    {
        var lot = Machine.Embedded("lot").Data;
        lot.Transitions.Where(t => t.From == "cannot-judge")
            .ShouldAllBe(t => t.To == "evaluated" || t.To == "withdrawn");
        lot.States.ShouldAllBe(s => !s.Id.Contains("certif"));
    }

    [Fact]
    public void Words_of_the_outcomes_are_those_of_the_voluntary_scheme()
    {
        var lot = Machine.Embedded("lot");
        new[] { "releasable", "held", "refused" }.Select(s => lot.State(s).Name.Zh)
            .ShouldBe(["可出具", "暂缓出具", "不予出具"]);
    }

    [Fact]
    public void The_owner_is_reminded_before_the_deadline()
    {
        var matter = Matter.Begin(Machine.Embedded("overseas-case"), WorkingDayCalendar.China, Start, Facts.None);
        var matched = matter.After(new Happening(
            "match", Start, ["reviewer"], Facts.Of(("matchScore", "0.9"), ("confirmedBy", "p1"))));

        matched.Standing.Deadline!.Due.ShouldBe(new DateOnly(2026, 11, 5));
        matched.NoticesOn(new DateOnly(2026, 11, 4)).ShouldHaveSingleItem().To.ShouldBe("reviewer");
        matched.NoticesOn(new DateOnly(2026, 11, 3)).ShouldBeEmpty();
        matched.NoticesOn(new DateOnly(2026, 11, 6)).ShouldHaveSingleItem().To.ShouldBe("department-officer");
    }

    [Fact]
    public void A_step_before_the_last_one_is_refused()
    {
        var matter = Matter.Begin(Machine.Embedded("lot"), WorkingDayCalendar.China, Start, Facts.None);

        var early = new Happening("withdraw", Start.AddDays(-1), ["firm-clerk"], Facts.None);

        Should.Throw<Refused>(() => matter.After(early)).Code.ShouldBe("before-last-step");
    }

    /// <summary>The facts that let a step pass, made from its own conditions.</summary>
    private static Facts Satisfying(MachineTransition step, DateOnly on)
    {
        var facts = new Dictionary<string, string>();
        foreach (var guard in step.Conditions)
        {
            facts[guard.Fact] = guard.Test switch
            {
                GuardTest.Present when guard.Fact.EndsWith("Until", StringComparison.Ordinal) => Iso(on.AddDays(9)),
                GuardTest.Present => "x",
                GuardTest.NotAfter => Iso(on),
                GuardTest.NoneOf => "a",
                _ => guard.Value.Split('|')[0],
            };
            if (guard.Test is GuardTest.NotAfter or GuardTest.NoneOf)
            {
                facts.TryAdd(guard.Value, guard.Test == GuardTest.NotAfter ? Iso(on) : "b");
            }
        }

        return new Facts(facts);
    }

    private static string Iso(DateOnly day) => day.ToString("o", CultureInfo.InvariantCulture);
}
