using Shouldly;

namespace Yuheng.Core.Tests.Cli;

public sealed class PlanCommandTests
{
    private const string Verb = "sampling plan";

    [Fact]
    public void The_plan_of_a_lot_is_answered_with_its_reasons()
    {
        var answer = Ask.One(Verb, """
            {"id":"x","standard":"GB/T 2828.1-2012","plan":"multiple","severity":"normal","aql":"1.50",%
            "lotSize":400,"level":"II"}
            """.Replace("%\n", "", StringComparison.Ordinal));

        answer.Text("id").ShouldBe("x");
        answer.Text("codeLetter").ShouldBe("H");
        answer.Text("planUsed").ShouldBe("multiple");
        answer.Text("sampleSizes").ShouldBe("[13,13,13,13,13]");
        answer.Text("ac").ShouldBe("[null,0,0,1,3]");
        answer.Text("re").ShouldBe("[2,3,3,3,4]");
        answer.Text("inspectAll").ShouldBe("False");
        answer.Text("itemsToInspect").ShouldBe("13");
        answer.Text("confidence").ShouldBe("high");
        answer.GetProperty("explain").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_code_letter_takes_the_place_of_lot_size_and_level()
    {
        var answer = Ask.One(Verb, """
            {"standard":"MIL-STD-105E","plan":"single","severity":"reduced","aql":"1","codeLetter":"J"}
            """);

        answer.Text("ac").ShouldBe("[1]");
        answer.Text("re").ShouldBe("[3]");
        answer.TryGetProperty("itemsToInspect", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_lot_of_one_has_no_letter_and_is_inspected()
    {
        var answer = Ask.One(Verb, """
            {"standard":"ISO 2859-1:1999","plan":"single","severity":"normal","aql":"1.0","lotSize":1,"level":"II"}
            """);

        answer.Text("codeLetter").ShouldBe("");
        answer.Text("inspectAll").ShouldBe("True");
        answer.Text("itemsToInspect").ShouldBe("1");
    }

    [Theory]
    [InlineData("\"aql\":\"3.0\",\"lotSize\":500,\"level\":\"II\"", "aql-unknown")]
    [InlineData("\"aql\":\"0\",\"lotSize\":500,\"level\":\"II\"", "aql-unknown")]
    [InlineData("\"aql\":1.0,\"lotSize\":500,\"level\":\"II\"", "not-a-text")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":500,\"level\":\"IV\"", "level-unknown")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":0,\"level\":\"II\"", "lot-size")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":1e18,\"level\":\"II\"", "lot-size")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":10.5,\"level\":\"II\"", "not-a-whole-number")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":500", "lot-or-letter")]
    [InlineData("\"aql\":\"1.0\",\"lotSize\":500,\"level\":\"II\",\"colour\":1", "unknown-member")]
    public void Bad_input_gives_an_error(string members, string code) =>
        Ask.Error(Verb, $$"""{"standard":"ISO 2859-1:1999","plan":"single","severity":"normal",{{members}}}""")
            .ShouldBe(code);

    [Theory]
    [InlineData("ISO 2859-1:2011", "single", "normal", "standard-unknown")]
    [InlineData("ISO 2859-1:1999", "triple", "normal", "plan-unknown")]
    [InlineData("ISO 2859-1:1999", "single", "strict", "severity-unknown")]
    public void Words_that_are_not_offered_give_an_error(string standard, string plan, string severity, string code) =>
        Ask.Error(Verb, $$"""{"standard":"{{standard}}","plan":"{{plan}}","severity":"{{severity}}","aql":"1"}""")
            .ShouldBe(code);

    [Theory]
    [InlineData("double", "tightened", "4.0", "J", "double", "high")]
    [InlineData("double", "reduced", "4.0", "J", "double", "low")]
    public void A_plan_says_what_was_used_and_how_sure_it_is(
        string plan, string severity, string aql, string letter, string used, string confidence)
    {
        var kind = $"\"standard\":\"ISO 2859-1:1999\",\"plan\":\"{plan}\",\"severity\":\"{severity}\"";
        var answer = Ask.One(Verb, $"{{{kind},\"aql\":\"{aql}\",\"codeLetter\":\"{letter}\"}}");
        answer.Text("planUsed").ShouldBe(used);
        answer.Text("confidence").ShouldBe(confidence);
    }

    [Fact]
    public void A_missing_member_gives_an_error() =>
        Ask.Error(Verb, """{"plan":"single","severity":"normal","aql":"1"}""").ShouldBe("missing-member");
}
