using System.Net;
using Shouldly;

namespace Yuheng.Server.Tests.Requirements;

public sealed class UncertainLimitsTests
{
    private const string Key = "seat-gas-low@gb-t-13927-2022";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_reviewer_confirms_a_limit_with_its_ground(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        using var reviewer = zone.As("reviewer");
        var path = "/requirements/limits?key=" + Uri.EscapeDataString(Key);
        (await reviewer.GetStringAsync(path)).ShouldContain("name=\"reason\"");

        var empty = await Forms.Post(reviewer, path, [("key", Key), ("reason", " ")]);
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var unknown = await Forms.Post(reviewer, path, [("key", "x@y"), ("reason", "read")]);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var done = await Forms.Post(reviewer, path, [("key", Key), ("reason", "licensed text read")]);

        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await reviewer.GetStringAsync("/requirements/limits")).ShouldContain("licensed text read");
    }

    [Fact]
    public async Task Nobody_else_confirms()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        (await zone.As("clerk-a").GetAsync("/requirements/limits")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await zone.As("").GetAsync("/requirements/limits")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_pages_answer_in_the_whole_server_and_a_firm_sees_its_own_changes()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        (await zone.As("").GetStringAsync("/requirements")).ShouldContain("name=\"product\"");
        (await zone.As("clerk-a").GetStringAsync("/requirements/changes")).ShouldContain("Your products");
        (await zone.As("").GetStringAsync("/requirements/changes")).ShouldNotContain("Your products");
    }
}
