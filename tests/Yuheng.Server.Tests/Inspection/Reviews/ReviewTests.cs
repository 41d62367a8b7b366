using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Tests.Inspection.Visits;

namespace Yuheng.Server.Tests.Inspection.Reviews;

public sealed class ReviewTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Results_are_signed_within_scope_reviewed_by_exception_and_decided(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await Tested(zone, "00500", unit => unit is 3 or 19 ? 16 : 0);
        var (sign, review) = (VisitStory.PathOf(lot, "sign"), VisitStory.PathOf(lot, "review"));
        var page = (await VisitStory.Read(zone.As("signatory").GetAsync(sign))).Html;
        page.ShouldContain("TEST-CMA-1");
        page.ShouldContain("Entered by: bench");
        page.ShouldContain("Sample 3");

        ((int)(await Forms.Post(zone.As("signatory"), sign, [])).StatusCode).ShouldBe(400);
        ((int)(await Forms.Post(zone.As("signatory"), sign, [("read", "yes")])).StatusCode).ShouldBe(303);

        var before = (await VisitStory.Read(zone.As("reviewer").GetAsync(review))).Html;
        before.ShouldContain("By the rules: Nonconforming");
        ((int)(await Forms.Post(zone.As("reviewer"), review, [])).StatusCode).ShouldBe(303);
        (await VisitStory.Read(zone.As("reviewer").GetAsync(review))).Html.ShouldContain("2 fail");
        (await LotStory.State(zone, lot)).ShouldBe("held");
    }

    [Fact]
    public async Task A_limit_that_is_not_certain_is_confirmed_on_the_page_and_the_decision_follows()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await Tested(zone, "00501", _ => 0);
        var review = VisitStory.PathOf(lot, "review");
        await Forms.Post(zone.As("signatory"), VisitStory.PathOf(lot, "sign"), [("read", "yes")]);
        (await VisitStory.Read(zone.As("reviewer").GetAsync(review))).Html.ShouldContain("By the rules: Indeterminate");

        var unexplained = await Forms.Post(
            zone.As("reviewer"), review + "/confirm", [("key", "seat-gas-low@gb-t-13927-2022")], review);
        var other = await Forms.Post(
            zone.As("reviewer"), review + "/confirm", [("key", "anything@else"), ("reason", "read")], review);
        var confirmed = await Forms.Post(zone.As("reviewer"), review + "/confirm",
            [("key", "seat-gas-low@gb-t-13927-2022"), ("reason", "licensed text read")], review);

        ((int)unexplained.StatusCode, (int)other.StatusCode, (int)confirmed.StatusCode).ShouldBe((400, 400, 303));
        (await VisitStory.Read(zone.As("reviewer").GetAsync(review))).Html.ShouldContain("By the rules: Conforming");
        await Forms.Post(zone.As("reviewer"), review, []);
        (await LotStory.State(zone, lot)).ShouldBe("releasable");
    }

    [Fact]
    public async Task A_method_outside_the_scope_is_named_and_cannot_be_signed()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        await WithoutScope(zone, "GB/T 13927");
        var lot = await Tested(zone, "00502", _ => 0);
        var sign = VisitStory.PathOf(lot, "sign");

        var page = (await VisitStory.Read(zone.As("signatory").GetAsync(sign))).Html;
        var signed = await Forms.Post(zone.As("signatory"), sign, [("read", "yes")]);

        page.ShouldContain("outside scope");
        page.ShouldNotContain("name=\"read\"");
        ((int)signed.StatusCode).ShouldBe(400);
        (await LotStory.State(zone, lot)).ShouldBe("testing");
    }

    [Theory]
    [InlineData("inspector-1", "visit", 200, "sampling")]
    [InlineData("clerk-a", "visit", 403, "sampling")]
    [InlineData("inspector-1", "results", 403, "testing")]
    [InlineData("bench", "sign", 403, "testing")]
    [InlineData("clerk-a", "review", 403, "testing")]
    [InlineData("clerk-b", "sampling-record", 404, "testing")]
    [InlineData("clerk-b", "files", 404, "testing")]
    public async Task A_page_is_open_to_those_whose_step_it_is(string person, string page, int status, string state)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00503");
        await VisitStory.Draw(zone);
        if (state == "testing")
        {
            await Forms.Post(zone.As("inspector-1"), VisitStory.PathOf(lot, "visit"), VisitStory.Fields(zone));
        }

        (await VisitStory.Read(zone.As(person).GetAsync(VisitStory.PathOf(lot, page)))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Whoever_has_something_to_do_finds_it_on_the_start_page_and_in_a_list()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00504");
        await VisitStory.Draw(zone);
        var id = lot.GetProperty("id").GetString();

        (await VisitStory.Read(zone.As("inspector-1").GetAsync("/"))).Html.ShouldContain("Lots to sample");
        (await VisitStory.Read(zone.As("inspector-1").GetAsync("/visits"))).Html.ShouldContain($"/lots/{id}/visit");
        await Forms.Post(zone.As("inspector-1"), VisitStory.PathOf(lot, "visit"), VisitStory.Fields(zone));
        (await VisitStory.Read(zone.As("bench").GetAsync("/bench"))).Html.ShouldContain($"/lots/{id}/results");
        (await VisitStory.Read(zone.As("bench-a").GetAsync("/bench"))).Html.ShouldContain($"/lots/{id}/own-results");
        (await VisitStory.Read(zone.As("signatory").GetAsync("/signatures"))).Html.ShouldContain($"/lots/{id}/sign");
        await LotStory.Test(zone, lot, _ => 0);
        await Forms.Post(zone.As("signatory"), VisitStory.PathOf(lot, "sign"), [("read", "yes")]);
        (await VisitStory.Read(zone.As("reviewer").GetAsync("/reviews"))).Html.ShouldContain($"/lots/{id}/review");
    }

    private static async Task<JsonElement> Tested(TestZone zone, string number, Func<int, int> drops)
    {
        var lot = await LotStory.Declare(zone, number);
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, drops);
        return lot;
    }

    private static Task WithoutScope(TestZone zone, string method) =>
        zone.Services.GetRequiredService<Commands>().RunUnrecorded(zone.Person("admin"), async (work, c) =>
        {
            work.Db.Remove(await work.Db.Set<LaboratoryScope>().SingleAsync(s => s.Method == method, c));
            return 0;
        }, CancellationToken.None);
}
