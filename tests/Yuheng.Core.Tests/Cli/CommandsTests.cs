using Shouldly;
using Yuheng.Cli;

namespace Yuheng.Core.Tests.Cli;

public sealed class CommandsTests
{
    [Fact]
    public void An_unknown_verb_is_wrong_usage_and_names_the_verbs()
    {
        var error = new StringWriter();

        var code = Commands.Run(["no-such-verb"], Stream.Null, Stream.Null, error);

        code.ShouldBe(64);
        error.ToString().ShouldContain("usage: yuheng VERB");
    }
}
