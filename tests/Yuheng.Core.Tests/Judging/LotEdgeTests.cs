using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class LotEdgeTests
{
    private static readonly Requirement Marking = BenchLot.Shell with
    {
        Id = "marking", Key = "marking@x", Class = CharacteristicClass.C, Safety = false, Medium = null,
            TestPressure = null,
        MinDurationSeconds = null, Confidence = Confidence.High, Pack = null,
            Name = Phrase.Of("judging.characteristic.marking"),
        Limit = new RequirementLimit { Kind = LimitKind.Attribute },
    };

    private static readonly Requirement Wall = Marking with
    {
        Id = "wall-thickness", Key = "wall-thickness@contract", Class = CharacteristicClass.B,
        Name = Phrase.Of("judging.characteristic.other", "wall"),
        Limit = new RequirementLimit { Kind = LimitKind.Minimum, Lower = 2.3m, Unit = "mm" },
    };

    [Fact]
    public void A_failed_mark_of_class_C_is_reported_and_does_not_decide()
    {
        var verdict = Decide(Marking, Of(Marking, Finding.DoesNotConform));

        verdict.Conclusion.ShouldBe(Conclusion.Conforming);
        verdict.Lines.Single().Conclusion.ShouldBe(Conclusion.Nonconforming);
    }

    [Theory]
    [InlineData(CharacteristicClass.A)]
    [InlineData(CharacteristicClass.B)]
    public void Without_a_plan_any_failure_of_class_A_or_B_decides(CharacteristicClass weight) =>
        Decide(Marking with { Class = weight }, Of(Marking, Finding.DoesNotConform)).Conclusion.ShouldBe(
            Conclusion.Nonconforming);

    [Fact]
    public void What_was_not_tested_keeps_the_lot_open()
    {
        var verdict = Decide(Marking);

        verdict.Conclusion.ShouldBe(Conclusion.Indeterminate);
        verdict.Lines.Single().Summary.Says.Code.ShouldBe("judging.line.not-tested");
        verdict.Open.Single().Code.ShouldBe("judging.line.not-tested");
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_line_names_its_limit(RequirementLimit? limit, string expected) =>
        Decide(Wall with { Limit = limit }).Lines.Single().Summary.Limit.ShouldBe(expected);

    public static TheoryData<RequirementLimit?, string> Limits() => new()
    {
        { null, "?" },
        { new RequirementLimit { Kind = LimitKind.Range, Lower = 1m, Upper = 2m }, "1 - 2" },
        { new RequirementLimit { Kind = LimitKind.Minimum, Lower = 1m }, ">= 1" },
        { new RequirementLimit { Kind = LimitKind.Maximum, Upper = 2m }, "<= 2" },
        { new RequirementLimit { Kind = LimitKind.Composition }, "composition" },
        { new RequirementLimit { Kind = LimitKind.NoneVisible }, "none-visible" },
        { new RequirementLimit { Kind = LimitKind.Attribute }, "conforms" },
    };

    [Fact]
    public void A_group_counts_its_own_characteristics_only()
    {
        var facts = Facts([Marking, Wall], Of(Marking, Finding.Conforms), Measured("2.2")) with
        {
            Plan = [new PlanLine { Group = "marks", Characteristics = ["marking"], Specimens = ["1"], Ac = 0, Re = 1 }],
        };

        var verdict = LotDecision.Decide(facts);

        verdict.Groups.Single().Conclusion.ShouldBe(Conclusion.Conforming);
        verdict.Conclusion.ShouldBe(Conclusion.Nonconforming);
    }

    [Fact]
    public void A_stage_that_cannot_accept_leaves_the_lot_open()
    {
        var facts = Facts([Marking], Of(Marking, Finding.Conforms)) with
        {
            Plan = [new PlanLine { Group = "marks", Characteristics = ["marking"], Specimens = ["1"], Ac = null,
                Re = 2 }],
        };

        LotDecision.Decide(facts).Conclusion.ShouldBe(Conclusion.Indeterminate);
    }

    [Fact]
    public void A_failure_by_an_unconfirmed_limit_waits()
    {
        var low = Wall with { Confidence = Confidence.Low };

        Decide(low, Measured("2.2")).Conclusion.ShouldBe(Conclusion.Indeterminate);
        var confirmed = Facts([low], Measured("2.2")) with
        {
            Confirmations = [new LimitConfirmation(low.Key, "", "p", "r", new DateOnly(2026, 11, 1))],
        };
        LotDecision.Decide(confirmed).Conclusion.ShouldBe(Conclusion.Nonconforming);
        var later = confirmed with { Confirmations = [confirmed.Confirmations[0] with { Day = new DateOnly(
            2026, 12, 1) }] };
        LotDecision.Decide(later).Conclusion.ShouldBe(Conclusion.Indeterminate);
    }

    [Fact]
    public void A_zone_may_have_medium_limits_wait_too()
    {
        var facts = Facts([Wall with { Confidence = Confidence.Medium }], Measured("2.3"));

        LotDecision.Decide(facts).Conclusion.ShouldBe(Conclusion.Conforming);
        LotDecision.Decide(facts).Unconfirmed.ShouldBe([Wall.Key]);
        LotDecision.Decide(facts with { WaitsFrom = Confidence.Medium }).Conclusion.ShouldBe(Conclusion.Indeterminate);
    }

    [Fact]
    public void Only_the_first_reasons_are_listed_and_all_are_counted()
    {
        var many = Enumerable.Range(1, LotDecision.MostReasons + 20)
            .Select(i => Measured("2.2") with { Id = $"{i}", Specimen = $"{i}" }).ToArray();

        var line = Decide(Wall, many).Lines.Single();

        line.Reasons.Count.ShouldBe(LotDecision.MostReasons);
        line.Failed.Count.ShouldBe(LotDecision.MostReasons + 20);
    }

    [Fact]
    public void The_thin_wall_lot_cites_the_shell_test_and_the_wall_of_the_contract()
    {
        var question = BenchLot.Question with
        {
            Agreement = [],
            Contract = [new NamedStandard("GB/T 13927", "2008")],
            ContractLimits =
            [
                new ContractLimit { Id = "wall-thickness", Kind = LimitKind.Minimum, Lower = 2.3m, Unit = "mm",
                    Clause = "annex" },
            ],
        };
        var requirements = Requirements.Ask(PackSet.Embedded, question).Requirements
            .Where(r => r.Id is "shell" or "wall-thickness").ToList();
        Observation[] observations =
        [
            BenchLot.Good("shell", "1") with { Value = new Reading(16m, "drops") },
                Measured("1.1") with { Id = "wall" },
        ];

        var verdict = LotDecision.Decide(Facts(requirements, observations));

        verdict.Conclusion.ShouldBe(Conclusion.Nonconforming);
        verdict.SafetyFailed.ShouldBeTrue();
        verdict.Lines[0].Reasons[0].Reason.Clause.ShouldStartWith("GB/T 13927 2008, ");
        verdict.Lines[1].Reasons[0].Reason.Clause.ShouldBe("contract contract, annex");
        verdict.Lines[1].Reasons[0].Reason.Limit.ShouldBe("2.3 mm");
    }

    private static LotVerdict Decide(Requirement requirement, params Observation[] observations) =>
        LotDecision.Decide(Facts([requirement], observations));

    private static LotFacts Facts(IReadOnlyList<Requirement> requirements, params Observation[] observations) =>
        BenchLot.Facts(observations, 1) with { Requirements = requirements, Plan = [], Confirmations = [] };

    private static Observation Of(Requirement requirement, Finding finding) =>
        BenchLot.Good(requirement.Id, "1") with { Value = null, Finding = finding };

    private static Observation Measured(string value) => BenchLot.Good("wall-thickness", "1") with
    {
        Value = new Reading(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "mm"),
    };
}
