using System.Text.Json;
using Shouldly;

namespace Yuheng.Core.Tests.Cli;

public sealed class JudgeExamplesTests
{
    [Fact]
    public void The_shared_examples_come_out_as_expected()
    {
        var file = Path.Combine(SharedData.Folder("valves"), "examples.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToList();

        var (exit, answers) = JudgeRunner.Ask([.. cases.Select(JudgeRunner.Question)]);

        cases.Zip(answers).SelectMany(x => JudgeRunner.Differences(x.First, x.Second)).ShouldBeEmpty();
        exit.ShouldBe(0);
    }
}
