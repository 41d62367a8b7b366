using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class OverseasRulesTests
{
    private const string DemoValve = "Yuhuan Demo Valve Co., Ltd.";
    private static readonly DateOnly Received = new(2015, 5, 20);

    private static readonly ShippedLot[] Lots =
    [
        Lot("L1", "YH-0341") with { Invoice = "INV-77" },
        Lot("L2", "YH-0342"),
        Lot("L3", "YH-0999") with { Market = "DE", HsCode = "7412.20", MakerNames = ["Other Works"] },
        Lot("L4", "YH-0341") with { MakerNames = ["Other Works"], ExportedOn = new DateOnly(2012, 1, 5) },
    ];

    [Fact]
    public void A_lot_number_and_the_makers_name_give_a_suggestion()
    {
        const string shouted = "YUHUAN DEMO VALVE CO LTD";
        var notice = new OverseasNotice("N1", Received, "US", "8481.80", shouted, LotNumber: "yh 0341");

        var matches = OverseasRules.Default.Match(notice, Lots);

        matches[0].LotId.ShouldBe("L1");
        matches[0].IsSuggested.ShouldBeTrue();
        matches[0].Features.ShouldBe(["lot-number", "maker-name", "hs6", "market", "in-time"]);
        matches.Select(m => m.LotId).ShouldBe(["L1", "L4", "L2"], "the number alone, or the name alone, is less");
        matches.ShouldNotContain(m => m.LotId == "L3");
    }

    [Fact]
    public void A_name_alone_is_possible_and_never_suggested()
    {
        var notice = new OverseasNotice("N2", Received, "FR", Maker: DemoValve);

        OverseasRules.Default.Match(notice, Lots).ShouldAllBe(m => !m.IsSuggested);
    }

    [Fact]
    public void A_notice_that_says_nothing_matches_nothing() =>
        OverseasRules.Default.Match(new OverseasNotice("N3", Received, "US"), Lots).ShouldBeEmpty();

    [Fact]
    public void The_credential_alone_is_enough()
    {
        var lots = Lots.Append(Lot("L5", "X") with { CredentialId = "urn:c:5" });
        var notice = new OverseasNotice("N4", Received, "", CredentialId: "urn:c:5");

        OverseasRules.Default.Match(notice, lots).ShouldHaveSingleItem().IsSuggested.ShouldBeTrue();
    }

    [Fact]
    public void Only_the_makers_fault_touches_the_makers_level()
    {
        var outcomes = OverseasRules.Default.Outcomes;

        outcomes.Select(o => o.Id)
            .ShouldBe(["maker", "trader", "carrier", "importer", "counterfeit", "rule-change", "none"]);
        outcomes.Where(o => o.LevelEvent is not null).ShouldHaveSingleItem().Id.ShouldBe("maker");
        LevelTriggers.Kinds.ShouldContain(OverseasRules.Default.Outcome("maker").LevelEvent!);
        Should.Throw<Refused>(() => OverseasRules.Default.Outcome("weather")).Code.ShouldBe("outcome");
    }

    private static ShippedLot Lot(string id, string number) => new(
        id, "f1", number, new DateOnly(2015, 2, 1), "US", "8481.80.40", 1000, [DemoValve], ["Demo Trading"]);
}
