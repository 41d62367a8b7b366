using Shouldly;
using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

public sealed class VerbsTests
{
    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("serve", "--data", "x")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public async Task No_verb_or_serve_means_serving(params string[] args) => (await Verbs.TryRun(args)).ShouldBeNull();

    [Theory]
    [InlineData(VerbCall.WrongUsage, "serv")]
    [InlineData(VerbCall.WrongUsage, "backups", "/tmp")]
    [InlineData(0, "--help")]
    [InlineData(0, "help", "--lang", "zh")]
    public async Task An_unknown_word_starts_no_server(int code, params string[] args) =>
        (await Verbs.TryRun(args)).ShouldBe(code);
}
