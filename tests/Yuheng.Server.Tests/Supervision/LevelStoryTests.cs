using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Supervision;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Supervision;

public sealed class LevelStoryTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_level_goes_from_application_to_force_and_changes_the_mode(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        await SupervisionStory.GradeNormal(zone);
        var id = await SupervisionStory.Applied(zone);
        await SupervisionStory.Assessed(zone, id);
        await SupervisionStory.Scored(zone, id, share: 0.8m);
        await SupervisionStory.Step(zone, "reviewer", id, "propose", "sheet read");

        (await SupervisionStory.Matter(zone, id)).State.ShouldBe("noticed");
        zone.Clock.Advance(TimeSpan.FromDays(8));
        await SupervisionStory.Watch(zone);

        var matter = await SupervisionStory.Matter(zone, id);
        matter.State.ShouldBe("in-force");
        matter.Level.ShouldBe(2);
        var page = await zone.As("clerk-a").GetStringAsync("/supervision/mine");
        page.ShouldContain("Level 2");
        page.ShouldContain("document check");
        page.ShouldContain("points are missing for level 1");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lot_that_fails_twice_puts_the_level_under_review_and_raises_the_mode_at_once(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var id = await SupervisionStory.InForce(zone);
        await SupervisionStory.Fail(zone, "F-1");
        (await SupervisionStory.Matter(zone, id)).State.ShouldBe("in-force");
        await SupervisionStory.Fail(zone, "F-2");

        var matter = await SupervisionStory.Matter(zone, id);
        matter.State.ShouldBe("under-review");
        (await SupervisionStory.Standing(zone, matter)).Level.Level.Level.ShouldBe(3);

        await SupervisionStory.Step(zone, "reviewer", id, "no-fault", "seals were broken on the way");
        (await SupervisionStory.Standing(zone, matter)).Level.Level.Level.ShouldBe(2);
    }

    [Fact]
    public async Task An_objection_after_its_deadline_is_refused_and_recorded()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await SupervisionStory.Applied(zone);
        await SupervisionStory.Assessed(zone, id);
        await SupervisionStory.Scored(zone, id, share: 0.8m);
        await SupervisionStory.Step(zone, "reviewer", id, "propose", "sheet read");
        zone.Clock.Advance(TimeSpan.FromDays(9));

        var answer = await SupervisionStory.StepRaw(zone, "owner-a", id, "object", "too low");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        // The product's own pass may have ended the notice meanwhile; then the step is not there any more.
        (await SupervisionStory.Refusals(zone)).ShouldContain(
            r => r == "refused.workflows.objection-in-time" || r == "refused.workflows.no-such-step");
    }

    [Fact]
    public async Task An_assessor_related_to_the_firm_is_refused_and_recorded()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await SupervisionStory.Applied(zone);
        var declared = await Forms.Post(
            zone.As("assessor-2"), "/supervision/relations", [("firm", "Firm A Valves"), ("kind", "employer")]);
        declared.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var answer = await SupervisionStory.AssessRaw(zone, id);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SupervisionStory.Refusals(zone)).ShouldContain("refused.supervision.related-assessor");
    }

    [Fact]
    public async Task A_score_without_evidence_is_refused_and_recorded()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await SupervisionStory.Applied(zone);
        await SupervisionStory.Assessed(zone, id);

        var answer = await SupervisionStory.ScoreRaw(zone, id, share: 0.8m, evidence: "");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SupervisionStory.Refusals(zone)).ShouldContain("refused.supervision.score-without-evidence");
    }

    [Fact]
    public async Task Level_1_needs_a_second_review_by_someone_else()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await SupervisionStory.InForce(zone);
        await SupervisionStory.Since(zone, id, "2026-01-02");
        await SupervisionStory.Applied(zone);
        await SupervisionStory.Assessed(zone, id);
        await SupervisionStory.Scored(zone, id, share: 0.95m);
        await SupervisionStory.Step(zone, "reviewer", id, "propose", "sheet read");
        (await SupervisionStory.Matter(zone, id)).State.ShouldBe("second-review");

        (await SupervisionStory.StepRaw(zone, "reviewer", id, "confirm", "mine too")).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
        await SupervisionStory.Step(zone, "department", id, "confirm", "agreed");

        (await SupervisionStory.Matter(zone, id)).State.ShouldBe("noticed");
    }

    [Fact]
    public async Task Another_firms_level_answers_like_a_missing_one()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await SupervisionStory.Applied(zone);

        (await zone.As("clerk-b").GetAsync("/supervision/levels/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_mode_of_a_lot_is_kept_with_its_reasons_and_follows_again_from_the_facts()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "M-1");
        await SupervisionStory.Watch(zone);

        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var mode = await db.Set<LotMode>().SingleAsync();

        mode.LotId.ShouldBe(lot.GetProperty("id").GetGuid());
        mode.AsFrozen.ShouldBeTrue();
        mode.Reasons.ShouldContain("supervision.risk.ungraded");
    }
}
