using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Supervision;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Supervision;

/// <summary>What someone might try: refused, with the rule named, and recorded.</summary>
public sealed class MisuseTests
{
    [Fact]
    public async Task Tomorrows_draw_cannot_be_computed_because_its_record_is_not_there_before_the_public_value()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "T-1");

        var answer = await zone.As("reviewer").GetAsync(await LotStory.DrawPath(zone, lot));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_choice_without_a_reason_is_refused_and_recorded()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await Choose(zone, ("mode", "lot-sampling"), ("reason", ""));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SupervisionStory.Refusals(zone)).ShouldContain("refused.supervision.choice-without-reason");
    }

    [Fact]
    public async Task A_choice_with_its_reason_holds_for_lots_planned_afterwards()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await LotStory.Declare(zone, "N-" + i);
            zone.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await Choose(zone, ("mode", "lot-sampling"), ("reason", "two years without a failure"))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        await LotStory.Declare(zone, "N-9");

        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var lots = await db.Set<Lot>().OrderBy(l => l.Seq).ToListAsync();
        lots.Select(l => (l.Mode, l.Probability))
            .ShouldBe([("every-lot", "1"), ("every-lot", "1"), ("every-lot", "1"), ("lot-sampling", "7/20")]);
    }

    [Fact]
    public async Task A_frozen_probability_is_not_edited()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        await LotStory.Declare(zone, "P-1");

        var answer = await Choose(zone, ("mode", "lot-sampling"), ("reason", "please"), ("lot", "P-1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await SupervisionStory.Refusals(zone)).ShouldContain("refused.supervision.plan-frozen-conflict");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_inspector_related_to_the_firm_is_not_drawn_and_cannot_record_a_visit(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        await Forms.Post(
            zone.As("inspector-2"),
            "/supervision/relations",
            [("firm", "Firm A Valves"), ("kind", "share")]
        );
        var lot = await LotStory.Declare(zone, "R-1");
        await LotStory.Draw(zone);

        var visit = await zone.As("inspector-1")
            .PostAsync(
                LotStory.Path(lot, "visit"),
                System.Net.Http.Json.JsonContent.Create(
                    new
                    {
                        presentedQuantity = 1200,
                        secondSampler = zone.Person("inspector-2").UserId,
                        seals = new[] { "F-1" },
                        reserveSamples = 2,
                        witness = "Wang",
                    }
                )
            );

        visit.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visit.Content.ReadAsStringAsync()).ShouldContain("related-inspector");
        var record = DrawFile.Read(
            Encoding.UTF8.GetBytes(await zone.As("").GetStringAsync(await LotStory.DrawPath(zone, lot)))
        )[0];
        record.Visits.ShouldBeEmpty();
        record.Roster.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_two_inspectors_are_drawn_and_stand_in_the_published_record()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "R-2");
        await LotStory.Draw(zone);
        await SupervisionStory.Watch(zone);
        var record = DrawFile.Read(
            Encoding.UTF8.GetBytes(await zone.As("").GetStringAsync(await LotStory.DrawPath(zone, lot)))
        );

        record[0].Visits.Count.ShouldBe(1);
        DrawVerifier.FirstDifference(record).ShouldBeNull();
        (await zone.As("inspector-1").GetStringAsync("/my-day")).ShouldContain("R-2");
    }

    [Fact]
    public async Task A_co_ordinating_body_is_never_the_actor_of_a_visit()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var id = await Planned(zone);

        (await Paper(zone, "official", id, ("system", "ZJ"), ("number", "1"))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await Paper(zone, "inspector-1", id, ("system", "ZJ"), ("number", ""))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await Paper(zone, "inspector-1", id, ("system", "ZJ"), ("number", "1"))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        var rules = await SupervisionStory.Refusals(zone);
        rules.ShouldContain("refused.supervision.visit-actor");
        rules.ShouldContain("refused.supervision.visit-number");
    }

    [Fact]
    public async Task A_grade_without_evidence_is_refused_and_recorded()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var answer = await Forms.Post(
            zone.As("reviewer"),
            "/supervision/risk",
            [("family", "valve"), ("hazard", "leak"), ("severity", "B"), ("nonconforming", "2"), ("harming", "1")]
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SupervisionStory.Refusals(zone)).ShouldContain("refused.supervision.grade-without-evidence");
    }

    private static async Task<Guid> Planned(TestZone zone)
    {
        await LotStory.Declare(zone, "V-1");
        await LotStory.Draw(zone);
        await SupervisionStory.Watch(zone);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<PlannedVisit>().Select(v => v.Id).SingleAsync();
    }

    private static Task<HttpResponseMessage> Paper(
        TestZone zone,
        string person,
        Guid id,
        params (string, string)[] fields
    ) => Forms.Post(zone.As(person), $"/supervision/visits/{id}/paper", fields, page: "/");

    private static Task<HttpResponseMessage> Choose(TestZone zone, params (string, string)[] fields) =>
        Forms.Post(
            zone.As("reviewer"),
            "/supervision/choices",
            [("firm", "Firm A Valves"), ("family", "valve"), .. fields],
            page: "/supervision/modes"
        );
}
