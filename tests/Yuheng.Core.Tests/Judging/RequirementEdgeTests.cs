using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class RequirementEdgeTests
{
    private static RequirementAnswer Ask(RequirementQuestion question) => Requirements.Ask(PackSet.Embedded, question);

    private static Requirement One(string id, RequirementQuestion question) =>
        Ask(question).Requirements.Single(r => r.Id == id);

    private static RequirementQuestion By(string standard, string edition, string? rate = null) =>
        BenchLot.Question with { Agreement = [], Contract = [new NamedStandard(standard, edition, rate)] };

    [Fact]
    public void API_598_is_asked_by_seat_and_NPS()
    {
        One("seat-liquid", By("API 598", "9th")).Limit!.Kind.ShouldBe(LimitKind.NoneVisible);
        var metal = By("API 598", "9th") with { Family = "gate", Seat = "metal", Size = NominalSize.OfDn(80) };
        One("seat-liquid", metal).Limit!.Upper.ShouldBe(6m);
        One("seat-liquid", metal).Limit!.Unit.ShouldBe("drops/min");
        One("shell", metal).TestPressure!.Min.ShouldBe(new Reading(2.40m, "MPa"));
        One("seat-liquid", metal with { Seat = null }).Unknown.ShouldNotBeNull();
        One("seat-liquid", metal with { Size = NominalSize.OfDn(12) }).Unknown.ShouldNotBeNull();
        One("seat-liquid", metal with { Family = "check" }).Limit!.Unit.ShouldBe("ml/min");
    }

    [Fact]
    public void The_rate_of_the_contract_goes_before_the_usual_one()
    {
        One("seat-liquid", By("GB/T 13927", "2022", "C")).Limit!.Upper.ShouldBe(0.45m);
        One("seat-liquid", By("GB/T 13927", "2022") with { Seat = "ceramic" }).Unknown!.Code
            .ShouldBe("judging.unknown.rate-not-agreed");
        One("seat-liquid", By("GB/T 13927", "2022") with { Seat = null }).Unknown.ShouldNotBeNull();
        Should.Throw<Refused>(() => Ask(By("GB/T 13927", "2022", "H"))).Code.ShouldBe("rate-not-defined");
    }

    [Fact]
    public void A_class_without_its_rating_is_not_turned_into_a_pressure()
    {
        var question = By("GB/T 13927", "2022") with { Rating = PressureRating.Read("Class 150") };

        One("shell", question).Unknown!.Code.ShouldBe("judging.unknown.class-without-rating");
        One("seat-gas-low", By("API 598", "9th") with { Rating = PressureRating.Read("Class 150") }).TestPressure!.Min
            .ShouldBe(new Reading(60m, "psi"));
    }

    [Theory]
    [InlineData(50, "PN16", true)]
    [InlineData(200, "PN40", true)]
    [InlineData(200, "Class 300", false)]
    [InlineData(200, "PN63", false)]
    [InlineData(250, "PN16", false)]
    [InlineData(100, "600WOG", false)]
    public void EN_12266_gives_the_gas_closure_within_its_range(int dn, string rating, bool given)
    {
        var requirement = One("seat-gas-low", By("EN 12266-1", "2012", "B") with
        {
            Size = NominalSize.OfDn(dn), Rating = PressureRating.Read(rating),
        });

        (requirement.TestPressure is not null).ShouldBe(given);
        requirement.Unknown.ShouldNotBeNull();
    }

    [Fact]
    public void A_duration_that_could_not_be_read_is_not_shipped() =>
        One("seat-liquid", By("EN 12266-1", "2012", "B")).Unknown!.Code.ShouldBe("judging.unknown.duration-not-given");

    [Fact]
    public void A_named_standard_without_numbers_is_remarked_and_asked_for()
    {
        var answer = Ask(By("GB/T 12237", "2021") with { Alloy = "CW999N" });

        answer.Ask.ShouldNotBeNull();
        answer.Remarks.Select(r => r.Code).ShouldContain("judging.remark.named-without-numbers");
        answer.Remarks.Select(r => r.Code).ShouldContain("judging.remark.alloy-unknown");
    }

    [Fact]
    public void A_limit_of_the_contract_goes_before_its_standard()
    {
        var limit = new ContractLimit
        {
            Id = "seat-liquid", Kind = LimitKind.Maximum, Upper = 1m, Unit = "ml/min", Clause = "3",
            About = CharacteristicKind.Performance, Group = "performance", Safety = true,
        };

        var seat = One("seat-liquid", By("GB/T 13927", "2022") with { ContractLimits = [limit] });

        seat.Standard.ShouldBe("contract");
        seat.Safety.ShouldBeTrue();
        seat.Group.ShouldBe("performance");
        Should.Throw<Refused>(() =>
            Ask(By("GB/T 13927", "2022") with { ContractLimits = [limit with { Unit = "cup" }] }));
    }

    [Fact]
    public void Unknown_words_are_refused_or_asked_back()
    {
        Should.Throw<Refused>(() => Ask(BenchLot.Question with { Family = "teapot" })).Code.ShouldBe("family-unknown");
        Should.Throw<Refused>(() => Ask(BenchLot.Question with { Agreement = [new NamedStandard("GB/T 13927", " ")] }))
            .Field.ShouldBe("agreement");
        Ask(BenchLot.Question with { Market = "Atlantis", Agreement = [] }).Ask!.Args.ShouldBe(["Atlantis"]);
        Requirements.Changes(PackSet.Embedded, BenchLot.Question with { Market = "Atlantis" }, new DateOnly(2027, 1, 1))
            .Rules.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", true)]
    public void Australia_is_lead_free_from_its_day(string day, bool asked) => Ask(BenchLot.Question with
    {
        Family = "basin-mixer", Seat = "ceramic", Market = "AU",
        Day = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
    }).Requirements.Any(r => r.Id == "lead-content").ShouldBe(asked);

    [Fact]
    public void A_tap_for_china_is_judged_by_the_mandatory_standard()
    {
        var tap = Ask(BenchLot.Question with { Family = "basin-mixer", Seat = "ceramic", Market = "CN",
            Agreement = [] });

        tap.Ask.ShouldBeNull();
        tap.Requirements.Single(r => r.Id == "lead-release").Limit!.Upper.ShouldBe(5m);
        tap.Requirements.Single(r => r.Id == "shell").TestPressure!.Min.ShouldBe(new Reading(2.5m, "MPa"));
        tap.Requirements.Single(r => r.Id == "shell").MinDurationSeconds.ShouldBe(60);
        tap.Requirements.Where(r => r.Standard == "GB 18145").ShouldAllBe(r => r.Basis == Basis.Mandatory);
    }

    [Theory]
    [InlineData("none", "2.1")]
    [InlineData("non-specific", "2.2")]
    [InlineData("sometimes", null)]
    public void Inspection_documents_have_types(string results, string? type) =>
        InspectionDocuments.TypeOf(results, []).ShouldBe(type);

    [Fact]
    public void A_signer_who_is_not_independent_makes_no_3_1()
    {
        InspectionDocuments.TypeOf("specific", ["inspector not independent of production"]).ShouldBe("2.2");
        InspectionDocuments.TypeOf("specific", ["purchaser's representative"]).ShouldBe("2.2");
        InspectionDocuments.TypeOf("specific", ["authorized inspection representative"]).ShouldBe("3.1");
    }
}
