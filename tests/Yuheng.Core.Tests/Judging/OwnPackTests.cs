using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

/// <summary>A pack of the zone's own, with everything that the standards leave out.</summary>
public sealed class OwnPackTests
{
    private static readonly PackSet Packs = PackLoader.LoadEmbedded([("own.json", Encoding.UTF8.GetBytes(Own))]);

    private const string Own = """
        {"id": "own", "version": "1", "title": {"zh": "x", "en": "x"}, "standard": "Q/YH 1", "edition": "2024",
         "purposes": ["lot-sample"], "source": "pack", "confidence": "medium",
         "leakRates": {"clause": "1", "liquid": {"A": null, "B": 0.01}, "gas": {"B": 0.3}},
         "pressures": [{"test": "shell", "clause": "1", "multiplier": 2}],
         "durations": [{"test": "shell", "clause": "1", "valves": "other", "bands": [{"seconds": 20}]}],
         "requirements": [
          {"id": "shell", "kind": "performance", "class": "A", "group": "performance", "clause": "1",
              "pressure": "shell",
           "duration": "shell", "limit": "none-visible", "source": "row"},
          {"id": "own-leak", "kind": "performance", "class": "B", "group": "performance", "clause": "2", "rate": "B",
           "limit": "leak-rate", "seconds": 30},
          {"id": "later", "kind": "marking", "class": "C", "group": "visual-marking", "clause": "3",
              "limit": "attribute",
           "from": "2027-01-01"},
          {"id": "ended", "kind": "marking", "class": "C", "group": "visual-marking", "clause": "4",
              "limit": "attribute",
           "to": "2025-12-31"},
          {"id": "running", "kind": "dimension", "class": "B", "group": "dimension", "clause": "5", "limit": "range",
           "lower": 1, "upper": 2, "unit": "mm", "from": "2024-01-01", "to": "2030-01-01"}]}
        """;

    private static RequirementAnswer Ask(RequirementQuestion question) => Requirements.Ask(Packs, question);

    private static RequirementQuestion Question => BenchLot.Question with
    {
        Agreement = [], Contract = [new NamedStandard("Q/YH 1", "2024")],
    };

    [Fact]
    public void Every_member_of_a_row_reaches_the_requirement()
    {
        var answer = Ask(Question);

        answer.Requirements.Select(r => r.Id).ShouldBe(["shell", "own-leak", "running"], ignoreOrder: true);
        var shell = answer.Requirements.Single(r => r.Id == "shell");
        shell.Confidence.ShouldBe(Confidence.Medium);
        shell.Source.ShouldBe("row");
        shell.MinDurationSeconds.ShouldBe(20);
        shell.TestPressure!.Min.CompareTo(new Reading(3.2m, "MPa")).ShouldBe(0);
        var leak = answer.Requirements.Single(r => r.Id == "own-leak");
        leak.Limit!.Upper.ShouldBe(0.15m);
        leak.MinDurationSeconds.ShouldBe(30);
        leak.Name.Code.ShouldBe("judging.characteristic.other");
        leak.Name.Args.ShouldBe(["own-leak"]);
    }

    [Fact]
    public void Rows_begin_and_end_on_their_day()
    {
        Ask(Question with { Day = new DateOnly(2027, 1, 1) }).Requirements.ShouldContain(r => r.Id == "later");
        Ask(Question with { Day = new DateOnly(2025, 12, 31) }).Requirements.ShouldContain(r => r.Id == "ended");
        Ask(Question with { Day = new DateOnly(2030, 1, 2) }).Requirements.ShouldNotContain(r => r.Id == "running");
    }

    [Fact]
    public void A_valve_type_without_its_duration_cannot_be_judged() =>
        Ask(Question with { Family = "check" }).Requirements.Single(r => r.Id == "shell").Unknown.ShouldNotBeNull();

    [Fact]
    public void An_alloy_without_lead_raises_no_remark() =>
        Ask(Question with { Family = "lead-free-ball", Market = "US", Alloy = "ZCuZn38" })
            .Remarks.ShouldNotContain(r => r.Code == "judging.remark.alloy-leaded");

    [Fact]
    public void A_question_and_an_answer_may_be_stored()
    {
        var question = Question with { Rule = new DecisionRule(DecisionRuleId.Guarded) };
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            question, JudgingJson.Default.RequirementQuestion);
        var sparse = JsonNode.Parse(bytes)!.AsObject();
        sparse.Remove("agreement");
        sparse.Remove("rule");

        var read = System.Text.Json.JsonSerializer.Deserialize(
            Encoding.UTF8.GetBytes(sparse.ToJsonString()), JudgingJson.Default.RequirementQuestion)!;

        read.Agreement.ShouldBeEmpty();
        read.Rule.ShouldBe(DecisionRule.Simple);
        Ask(read).Requirements.Count.ShouldBe(Ask(question).Requirements.Count);
    }

    [Fact]
    public void Facts_without_confirmations_are_read_as_none()
    {
        var node = JsonNode.Parse(JudgingJson.Bytes(BenchLot.Facts(BenchLot.AllGood(1), 1)))!.AsObject();
        node.Remove("confirmations");
        foreach (var requirement in node["requirements"]!.AsArray())
        {
            requirement!.AsObject().Remove("rule");
            requirement.AsObject().Remove("volumes");
        }

        var facts = JudgingJson.Facts(Encoding.UTF8.GetBytes(node.ToJsonString()));

        facts.Confirmations.ShouldBeEmpty();
        LotDecision.Decide(facts).Conclusion.ShouldBe(Conclusion.Indeterminate);
        node["surprise"] = 1;
        Should.Throw<System.Text.Json.JsonException>(
            () => JudgingJson.Facts(Encoding.UTF8.GetBytes(node.ToJsonString())));
    }
}
