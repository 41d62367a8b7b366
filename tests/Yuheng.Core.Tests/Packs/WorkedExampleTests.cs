using System.Text.Json;
using Shouldly;
using Yuheng.Core.Packs;
using Yuheng.Core.Tests.Cli;

namespace Yuheng.Core.Tests.Packs;

public sealed class WorkedExampleTests
{
    public static TheoryData<string> Packs() =>
        [.. PackSet.Embedded.All.Where(p => p.Examples.Count > 0).Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_worked_examples_of_a_pack_come_out_as_printed(string id)
    {
        var examples = PackSet.Embedded.Get(id).Examples;

        var (exit, answers) = JudgeRunner.Ask([.. examples.Select(JudgeRunner.Question)]);

        examples.Zip(answers).SelectMany(x => JudgeRunner.Differences(x.First, x.Second)
            .Select(d => JudgeRunner.Question(x.First) + " " + d)).ShouldBeEmpty();
        exit.ShouldBe(0);
    }

    [Fact]
    public void Every_pack_that_answers_cases_carries_worked_examples() => PackSet.Embedded.All
        .Where(p => p.Examples.Count == 0 && (p.LeakRates is not null || p.LeakRows.Count > 0 || p.Durations.Count > 0
            || p.Pressures.Count > 0 || p.RequiredTests.Count > 0 || p.Scopes.Count > 0 || p.Alloys.Count > 0
            || p.Releases.Count > 0 || p.Threads.Count > 0 || p.Walls.Count > 0 || p.SpotChecks.Count > 0
            || p.DatedRules.Count > 0 || p.Numbers.Count > 0))
        .Select(p => p.Id)
        .ShouldBeEmpty();

    [Fact]
    public void Examples_are_questions_with_an_expectation() => PackSet.Embedded.All
        .SelectMany(p => p.Examples)
        .ShouldAllBe(e => e.ValueKind == JsonValueKind.Object && e.GetProperty("expected").EnumerateObject().Any());
}
