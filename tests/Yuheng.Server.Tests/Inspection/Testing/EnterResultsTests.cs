using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Tests.Inspection.Visits;

namespace Yuheng.Server.Tests.Inspection.Testing;

public sealed class EnterResultsTests
{
    private static readonly (string, string)[] Conditions =
    [
        ("c", "shell"),
        ("from", "1"),
        ("c.shell.medium", "liquid"),
        ("c.shell.pressure", "2.44"),
        ("c.shell.hold", "17"),
        ("c.shell.gauge", "YB-0137"),
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Values_are_judged_at_once_and_a_correction_needs_a_reason(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var (lot, path) = await Sealed(zone, "00400");

        var saved = await Post(
            zone,
            path,
            [
                ("r.1.shell", "0"),
                ("r.2.shell", "１６"),
                ("r.3.shell", "0"),
                ("r.3.shell~pressure", "2.10"),
                ("r.4.shell", "0"),
                ("r.4.shell~hold", "9"),
            ]
        );

        ((int)saved.StatusCode).ShouldBe(303, await saved.Content.ReadAsStringAsync());
        (await Statuses(zone)).ShouldBe(["1 pass", "2 fail", "3 invalid-test", "4 invalid-test"]);
        var html = await Page(zone, path + "?c=shell");
        html.ShouldContain("the pressure was 2.10 MPa, expected at least 2.4");
        html.ShouldContain("4 of 80 entered");

        // What stands unchanged is not entered again; a change needs its reason and keeps the earlier reading.
        (string, string)[] standing =
        [
            ("r.1.shell", "0"),
            ("r.2.shell", "0"),
            ("r.3.shell", "0"),
            ("r.3.shell~pressure", "2.10"),
            ("r.4.shell", "0"),
            ("r.4.shell~hold", "9"),
        ];
        var unexplained = await Post(zone, path, standing);
        ((int)unexplained.StatusCode).ShouldBe(400);
        (await unexplained.Content.ReadAsStringAsync()).ShouldContain("f-reason-error");
        ((int)(await Post(zone, path, [.. standing, ("reason", "counted on the wrong unit")])).StatusCode).ShouldBe(
            303
        );
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var readings = await db.Set<RecordedReading>().OrderBy(r => r.Id).ToListAsync();
        readings.Count.ShouldBe(5);
        var second = readings.Single(r => r.Corrects is not null);
        second.Corrects.ShouldBe(readings.Single(r => r.Ordinal == 2 && r.Corrects is null).Id);
        second.Reason.ShouldBe("counted on the wrong unit");
        (await Page(zone, path + "?c=shell")).ShouldContain("2 pass");
        lot.GetProperty("number").GetString().ShouldBe("00400");
    }

    [Fact]
    public async Task The_rest_is_recorded_by_exception_and_a_block_is_pasted_without_script()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (_, path) = await Sealed(zone, "00401");

        await Post(zone, path, [("block", "0\n0\t2.10\n3\n"), ("rest", "shell")]);

        var statuses = await Statuses(zone);
        statuses.Count.ShouldBe(80);
        statuses[..4].ShouldBe(["1 pass", "2 invalid-test", "3 fail", "4 pass"]);
        statuses[4..].ShouldAllBe(s => s.EndsWith(" pass"));
    }

    [Theory]
    [InlineData("r.1.shell", "NaN")]
    [InlineData("r.1.shell", "1e9")]
    [InlineData("r.1.shell", "-1")]
    [InlineData("c.shell.pressure", "=cmd|'/c calc'!A1")]
    [InlineData("at", "2027-11-24 08:00")]
    [InlineData("at", "yesterday")]
    public async Task What_is_no_reading_is_refused_beside_its_field_and_nothing_is_kept(string field, string value)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (_, path) = await Sealed(zone, "00402");
        var fields = Conditions
            .Append(("r.1.shell", "0"))
            .Append(("r.2.shell", "0"))
            .Where(f => f.Item1 != field)
            .Append((field, value))
            .ToList();

        var (status, html) = await VisitStory.Read(Forms.Post(zone.As("bench"), path, fields));

        status.ShouldBe(400);
        html.ShouldContain("summary");
        html.ShouldContain(WebUtility.HtmlEncode(value).Replace("&#39;", "&#x27;"));
        (await Statuses(zone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gauge_out_of_calibration_makes_the_test_invalid()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (_, path) = await Sealed(zone, "00403");
        await zone.Services.GetRequiredService<Commands>().RunUnrecorded(zone.Person("bench"), async (work, c) =>
        {
            var laboratory = zone.Person("bench").PartyId;
            var gauge = await work.Db.Set<Yuheng.Server.Registry.Gauge>().SingleAsync(g => g.FirmId == laboratory, c);
            gauge.CalibrationDue = new DateOnly(2026, 11, 1);
            return 0;
        }, CancellationToken.None);

        await Post(zone, path, [("r.1.shell", "0")]);

        (await Statuses(zone)).ShouldBe(["1 invalid-test"]);
        (await Page(zone, path + "?c=shell")).ShouldContain("calibration expired 2026-11-01");
    }

    [Fact]
    public async Task A_unit_that_was_not_drawn_and_a_unit_of_measure_that_is_none_are_refused()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (lot, path) = await Sealed(zone, "00404");
        object Reading(int ordinal, string unit) =>
            new
            {
                characteristic = "shell",
                ordinal,
                value = new { value = 0, unit },
            };

        var undrawn = await zone.As("bench")
            .PostAsJsonAsync(LotStory.Path(lot, "readings"), new { readings = new[] { Reading(81, "drops") } });
        var unit = await zone.As("bench")
            .PostAsJsonAsync(LotStory.Path(lot, "readings"), new { readings = new[] { Reading(1, "furlongs") } });
        var beyond = await Post(zone, path, [("r.81.shell", "0")]);

        (await Code(undrawn)).ShouldBe("unit-not-drawn");
        (await Code(unit)).ShouldBe("unit-unknown");
        ((int)beyond.StatusCode).ShouldBe(400);
        (await Statuses(zone)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_firms_own_readings_are_its_own_and_never_count(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var (lot, path) = await Sealed(zone, "00405");
        var own = VisitStory.PathOf(lot, "own-results");

        var saved = await Forms.Post(zone.As("bench-a"), own, [.. Conditions, ("r.1.shell", "7"), ("r.2.shell", "0")]);

        ((int)saved.StatusCode).ShouldBe(303, await saved.Content.ReadAsStringAsync());
        (await VisitStory.Read(zone.As("owner-a").GetAsync(own + "?c=shell"))).Html.ShouldContain("2 of 80 entered");
        (await VisitStory.Read(zone.As("clerk-b").GetAsync(own))).Status.ShouldBe(404);
        (await VisitStory.Read(zone.As("bench").GetAsync(own))).Status.ShouldBe(403);
        (await Page(zone, path + "?c=shell")).ShouldContain("0 of 80 entered");
        await using (var db = zone.Database.Read(Sight.Of(zone.Person("reviewer"))))
        {
            var row = await db.Set<Lot>().SingleAsync();
            (await LotRecords.Readings(db, row, CancellationToken.None)).ShouldBeEmpty();
            (await LotRecords.OwnReadings(db, row, CancellationToken.None)).Count.ShouldBe(2);
        }

        // The firm's own failure stands in no verdict of the scheme.
        await LotStory.Test(zone, lot, _ => 0);
        await LotStory.Confirm(zone, "seat-gas-low@gb-t-13927-2022");
        var verdict = await LotStory.SignAndReview(zone, lot);
        verdict.GetProperty("conclusion").GetString().ShouldBe("conforming", verdict.GetProperty("open").ToString());
    }

    [Fact]
    public async Task All_numeric_tests_are_entered_side_by_side()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (_, path) = await Sealed(zone, "00406");
        var fields = Conditions.Where(c => c.Item1 != "c").ToList();
        fields.AddRange([("c", "all"), ("r.1.shell", "0"), ("r.1.seat-liquid", "0"), ("r.1.seat-gas-low", "0")]);
        foreach (
            var (test, medium, pressure) in new[] { ("seat-liquid", "liquid", "1.81"), ("seat-gas-low", "gas", "0.62") }
        )
        {
            fields.AddRange([
                ($"c.{test}.medium", medium),
                ($"c.{test}.pressure", pressure),
                ($"c.{test}.hold", "17"),
                ($"c.{test}.gauge", "YB-0137"),
            ]);
        }

        var saved = await Forms.Post(zone.As("bench"), path, fields);

        ((int)saved.StatusCode).ShouldBe(303, await saved.Content.ReadAsStringAsync());
        (await Statuses(zone)).ShouldBe(["1 pass", "1 pass", "1 pass"]);
    }

    [Fact]
    public async Task An_analysis_is_one_reading_of_all_its_elements()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var (lot, path) = await Sealed(zone, "00407");
        var page = await Page(zone, path + "?c=composition");
        var fields = System
            .Text.RegularExpressions.Regex.Matches(page, "name=\"r\\.1\\.composition~([A-Za-z]+)\"")
            .Select(m =>
                (
                    $"r.1.composition~{m.Groups[1].Value}",
                    m.Groups[1].Value switch
                    {
                        "Cu" => "58.1",
                        "Pb" => "1.2",
                        "Fe" => "0.2",
                        _ => "0.1",
                    }
                )
            )
            .ToList();

        var saved = await Forms.Post(
            zone.As("bench"),
            path,
            [("c", "composition"), ("from", "1"), ("c.composition.gauge", "YB-0137"), .. fields]
        );

        ((int)saved.StatusCode).ShouldBe(303, await saved.Content.ReadAsStringAsync());
        (await Statuses(zone)).ShouldBe(["1 pass"]);
        lot.GetProperty("state").GetString().ShouldNotBeNull();
    }

    private static async Task<(JsonElement Lot, string Path)> Sealed(TestZone zone, string number)
    {
        var lot = await LotStory.Declare(zone, number);
        await LotStory.SampleAndSeal(zone, lot);
        return (lot, VisitStory.PathOf(lot, "results"));
    }

    private static Task<HttpResponseMessage> Post(TestZone zone, string path, IEnumerable<(string, string)> fields) =>
        Forms.Post(zone.As("bench"), path, [.. Conditions, .. fields]);

    private static async Task<string> Page(TestZone zone, string path)
    {
        var (status, html) = await VisitStory.Read(zone.As("bench").GetAsync(path));
        status.ShouldBe(200, html);
        return html;
    }

    private static async Task<List<string>> Statuses(TestZone zone)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<RecordedReading>()
            .OrderBy(r => r.Ordinal)
            .ThenBy(r => r.Id)
            .Select(r => r.Ordinal + " " + r.Status)
            .ToListAsync();
    }

    private static async Task<string?> Code(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
