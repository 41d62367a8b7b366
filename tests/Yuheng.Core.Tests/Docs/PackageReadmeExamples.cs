using Shouldly;
using Yuheng.Core.Sampling;
using Yuheng.Core.Statistics;

namespace Yuheng.Core.Tests.Docs;

/// <summary>
/// The examples of the package's README, word for word; <see cref="PackageReadmeTests"/> compares them.
/// </summary>
public sealed class PackageReadmeExamples
{
    [Fact]
    public void Which_plan_and_why()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLot("GB/T 2828.1-2012", aql: "0.40", lotSize: 500, level: "II"));

        plan.CodeLetter.ShouldBe("H");
        plan.FinalLetter.ShouldBe("G");          // the table points up from H
        plan.SampleSizes.ShouldBe([32]);         // so 32 items are drawn, not 50
        plan.Ac.ShouldBe([0]);
        Texts.OfCore.Say(Language.English, plan.Explain[1])
            .ShouldBe("At AQL 0.40 the table points up from letter H to G: use that plan and its sample of 32.");
    }

    [Fact]
    public void What_the_plan_could_miss()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLetter("ISO 2859-1:1999", aql: "1.5", codeLetter: "K"));

        string.Join(' ', PlainWords.For(plan, [3]).Select(phrase => Texts.OfCore.Say(Language.English, phrase)))
            .ShouldBe("Found 3 in 125, allowed 5: accepted. "
                + "A lot with 7.3 % bad items would still pass one time in ten.");
    }

    [Fact]
    public void A_series_of_lots()
    {
        var state = SwitchingState.Start(new("GB/T 2828.1-2012", PlanKind.Single, Level: "II", Aql: "1.0"));
        foreach (var found in new long[] { 0, 4, 0, 3 })
        {
            var step = Switching.Step(state, new LotOutcome(Size: 500, Nonconforming: [found]));
            state = step.State;                  // a value: store it, or fold the history again
        }

        state.Severity.ShouldBe(Severity.Tightened);
    }

    [Fact]
    public void Risks_and_designs()
    {
        var oc = new OperatingCharacteristic(StagedPlan.Single(n: 125, c: 5), RiskModel.Binomial, lotSize: 5000);
        oc.At(0.015).Pa.ShouldBe(0.988, 0.001);  // at the AQL: not 95 %

        var design = AttributesDesign.Find(RiskModel.Binomial, p1: 0.01, p2: 0.06, new(Alpha: 0.05, Beta: 0.10));
        (design.N, design.C).ShouldBe((110, 3));
    }

    [Fact]
    public void Statistics()
    {
        var interval = Proportion.Wilson(k: 3, n: 125);
        interval.Upper.ShouldBe(0.0682, 0.0001);

        RunRules.Nelson([10, 17, 10], center: 10, sigma: 2)["N1"].ShouldBe([2]);
    }
}
