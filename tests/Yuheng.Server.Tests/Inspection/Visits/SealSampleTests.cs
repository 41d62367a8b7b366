using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests.Inspection.Visits;

public sealed class SealSampleTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Missing_units_are_replaced_by_the_draws_next_numbers_and_the_published_record_still_verifies(
        DatabaseKind kind
    )
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await LotStory.Declare(zone, "00200");
        await VisitStory.Draw(zone);
        var units = await VisitStory.Units(zone, lot);
        var path = VisitStory.PathOf(lot, "visit");
        var inspector = zone.As("inspector-1");
        var (gone, also) = (units[3].UnitNumber, units[40].UnitNumber);
        List<(string, string)> fields =
        [
            .. VisitStory.Fields(zone),
            ($"u.{gone}", "not-found"),
            ($"u.{also}", "damaged"),
        ];

        // The first answer names the numbers that step in; they must be looked for before the sample is sealed.
        var (status, html) = await VisitStory.Read(Forms.Post(inspector, path, fields));
        status.ShouldBe(400);
        var spares = Spares(html);
        spares.Length.ShouldBe(2);
        var sent = await Forms.Post(inspector, path, [.. fields, ("shown", string.Join(',', spares))]);

        ((int)sent.StatusCode).ShouldBe(303, await sent.Content.ReadAsStringAsync());
        var record = await Record(zone, lot.GetProperty("id").GetGuid());
        DrawVerifier.FirstDifference([record]).ShouldBeNull();
        record
            .Lots.Single()
            .Replaced.ShouldBe([
                new ReplacedUnit(gone, spares[0], "not-found"),
                new ReplacedUnit(also, spares[1], "damaged"),
            ]);
        (await VisitStory.Units(zone, lot)).Single(u => u.UnitNumber == gone).ReplacedBy.ShouldBe(spares[0]);
        (await LotStory.State(zone, lot)).ShouldBe("testing");
        var (_, printed) = await VisitStory.Read(
            zone.As("clerk-a").GetAsync(VisitStory.PathOf(lot, "sampling-record"))
        );
        printed.ShouldContain("F-001,F-002");
        printed.ShouldContain("inspector-2");
    }

    [Fact]
    public async Task A_number_that_steps_in_and_is_missing_too_is_replaced_by_the_next()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00201");
        await VisitStory.Draw(zone);
        var gone = (await VisitStory.Units(zone, lot))[0].UnitNumber;
        var path = VisitStory.PathOf(lot, "visit");
        var inspector = zone.As("inspector-1");
        List<(string, string)> fields = [.. VisitStory.Fields(zone), ($"u.{gone}", "not-found")];
        var first = Spares((await VisitStory.Read(Forms.Post(inspector, path, fields))).Html);
        fields.Add(($"u.{first[0]}", "shipped"));
        var second = Spares(
            (await VisitStory.Read(Forms.Post(inspector, path, [.. fields, ("shown", $"{first[0]}")]))).Html
        );

        second.Length.ShouldBe(2);
        var sent = await Forms.Post(inspector, path, [.. fields, ("shown", string.Join(',', second))]);

        ((int)sent.StatusCode).ShouldBe(303);
        DrawVerifier.FirstDifference([await Record(zone, lot.GetProperty("id").GetGuid())]).ShouldBeNull();
        (await VisitStory.Units(zone, lot)).Single(u => u.UnitNumber == gone).ReplacedBy.ShouldBe(second[1]);
    }

    [Fact]
    public async Task Photos_are_kept_under_their_hash_and_what_is_no_picture_is_refused()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00202");
        await VisitStory.Draw(zone);

        var refused = await Send(zone, lot, "=cmd|evil.jpg", "<script>alert(1)</script>"u8.ToArray());
        var taken = await Send(zone, lot, "../../etc/passwd.jpg", Photo);

        ((int)refused.StatusCode).ShouldBe(415);
        ((int)taken.StatusCode).ShouldBe(303, await taken.Content.ReadAsStringAsync());
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var photo = await db.Set<Attachment>().SingleAsync();
        photo.FileName.ShouldBe("passwd.jpg");
        File.Exists(Path.Combine(zone.Folder, "files", photo.Hash[..2], photo.Hash[2..])).ShouldBeTrue();
        var shown = await zone.As("clerk-a").GetAsync(VisitStory.PathOf(lot, $"files/{photo.Id}"));
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Photo);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await zone.As("clerk-b").GetAsync(VisitStory.PathOf(lot, $"files/{photo.Id}"))).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_visit_says_beside_each_field_what_is_wrong()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00203");
        await VisitStory.Draw(zone);
        var unit = (await VisitStory.Units(zone, lot))[0].UnitNumber;

        var (status, html) = await VisitStory.Read(
            Forms.Post(
                zone.As("inspector-1"),
                VisitStory.PathOf(lot, "visit"),
                [
                    ("presentedQuantity", "1e9"),
                    ("secondSampler", zone.Person("inspector-1").UserId.ToString()),
                    ("reserveSamples", "-1"),
                    ($"u.{unit}", "because"),
                ]
            )
        );

        status.ShouldBe(400);
        foreach (var field in new[] { "presentedQuantity", "secondSampler", "seals", "reserveSamples", "witness" })
        {
            html.ShouldContain($"id=\"f-{field}-error\"");
        }

        (await LotStory.State(zone, lot)).ShouldBe("sampling");
    }

    [Fact]
    public async Task The_draw_is_public_with_its_commitment_and_the_fingerprint_from_the_close_on()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        await LotStory.Declare(zone, "00204");
        var open = (await VisitStory.Read(zone.As("").GetAsync("/draws"))).Html;
        open.ShouldContain("Commitment to the seed");

        var closed = await Forms.Post(zone.As("inspector-1"), "/draws", []);

        ((int)closed.StatusCode).ShouldBe(303);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var round = await db.Set<DrawRound>().SingleAsync(r => r.ClosedAt != null);
        var print = FrozenPlans.Read(round).Fingerprint();
        var page = (await VisitStory.Read(zone.As("").GetAsync($"/draws/{round.Id}"))).Html;
        page.ShouldContain(print);
        page.ShouldNotContain(Convert.ToHexStringLower(round.Secret));
        ((int)(await zone.As("clerk-a").PostAsync("/draws", null)).StatusCode).ShouldBe(403);
        await VisitStory.Draw(zone);
        (await VisitStory.Read(zone.As("").GetAsync($"/draws/{round.Id}"))).Html.ShouldContain(
            Convert.ToHexStringLower(round.Secret)
        );
    }

    private static long[] Spares(string html)
    {
        var shown = System
            .Text.RegularExpressions.Regex.Match(html, "name=\"shown\" value=\"([0-9,]*)\"")
            .Groups[1]
            .Value;
        return [.. shown.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
    }

    private static async Task<DrawRecord> Record(TestZone zone, Guid lotId)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var draw = (await db.Set<Lot>().SingleAsync(l => l.Id == lotId)).DrawId;
        var record = (await db.Set<DrawRound>().SingleAsync(r => r.Id == draw)).Record!;
        return DrawFile.Read(Encoding.UTF8.GetBytes(record))[0];
    }

    private static async Task<HttpResponseMessage> Send(
        TestZone zone,
        System.Text.Json.JsonElement lot,
        string name,
        byte[] content
    )
    {
        var path = VisitStory.PathOf(lot, "visit");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in VisitStory.Fields(zone))
        {
            form.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "photos", name);
        return await Forms.Send(zone.As("inspector-1"), path, form);
    }
}
