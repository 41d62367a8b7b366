using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Tests.Inspection.Visits;
using Yuheng.Server.Tests.Tidy;

namespace Yuheng.Server.Tests.Inspection.Testing;

public sealed class UploadBenchFileTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_export_is_shown_row_by_row_then_entered_and_decides_the_lot(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);

        await EnterWhole(zone, BenchFile.Bytes("00123"));

        await CheckLot123(zone, lot);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var readings = await db.Set<RecordedReading>().ToListAsync();
        readings.ShouldAllBe(r => r.Source == "csv" && r.FileHash != null);
        var shell = Observation(readings.Single(r => r is { Characteristic: "shell", Ordinal: 1 }));
        shell.GetProperty("person").GetString().ShouldBe("王");
        shell.GetProperty("pressure").GetProperty("value").GetRawText().ShouldBe("2.44");
        var file = await db.Set<Attachment>().SingleAsync();
        (file.Kind, file.Hash).ShouldBe(("bench-file", readings[0].FileHash));
    }

    [Fact]
    public async Task The_export_that_a_bench_sent_gives_what_is_known_of_it()
    {
        var root =
            Environment.GetEnvironmentVariable("YUHENG_VECTORS")
            ?? Path.Combine(SourceTree.Root, "..", "shared", "data");
        var path = Path.Combine(root, "lots", "bench-results-gb18030.csv");
        Assert.SkipUnless(File.Exists(path), "vectors not present (set YUHENG_VECTORS)");
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);

        await EnterWhole(zone, await File.ReadAllBytesAsync(path));

        await CheckLot123(zone, lot);
    }

    [Fact]
    public async Task The_same_file_is_not_entered_twice_and_a_repeated_test_needs_a_reason()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);
        var bytes = BenchFile.Bytes("00123", samples: 20);
        await EnterWhole(zone, bytes);

        var again = await Enter(zone, "bench", await Preview(zone, "bench", bytes), "entered by mistake");
        var repeated = await Preview(zone, "bench", BenchFile.Bytes("00123", samples: 2));
        var unexplained = await Enter(zone, "bench", repeated);
        var explained = await Enter(zone, "bench", repeated, "repeated after a new seal");

        ((int)again.StatusCode).ShouldBe(409);
        ((int)unexplained.StatusCode).ShouldBe(400);
        ((int)explained.StatusCode).ShouldBe(303, await explained.Content.ReadAsStringAsync());
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        (await db.Set<RecordedReading>().CountAsync(r => r.Corrects != null)).ShouldBe(6);
    }

    [Fact]
    public async Task Rows_of_unknown_lots_and_undrawn_samples_are_left_out_with_the_reason()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);

        var unknown = await Preview(zone, "bench", BenchFile.Bytes("99999"));
        var beyond = await Preview(zone, "bench", BenchFile.Bytes("00123", samples: 82));
        var expired = await Preview(zone, "bench", BenchFile.Bytes("00123", samples: 1, gauge: "YB-9999"));

        unknown.ShouldContain("No lot with number “99999” is in testing");
        beyond.ShouldContain("6 left out");
        expired.ShouldContain("3 cannot be judged");
        (await VisitStory.Read(Upload(zone, "bench", "%PDF-1.7 nothing"u8.ToArray()))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_firms_own_export_stays_with_the_firm()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00123");
        await LotStory.SampleAndSeal(zone, lot);

        var entered = await Enter(
            zone,
            "bench-a",
            await Preview(zone, "bench-a", BenchFile.Bytes("00123", samples: 5))
        );

        entered.Headers.Location!.ToString().ShouldEndWith("/own-results");
        var files = VisitStory.PathOf(lot, "files");
        (await VisitStory.Read(zone.As("clerk-a").GetAsync(files))).Html.ShouldContain("bench.csv");
        (await VisitStory.Read(zone.As("reviewer").GetAsync(files))).Html.ShouldNotContain("bench.csv");
        (await VisitStory.Read(zone.As("bench").GetAsync(VisitStory.PathOf(lot, "results")))).Html.ShouldContain(
            "0 of 80 entered"
        );
    }

    private static async Task EnterWhole(TestZone zone, byte[] bytes)
    {
        var entered = await Enter(zone, "bench", await Preview(zone, "bench", bytes));
        ((int)entered.StatusCode).ShouldBe(303, await entered.Content.ReadAsStringAsync());
    }

    private static async Task CheckLot123(TestZone zone, JsonElement lot)
    {
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var readings = await db.Set<RecordedReading>().ToListAsync();
        int[] Which(string characteristic, string status) =>
            [
                .. readings
                    .Where(r => r.Characteristic == characteristic && r.Status == status)
                    .Select(r => r.Ordinal)
                    .Order(),
            ];
        Which("shell", "fail").ShouldBe([3, 19, 32]);
        Which("shell", "invalid-test").ShouldBe([11]);
        Which("seat-liquid", "invalid-test").ShouldBe([7]);
        Which("seat-gas-low", "invalid-test").ShouldBeEmpty();
        var verdict = await LotStory.SignAndReview(zone, lot);
        verdict.GetProperty("conclusion").GetString().ShouldBe("nonconforming");
        verdict.GetProperty("safetyFailed").GetBoolean().ShouldBeTrue();
    }

    private static async Task<string> Preview(TestZone zone, string person, byte[] bytes)
    {
        var (status, html) = await VisitStory.Read(Upload(zone, person, bytes));
        status.ShouldBe(200, html);
        return html;
    }

    private static async Task<HttpResponseMessage> Upload(TestZone zone, string person, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "bench.csv" } };
        return await Forms.Send(zone.As(person), "/bench/upload", form);
    }

    private static Task<HttpResponseMessage> Enter(TestZone zone, string person, string preview, string? reason = null)
    {
        var hash = Regex.Match(preview, "name=\"hash\" value=\"([0-9a-f]{64})\"").Groups[1].Value;
        List<(string, string)> fields = [("hash", hash), ("name", "bench.csv")];
        if (reason is not null)
        {
            fields.Add(("reason", reason));
        }

        return Forms.Post(zone.As(person), "/bench/enter", fields, "/bench/upload");
    }

    private static JsonElement Observation(RecordedReading reading) =>
        JsonDocument.Parse(reading.Observation).RootElement;
}
