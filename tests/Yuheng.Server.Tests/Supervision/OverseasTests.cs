using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Supervision;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Supervision;

public sealed class OverseasTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_return_is_matched_answered_for_and_lowers_the_makers_level(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var level = await SupervisionStory.InForce(zone);
        var lot = await LotStory.Declare(zone, "00123");
        var id = await Received(zone, ("lotNumber", "00123"), ("market", "DE"));
        (await zone.As("reviewer").GetStringAsync("/supervision/overseas/" + id)).ShouldContain("suggested");

        var matched = await Forms.Post(
            zone.As("reviewer"),
            $"/supervision/overseas/{id}/match",
            [("lot", lot.GetProperty("id").GetString()!)],
            page: "/supervision/overseas/" + id
        );
        matched.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await Step(zone, "reviewer", id, "launch");
        await Step(zone, "inspector-1", id, "set-method", "documents");
        await Step(zone, "inspector-1", id, "find", "none-kept");
        await Step(zone, "reviewer", id, "name", "maker");
        zone.Clock.Advance(TimeSpan.FromDays(15));
        await Step(zone, "reviewer", id, "dispose");

        var row = await Case(zone, id);
        row.State.ShouldBe("disposition");
        row.Outcome.ShouldBe("maker");
        (await SupervisionStory.Matter(zone, level)).State.ShouldBe("under-review");
        (await zone.As("clerk-a").GetAsync("/supervision/overseas/" + id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await zone.As("clerk-b").GetAsync("/supervision/overseas/" + id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_is_taken_in_whole_or_not_at_all()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        const string Head = "kind,receivedOn,market,origin,finding,lotNumber,returnedLots,valueUsd\n";
        var good = await Import(
            zone,
            Head + "return,2015-03-02,US,buyer,stem,0007,2,90000.50\nnotification,2015-04-01,DE,RAPEX,lead,,0,0\n"
        );
        var bad = await Import(
            zone,
            Head + "return,2015-03-02,US,buyer,stem,8,1,1\nreturn,2015-13-02,US,buyer,stem,9,1,1\n"
        );

        good.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await good.Content.ReadAsStringAsync());
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bad.Content.ReadAsStringAsync()).ShouldContain("2015-13-02");
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        (await db.Set<OverseasCase>().CountAsync()).ShouldBe(2);
    }

    private static async Task<HttpResponseMessage> Import(TestZone zone, string csv)
    {
        var client = zone.As("reviewer");
        var page = await client.GetStringAsync("/supervision/overseas/new");
        var mark = "name=\"__RequestVerificationToken\" value=\"";
        var from = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page[from..page.IndexOf('"', from)]), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "cases.csv" },
        };
        return await client.PostAsync("/supervision/overseas/import", form);
    }

    private static async Task<Guid> Received(TestZone zone, params (string, string)[] more)
    {
        (string, string)[] fields =
        [
            ("kind", "return"),
            ("receivedOn", "2026-11-20"),
            ("origin", "buyer"),
            ("finding", "paint in the waterway"),
            ("maker", "Firm A Valves"),
            ("returnedLots", "1"),
            ("valueUsd", "47000"),
            .. more,
        ];
        var answer = await Forms.Post(zone.As("reviewer"), "/supervision/overseas/new", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private static async Task Step(TestZone zone, string person, Guid id, string step, string choice = "")
    {
        var answer = await Forms.Post(
            zone.As(person),
            $"/supervision/overseas/{id}/steps",
            [("event", step), ("said", "as found"), ("choice", choice)],
            page: "/supervision/overseas/" + id
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, step + " " + await answer.Content.ReadAsStringAsync());
    }

    private static async Task<OverseasCase> Case(TestZone zone, Guid id)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<OverseasCase>().SingleAsync(c => c.Id == id);
    }
}
