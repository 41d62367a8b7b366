using Shouldly;

namespace Yuheng.Core.Tests.Cli;

public sealed class SwitchCommandTests
{
    private const string Start =
        "\"standard\":\"ISO 2859-1:1999\",\"plan\":\"single\",\"level\":\"II\",\"aql\":\"1.0\"";

    [Fact]
    public void Each_lot_is_answered_and_a_discontinued_one_has_no_plan()
    {
        var bad = "{\"size\":500,\"nonconforming\":[9]}";
        var lots = string.Join(',', Enumerable.Repeat(bad, 7).Append("{\"size\":500}")
            .Append("{\"size\":500,\"nonconforming\":[0],\"correctiveActionEffective\":true}"));

        var answer = Ask.One("sampling switch", $"{{{Start},\"lots\":[{lots}]}}");

        var first = answer.GetProperty("lots")[0];
        first.Text("severity").ShouldBe("normal");
        first.Text("decision").ShouldBe("not_accept");
        first.Text("decidedAtStage").ShouldBe("1");
        first.Text("switchingScore").ShouldBe("0");
        answer.GetProperty("lots")[6].Text("next").ShouldBe("discontinued");
        var skipped = answer.GetProperty("lots")[7];
        skipped.Text("decision").ShouldBe("not_inspected");
        skipped.Text("sampleSizes").ShouldBe("[]");
        skipped.Text("switchingScore").ShouldBe("");
        answer.GetProperty("lots")[8].Text("severity").ShouldBe("tightened");
    }

    [Theory]
    [InlineData("[{\"size\":500,\"nonconforming\":[-1]}]", "nonconforming")]
    [InlineData("[{\"size\":500,\"nonconforming\":[0.5]}]", "not-a-whole-number")]
    [InlineData("[{\"size\":500,\"nonconforming\":[0],\"note\":\"x\"}]", "unknown-member")]
    [InlineData("[{\"size\":500,\"nonconforming\":[0],\"resubmitted\":1}]", "not-a-flag")]
    [InlineData("[{\"nonconforming\":[0]}]", "missing-member")]
    [InlineData("[7]", "not-an-object")]
    [InlineData("7", "not-a-list")]
    public void Bad_lots_give_an_error(string lots, string code) =>
        Ask.Error("sampling switch", $"{{{Start},\"lots\":{lots}}}").ShouldBe(code);

    [Theory]
    [InlineData("none", "[50]")]
    [InlineData("constant", "[80]")]
    [InlineData("varying", "[80]")]
    public void Fractional_numbers_are_used_on_request(string use, string size)
    {
        var start = Start.Replace("\"1.0\"", "\"0.25\"", StringComparison.Ordinal);
        var lots = "[{\"size\":1000,\"nonconforming\":[0]}]";
        var answer = Ask.One("sampling switch", $"{{{start},\"fractional\":\"{use}\",\"lots\":{lots}}}");
        answer.GetProperty("lots")[0].Text("sampleSizes").ShouldBe(size);
    }

    [Fact]
    public void A_double_series_may_end_reduced_and_an_unknown_use_is_an_error()
    {
        var lots = string.Join(',', Enumerable.Repeat("{\"size\":500,\"nonconforming\":[0]}", 12));
        var start = Start.Replace("single", "double", StringComparison.Ordinal);
        var answer = Ask.One("sampling switch", $"{{{start},\"lots\":[{lots}]}}").GetProperty("lots");
        answer[9].Text("next").ShouldBe("reduced");
        answer[9].Text("planUsed").ShouldBe("double");
        answer[11].Text("severity").ShouldBe("reduced");
        Ask.Error("sampling switch", $"{{{start},\"fractional\":\"x\",\"lots\":[]}}").ShouldBe("fractional-unknown");
    }

    [Fact]
    public void MIL_STD_105E_is_not_offered_here() => Ask.Error(
        "sampling switch", $"{{{Start.Replace("ISO 2859-1:1999", "MIL-STD-105E")},\"lots\":[]}}")
        .ShouldBe("switching-not-offered");
}
