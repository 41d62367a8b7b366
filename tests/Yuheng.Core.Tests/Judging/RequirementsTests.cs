using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class RequirementsTests
{
    private static RequirementAnswer Ask(RequirementQuestion question) => Requirements.Ask(PackSet.Embedded, question);

    [Fact]
    public void The_shell_test_of_a_PN16_valve_is_at_2_40_MPa_for_15_s()
    {
        var shell = BenchLot.Shell;

        shell.TestPressure!.Min.ShouldBe(new Reading(2.40m, "MPa"));
        shell.MinDurationSeconds.ShouldBe(15);
        shell.Limit!.Kind.ShouldBe(LimitKind.NoneVisible);
        shell.Safety.ShouldBeTrue();
        shell.Basis.ShouldBe(Basis.Agreement);
        shell.Pack!.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void A_market_without_a_pack_asks_for_the_standard_of_the_contract()
    {
        var answer = Ask(BenchLot.Question with { Market = "VN", Agreement = [] });

        answer.Ask!.Code.ShouldBe("judging.ask.market-unknown");
        answer.Requirements.ShouldBeEmpty();
    }

    [Fact]
    public void A_market_without_numbers_for_the_test_asks_too() =>
        Ask(BenchLot.Question with { Market = "US", Agreement = [] }).Ask!.Code.ShouldBe(
            "judging.ask.no-test-standard");

    [Fact]
    public void The_contract_overrides_the_agreement_and_its_limits_are_marked()
    {
        var answer = Ask(BenchLot.Question with
        {
            Day = new DateOnly(2026, 11, 20),
            Contract = [new NamedStandard("GB/T 13927", "2008")],
            ContractLimits =
            [
                new ContractLimit
                {
                    Id = "wall-thickness", Kind = LimitKind.Minimum, Lower = 2.3m, Unit = "mm", Clause = "annex 2",
                },
            ],
        });

        answer.Ask.ShouldBeNull();
        answer.Requirements.Single(r => r.Id == "shell").Edition.ShouldBe("2008");
        answer.Requirements.Single(r => r.Id == "shell").Basis.ShouldBe(Basis.Contract);
        answer.Requirements.Single(r => r.Id == "wall-thickness").Basis.ShouldBe(Basis.Contract);
        answer.Requirements.Where(r => r.Basis == Basis.Agreement).ShouldBeEmpty();
        answer.Remarks.ShouldContain(r => r.Code == "judging.remark.not-in-force");
    }

    [Fact]
    public void A_standard_named_without_its_edition_is_refused() =>
        Should.Throw<Refused>(() => Ask(BenchLot.Question with { Contract = [new NamedStandard("API 598", "")] }))
            .Code.ShouldBe("edition-missing");

    [Fact]
    public void What_is_mandatory_in_the_market_stands_beside_the_contract()
    {
        var answer = Ask(BenchLot.Question with
        {
            Family = "lead-free-ball", Market = "US", Alloy = "CW617N",
                Contract = [new NamedStandard("GB/T 13927", "2022")],
        });

        var lead = answer.Requirements.Single(r => r.Id == "lead-content");
        lead.Basis.ShouldBe(Basis.Mandatory);
        lead.Safety.ShouldBeTrue();
        lead.Limit!.Upper.ShouldBe(0.25m);
        answer.Requirements.ShouldContain(r => r.Id == "composition" && r.Basis == Basis.Declared);
        answer.Remarks.ShouldContain(r => r.Code == "judging.remark.alloy-leaded");
    }

    [Fact]
    public void The_closure_of_a_gas_valve_is_a_safety_characteristic() =>
        Ask(BenchLot.Question with { Family = "gas-ball", Rating = PressureRating.Read("MOP5") })
            .Requirements.Where(r => r.Id.StartsWith("seat", StringComparison.Ordinal)).ShouldAllBe(r => r.Safety);

    [Fact]
    public void Low_pressure_gas_takes_the_lower_of_0_6_MPa_and_1_1_times_the_working_pressure() =>
        Ask(BenchLot.Question with { Family = "gas-ball", Rating = PressureRating.Read("MOP5") })
            .Requirements.Single(r => r.Id == "seat-gas-low").TestPressure!.Min.CompareTo(new Reading(5.5m, "bar"))
            .ShouldBe(0);

    [Fact]
    public void A_metal_seat_may_leak_at_rate_D()
    {
        var seat = Ask(BenchLot.Question with { Family = "gate", Seat = "metal", Size = NominalSize.OfDn(20) })
            .Requirements.Single(r => r.Id == "seat-liquid");

        seat.Limit!.Upper.ShouldBe(2.0m);
        seat.Limit.Unit.ShouldBe("mm3/s");
    }

    [Fact]
    public void Changes_on_31_December_2026_name_the_European_lists()
    {
        var question = BenchLot.Question with { Family = "lead-free-ball", Day = new DateOnly(2026, 12, 30) };

        var changes = Requirements.Changes(PackSet.Embedded, question, new DateOnly(2026, 12, 31));

        changes.Added.ShouldContain(r => r.Id == "material-positive-list");
        changes.Rules.ShouldContain(r => r.Rule.Rule == "eu-regime");
        changes.Ended.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void Every_product_of_the_zone_has_an_answer_in_every_market(string family, string rating, string seat)
    {
        foreach (var market in PackSet.Embedded.Catalogue.Markets)
        {
            var question = BenchLot.Question with
            {
                Family = family, Rating = PressureRating.Read(rating), Seat = seat, Market = market.Code,
            };
            var answer = Ask(question);
            answer.Ask.ShouldBeNull();
            answer.Requirements.Select(r => r.Key).ShouldBeUnique();
            (Ask(question with { Agreement = [] }) is { Ask: not null } or { Requirements.Count: > 0 }).ShouldBeTrue();
        }
    }

    public static TheoryData<string, string, string> Products() => new()
    {
        { "ball", "PN16", "soft" }, { "gate", "PN16", "metal" }, { "check", "PN16", "metal" },
        { "gas-ball", "MOP5", "soft" }, { "angle-valve", "1.0MPa", "soft" }, { "lockable-valve", "PN10", "soft" },
        { "lead-free-ball", "600WOG", "soft" }, { "basin-mixer", "1.0MPa", "ceramic" },
    };
}
