using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>A lot's way over HTTP, from declaration to verdict, on both databases.</summary>
public sealed class LotStoryTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lot_whose_shells_leak_is_not_acceptable_because_shell_is_a_safety_characteristic(
        DatabaseKind kind
    )
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await LotStory.Declare(zone, "00123");
        lot.GetProperty("pieces").GetInt32().ShouldBe(80);
        await LotStory.SampleAndSeal(zone, lot);

        await LotStory.Test(zone, lot, unit => unit is 3 or 19 or 32 ? 16 : 0);
        var verdict = await LotStory.SignAndReview(zone, lot);

        verdict.GetProperty("conclusion").GetString().ShouldBe("nonconforming");
        verdict.GetProperty("safetyFailed").GetBoolean().ShouldBeTrue();
        (await LotStory.State(zone, lot)).ShouldBe("held");
    }

    [Fact]
    public async Task A_lot_without_a_failure_and_with_all_evidence_may_be_released()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00124");
        await LotStory.Confirm(zone, "seat-gas-low@gb-t-13927-2022");
        await LotStory.SampleAndSeal(zone, lot);

        await LotStory.Test(zone, lot, _ => 0);
        var verdict = await LotStory.SignAndReview(zone, lot);

        verdict.GetProperty("conclusion").GetString().ShouldBe("conforming", verdict.GetProperty("open").ToString());
        (await LotStory.State(zone, lot)).ShouldBe("releasable");
    }

    [Fact]
    public async Task A_limit_of_low_certainty_waits_for_a_persons_confirmation()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00135");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, _ => 0);

        var verdict = await LotStory.SignAndReview(zone, lot);
        verdict.GetProperty("conclusion").GetString().ShouldBe("indeterminate");
        await LotStory.Confirm(zone, "seat-gas-low@gb-t-13927-2022");

        (await LotStory.Review(zone, lot)).GetProperty("conclusion").GetString().ShouldBe("conforming");
    }

    [Fact]
    public async Task Missing_evidence_never_passes()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00125");
        await LotStory.SampleAndSeal(zone, lot);

        await LotStory.Test(zone, lot, _ => 0, skip: 7);
        var verdict = await LotStory.SignAndReview(zone, lot);

        verdict.GetProperty("conclusion").GetString().ShouldBe("indeterminate");
        (await LotStory.State(zone, lot)).ShouldBe("cannot-judge");
    }

    [Fact]
    public async Task Another_firms_lot_answers_like_a_missing_one()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00126");

        var others = await zone.As("clerk-b").GetAsync("/api/lots/" + lot.GetProperty("id").GetString());
        var missing = await zone.As("clerk-b").GetAsync("/api/lots/" + Guid.CreateVersion7());

        others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await others.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code")
            .GetString()
            .ShouldBe((await missing.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_lot_number_twice_is_a_conflict_and_the_same_key_is_answered_again()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var first = await LotStory.Declare(zone, "00127", key: "k");

        (await LotStory.Declare(zone, "00127", key: "k"))
            .GetProperty("id")
            .GetString()
            .ShouldBe(first.GetProperty("id").GetString());
        (await LotStory.DeclareRaw(zone, "00127", "other")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await LotStory.DeclareRaw(zone, "00128", "k")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1_000_000_000)]
    public async Task An_impossible_quantity_is_refused(long quantity)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await LotStory.DeclareRaw(zone, "00129", "k", quantity);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString().ShouldBe("quantity");
    }

    [Fact]
    public async Task A_sampler_does_not_test_and_nobody_reviews_their_own_results()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00130");
        await LotStory.SampleAndSeal(zone, lot);

        var answer = await zone.As("inspector-1")
            .PostAsJsonAsync(LotStory.Path(lot, "readings"), new { readings = Array.Empty<object>() });

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_unit_that_was_not_drawn_cannot_be_read()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00131");
        await LotStory.SampleAndSeal(zone, lot);

        var answer = await zone.As("bench")
            .PostAsJsonAsync(LotStory.Path(lot, "readings"), new { readings = new[] { LotStory.Shell(81, 0) } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("was not drawn");
    }

    [Fact]
    public async Task A_reading_is_corrected_by_a_later_one_with_a_reason_and_never_overwritten()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00132");
        await LotStory.SampleAndSeal(zone, lot);
        var bench = zone.As("bench");
        var path = LotStory.Path(lot, "readings");
        var first = await bench.PostAsJsonAsync(path, new { readings = new[] { LotStory.Shell(1, 16) } });
        var id = (await first.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("id").GetString();

        (await bench.PostAsJsonAsync(path, new { readings = new[] { LotStory.Shell(1, 0) } })).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        (
            await bench.PostAsJsonAsync(path, new { readings = new[] { LotStory.Shell(1, 0, corrects: id) } })
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (
            await bench.PostAsJsonAsync(
                path,
                new { readings = new[] { LotStory.Shell(1, 0, id, "misread the counter") } }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lot_is_reworked_once_and_inspected_tightened()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00133");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit == 3 ? 16 : 0);
        await LotStory.SignAndReview(zone, lot);

        await LotStory.Act(zone, "owner-a", lot, "rework", "re-machine the bodies");
        await LotStory.Act(zone, "owner-a", lot, "resubmit", "bodies re-machined, 100 % pressure tested");
        var shown = await LotStory.Show(zone, lot);
        shown.GetProperty("attempt").GetInt32().ShouldBe(2);
        shown
            .GetProperty("plan")
            .GetProperty("groups")
            .EnumerateArray()
            .Single(g => g.GetProperty("group").GetString() == "performance")
            .GetProperty("severity")
            .GetString()
            .ShouldBe("tightened");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit == 5 ? 20 : 0);
        await LotStory.SignAndReview(zone, lot);

        (await LotStory.ActRaw(zone, "owner-a", lot, "rework", "again")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await LotStory.Act(zone, "reviewer", lot, "refuse", "walls far too thin, rework failed");
        (await LotStory.State(zone, lot)).ShouldBe("refused");
    }

    [Fact]
    public async Task The_published_draw_is_verified_by_the_engine()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00134");
        await LotStory.SampleAndSeal(zone, lot);

        var file = await zone.As("").GetByteArrayAsync(await LotStory.DrawPath(zone, lot));

        var records = Core.Supervision.DrawFile.Read(file);
        Core.Supervision.DrawVerifier.FirstDifference(records).ShouldBeNull();
    }

    [Fact]
    public async Task A_lot_that_was_not_drawn_is_checked_by_its_documents_and_says_so()
    {
        var never = new Selection("lot-sampling", new Core.Supervision.SelectionProbability(0, 1));
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, (_, _) => Task.FromResult(never));
        var lot = await LotStory.Declare(zone, "00136");
        await LotStory.Draw(zone);
        (await LotStory.State(zone, lot)).ShouldBe("document-review");

        await LotStory.CompleteDocuments(zone, lot);

        var shown = await LotStory.Show(zone, lot);
        shown.GetProperty("state").GetString().ShouldBe("releasable");
        shown.GetProperty("units").GetArrayLength().ShouldBe(0);
    }
}
