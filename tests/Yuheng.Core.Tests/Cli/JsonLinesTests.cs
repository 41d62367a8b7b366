using System.Text;
using Shouldly;
using Yuheng.Cli;

namespace Yuheng.Core.Tests.Cli;

public sealed class JsonLinesTests
{
    [Fact]
    public void Every_line_is_answered_in_order_with_its_id()
    {
        var (code, answers) = Run("{\"id\":\"a\",\"n\":1}\n\n{\"id\":7,\"n\":2.0}\r\n{\"n\":3}");

        code.ShouldBe(0);
        answers.ShouldBe(["{\"id\":\"a\",\"twice\":2}", "{\"id\":7,\"twice\":4}", "{\"id\":null,\"twice\":6}"]);
    }

    [Theory]
    [InlineData("{\"id\":1,\"n\":1,\"m\":2}", "unknown-member")]
    [InlineData("{\"id\":1}", "missing-member")]
    [InlineData("{\"id\":1,\"n\":null}", "missing-member")]
    [InlineData("{\"id\":1,\"n\":1.5}", "not-a-whole-number")]
    [InlineData("{\"id\":1,\"n\":1e40}", "not-a-whole-number")]
    [InlineData("{\"id\":1,\"n\":\"1\"}", "not-a-whole-number")]
    public void A_bad_member_gives_the_error_and_keeps_the_id(string line, string error)
    {
        var (code, answers) = Run(line);

        code.ShouldBe(1);
        answers.ShouldHaveSingleItem()
            .ShouldStartWith("{\"id\":1,\"error\":{\"code\":\"" + error + "\",\"message\":\"");
    }

    [Theory]
    [InlineData("{\"n\":1", "not-json")]
    [InlineData("{\"n\":1,\"n\":1}", "not-json")]
    [InlineData("{\"\\ud800\":1}", "not-json")]
    [InlineData("[1]", "not-an-object")]
    [InlineData("17", "not-an-object")]
    public void A_line_that_is_no_object_gives_an_error_without_id(string line, string error)
    {
        var (code, answers) = Run(line + "\n{\"id\":2,\"n\":2}");

        code.ShouldBe(1);
        answers[0].ShouldStartWith("{\"id\":null,\"error\":{\"code\":\"" + error + "\"");
        answers[1].ShouldBe("{\"id\":2,\"twice\":4}");
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_give_an_error()
    {
        var (code, answers) = Run([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]);

        code.ShouldBe(1);
        answers.ShouldHaveSingleItem().ShouldContain("not-utf8");
    }

    [Fact]
    public void Messages_are_Chinese_on_request_and_a_mark_before_the_first_line_is_dropped()
    {
        var (code, answers) = Run([0xEF, 0xBB, 0xBF, .. "{\"id\":1}"u8], "--lang", "zh");

        code.ShouldBe(1);
        answers.ShouldHaveSingleItem().ShouldContain("\u7F3A\u5C11\u6210\u5458");
    }

    [Theory]
    [InlineData("--lang")]
    [InlineData("--lang", "de")]
    [InlineData("--packs", "x")]
    public void Unknown_options_are_wrong_usage(params string[] arguments) => Run([], arguments).Code.ShouldBe(64);

    [Fact]
    public void A_line_over_the_limit_is_refused_and_the_next_is_answered()
    {
        var line = new string(' ', 17 * 1024 * 1024) + "{\"id\":1,\"n\":1}\n{\"id\":2,\"n\":2}\n";

        var (code, answers) = Run(line);

        code.ShouldBe(1);
        answers[0].ShouldContain("too-long");
        answers[1].ShouldBe("{\"id\":2,\"twice\":4}");
    }

    [Fact]
    public void What_was_written_before_a_refusal_is_discarded()
    {
        var output = new MemoryStream();
        var call = new CommandCall([], new MemoryStream("{\"id\":1}"u8.ToArray()), output, TextWriter.Null);

        JsonLines.Run(call, exchange =>
        {
            exchange.Answer.WriteNumber("half", 1);
            exchange.Request.Text("missing");
        });

        Encoding.UTF8.GetString(output.ToArray()).ShouldNotContain("half");
    }

    private static (int Code, string[] Answers) Run(string input, params string[] arguments) =>
        Run(Encoding.UTF8.GetBytes(input), arguments);

    private static (int Code, string[] Answers) Run(byte[] input, params string[] arguments)
    {
        var output = new MemoryStream();
        var call = new CommandCall(arguments, new MemoryStream(input), output, TextWriter.Null);
        var code = JsonLines.Run(call, exchange =>
        {
            exchange.Request.Only("id", "n");
            exchange.Answer.WriteNumber("twice", exchange.Request.Count("n") * 2);
        });
        return (code, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
