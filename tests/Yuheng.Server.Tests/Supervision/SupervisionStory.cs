using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Supervision;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Supervision;

/// <summary>Steps of supervision, each by the person whose step it is, over HTTP.</summary>
internal static class SupervisionStory
{
    public static async Task<Guid> Applied(TestZone zone)
    {
        await Old(zone);
        var answer = await Forms.Post(
            zone.As("owner-a"),
            "/supervision/mine/apply",
            [("family", "valve"), ("selfAssessment", "nine elements, evidence in folder 7")]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    public static async Task Assessed(TestZone zone, Guid id)
    {
        var answer = await AssessRaw(zone, id);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    public static Task<HttpResponseMessage> AssessRaw(TestZone zone, Guid id) =>
        Forms.Post(
            zone.As("assessor-1"),
            $"/supervision/levels/{id}/assess",
            [("second", zone.Person("assessor-2").UserId.ToString())]
        );

    public static async Task Scored(TestZone zone, Guid id, decimal share)
    {
        var answer = await ScoreRaw(zone, id, share, "E-1, E-2");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    public static Task<HttpResponseMessage> ScoreRaw(TestZone zone, Guid id, decimal share, string evidence) =>
        Forms.Post(
            zone.As("assessor-1"),
            $"/supervision/levels/{id}/score",
            [
                .. LevelSheet.Default.Elements.Select(e =>
                    ("points-" + e.Id, (e.Weight * share).ToString(CultureInfo.InvariantCulture))
                ),
                .. LevelSheet.Default.Elements.Select(e => ("evidence-" + e.Id, evidence)),
            ]
        );

    public static async Task Step(TestZone zone, string person, Guid id, string step, string reason)
    {
        var answer = await StepRaw(zone, person, id, step, reason);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    public static Task<HttpResponseMessage> StepRaw(
        TestZone zone,
        string person,
        Guid id,
        string step,
        string reason
    ) => Forms.Post(zone.As(person), $"/supervision/levels/{id}/steps", [("event", step), ("reason", reason)]);

    /// <summary>Firm A's valves at level 2, in force, risk normal.</summary>
    public static async Task<Guid> InForce(TestZone zone)
    {
        await GradeNormal(zone);
        var id = await Applied(zone);
        await Assessed(zone, id);
        await Scored(zone, id, share: 0.8m);
        await Step(zone, "reviewer", id, "propose", "sheet read");
        zone.Clock.Advance(TimeSpan.FromDays(8));
        await Watch(zone);
        (await Matter(zone, id)).Level.ShouldBe(2);
        return id;
    }

    public static async Task GradeNormal(TestZone zone)
    {
        var answer = await Forms.Post(
            zone.As("reviewer"),
            "/supervision/risk",
            [
                ("family", "valve"),
                ("hazard", "leak"),
                ("severity", "C"),
                ("nonconforming", "2+1"),
                ("harming", "1"),
                ("evidence", "R-7"),
            ]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A lot of firm A that is inspected and fails.</summary>
    public static Task Fail(TestZone zone, string number) => Inspect(zone, number, _ => 400);

    /// <summary>A lot of firm A that is inspected; it is declared until the draw takes it.</summary>
    public static async Task Inspect(TestZone zone, string number, Func<int, int> drops)
    {
        var lot = await LotStory.Declare(zone, number);
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, drops);
        await LotStory.SignAndReview(zone, lot);
        await Watch(zone);
    }

    public static Task Watch(TestZone zone) =>
        zone.Services.GetRequiredService<Watching>().Pass(CancellationToken.None);

    public static async Task<LevelMatter> Matter(TestZone zone, Guid id)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<LevelMatter>().SingleAsync(m => m.Id == id);
    }

    public static async Task<FirmStanding> Standing(TestZone zone, LevelMatter matter)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await SupervisionView.Standing(db, matter, zone.Clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Rules that have refused something, as the journal keeps them.</summary>
    public static async Task<IReadOnlyList<string>> Refusals(TestZone zone)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var entries = await db.Set<JournalEntry>().Where(e => e.Kind == "attempt.refused").ToListAsync();
        return [.. entries.Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("rule").GetString()!)];
    }

    /// <summary>The level has stood since a day.</summary>
    public static async Task Since(TestZone zone, Guid id, string day)
    {
        await using var connection = await zone.Database.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"UPDATE supervision_level_matter SET level_since = '{day}' WHERE zone_id = @zone AND id = @id";
        command.AddParameter("@zone", Key(zone, TestZone.ZoneId));
        command.AddParameter("@id", Key(zone, id));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An id as the database keeps it.</summary>
    private static object Key(TestZone zone, Guid id) => zone.Database.IsSqlite ? id.ToString().ToUpperInvariant() : id;

    /// <summary>Firm A has been with the zone for more than a year.</summary>
    private static async Task Old(TestZone zone)
    {
        await using var connection = await zone.Database.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = zone.Database.IsSqlite
            ? "UPDATE registry_party SET since = since - 34560000000000 "
                + "WHERE zone_id = @zone AND name_en = 'Firm A Valves'"
            : "UPDATE registry_party SET since = since - interval '400 days' "
                + "WHERE zone_id = @zone AND name_en = 'Firm A Valves'";
        command.AddParameter("@zone", Key(zone, TestZone.ZoneId));
        await command.ExecuteNonQueryAsync();
    }
}
