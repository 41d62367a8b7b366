using Shouldly;

namespace Yuheng.Core.Tests.Docs;

public sealed class PackageReadmeTests
{
    [Fact]
    public void Every_example_of_the_README_is_a_test_that_runs()
    {
        var run = Trimmed(Read("tests", "Yuheng.Core.Tests", "Docs", "PackageReadmeExamples.cs"));

        var examples = Read("src", "Yuheng.Core", "README.md").Split("```csharp").Skip(1)
            .Select(block => Trimmed(block.Split("```")[0])).ToList();

        examples.Count.ShouldBe(5);
        examples.ShouldAllBe(example => run.Contains(example, StringComparison.Ordinal));
    }

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    private static string Trimmed(string code) => string.Join(
        '\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
