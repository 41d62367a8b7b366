using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

public sealed class SharedSampleTests
{
    private static readonly SharedSampleRequest Request = new(
        "GB/T 2828.1-2012",
        PlanKind.Single,
        5000,
        "II",
        [new("critical", null), new("major", "2.5"), new("minor", "4.0")],
        LargestForAll: false);

    [Fact]
    public void Each_class_has_its_own_plan_and_the_worst_decides()
    {
        var sample = SharedSample.Find(Request);

        sample.Items.ShouldBe(200);
        sample.Classes.Select(c => c.Plan.Ac[0]).ShouldBe([0, 10, 14]);
        var decision = sample.Decide([[0], [11], [3]]);
        decision.Decision.ShouldBe(LotDecision.NotAccept);
        decision.Worst.ShouldBe(["major"]);
        sample.Decide([[0], [10], [14]]).Decision.ShouldBe(LotDecision.Accept);
        sample.Decide([[1], [10], [14]]).Worst.ShouldBe(["critical"]);
    }

    [Fact]
    public void No_item_allowed_is_a_sample_with_a_stated_protection()
    {
        var critical = SharedSample.Find(Request with { LotSize = 20000 }).Classes[0];

        critical.Plan.SampleSizes.ShouldBe([315]);
        critical.Protection!.Args.ShouldBe(["315", "0.73"]);
        SharedSample.Find(Request with { LotSize = 2 }).Classes[0].Protection!.Code
            .ShouldBe("sampling.words.every-item");
    }

    [Fact]
    public void The_largest_sample_for_all_still_follows_arrows()
    {
        var classes = new ClassRequirement[] { new("a", "0.065"), new("b", "6.5") };
        var sample = SharedSample.Find(Request with { Classes = classes, LotSize = 100, LargestForAll = true });

        // The first class leads from F to L (200 items, whole lot); at L the second has an arrow up to K and its 125
        // items.
        sample.Items.ShouldBe(100);
        sample.Classes[0].Plan.FinalLetter.ShouldBe("L");
        sample.Classes[1].Plan.Ac.Length.ShouldBe(1);
        SharedSample.Find(Request with { Classes = classes, LotSize = 100 }).Classes[1].Plan.FinalLetter.ShouldBe("F");
    }

    [Fact]
    public void Under_largest_for_all_no_class_needs_more_than_is_drawn() =>
        Gen.Select(Gen.Int[0, 25], Gen.Int[0, 25], Gen.Int[0, 25], Gen.Int[0, 2], Gen.Long[2, 500_000])
            .Sample((a, b, c, severity, lot) =>
            {
                var classes = new[] { a, b, c }
                    .Select((aql, i) =>
                        new ClassRequirement($"{i}", AqlSeries.Values[aql], (Severity)((severity + i) % 3)))
                    .ToList();
                var sample = SharedSample.Find(Request with { Classes = classes, LargestForAll = true, LotSize = lot });
                sample.Classes.ShouldAllBe(plan => Math.Min(plan.Plan.SampleSizes[0], lot) <= sample.Items);
            });

    [Fact]
    public void An_arrow_at_the_shared_letter_may_lead_to_a_larger_sample_still()
    {
        // Lot 500 has letter H. The first class leads to K and 125 items; there the second points down to L and 200.
        var classes = new ClassRequirement[] { new("a", "0.10"), new("b", "0.25") };
        var sample = SharedSample.Find(Request with { Classes = classes, LargestForAll = true, LotSize = 500 });

        sample.Items.ShouldBe(200);
        sample.Classes.Select(c => c.Plan.FinalLetter).ShouldBe(["K", "L"]);
        SharedSample.Find(Request with { Classes = classes, LotSize = 500 }).Classes
            .Select(c => c.Plan.FinalLetter).ShouldBe(["K", "H"]);
    }

    [Fact]
    public void A_class_that_leads_to_letter_S_leaves_R_to_the_others()
    {
        var classes = new ClassRequirement[] { new("a", "0.025", Severity.Tightened), new("b", "65") };
        var sample = SharedSample.Find(Request with { Classes = classes, LargestForAll = true, LotSize = 600_000 });

        sample.Items.ShouldBe(3150);
        var withCritical = SharedSample.Find(Request with { LargestForAll = true });
        withCritical.Classes.Select(c => c.Plan.SampleSizes[0]).ShouldBe([200, 200, 200]);
        sample.Classes.Select(c => c.Plan.FinalLetter).ShouldBe(["S", "F"]);
    }

    [Fact]
    public void A_double_plan_continues_until_every_class_is_decided()
    {
        var sample = SharedSample.Find(Request with { Plan = PlanKind.Double });

        sample.Decide([[0], [7], [0]]).Decision.ShouldBe(LotDecision.Continue);
        sample.Decide([[0], [7], [0]]).Worst.ShouldBe(["major"]);
    }

    [Fact]
    public void Classes_without_any_AQL_or_without_results_are_refused()
    {
        Should.Throw<Refused>(() => SharedSample.Find(Request with { Classes = [] })).Code.ShouldBe("classes");
        Should.Throw<Refused>(() => SharedSample.Find(Request with { Classes = [new("x", null)] })).Code
            .ShouldBe("classes");
        var many = Enumerable.Range(0, 13).Select(i => new ClassRequirement($"{i}", "1.0")).ToList();
        Should.Throw<Refused>(() => SharedSample.Find(Request with { Classes = many })).Code.ShouldBe("classes");
        Should.Throw<Refused>(() => SharedSample.Find(Request).Decide([[0]])).Code.ShouldBe("classes");
    }
}
