using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>
/// The documented case: 71,020 half-inch brass ball valves for USD 58,000 with walls too thin, under a contract that
/// names
/// GB/T 13927-2008. Shells leak, the lot is reworked, the re-inspection fails, no credential is issued.
/// </summary>
public sealed class ThinWallTests
{
    private const string Contract = "contract 2008-12, annex 1";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Thin_walls_fail_twice_and_get_no_credential(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await Declare(zone);
        var plan = await LotStory.Show(zone, lot);
        Shell(plan).GetProperty("edition").GetString().ShouldBe("2008");
        Wall(plan).GetProperty("basis").GetString().ShouldBe("contract");

        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit % 40 == 0 ? 30 : 0);
        var first = await LotStory.SignAndReview(zone, lot);
        first.GetProperty("conclusion").GetString().ShouldBe("nonconforming");
        Line(first, "shell@")
            .GetProperty("summary")
            .GetProperty("clause")
            .GetString()!
            .ShouldStartWith("GB/T 13927 2008");
        await LotStory.Act(zone, "owner-a", lot, "rework", "sort out by pressure test");
        await LotStory.Act(zone, "owner-a", lot, "resubmit", "sorted");

        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit % 50 == 0 ? 30 : 0);
        (await LotStory.SignAndReview(zone, lot)).GetProperty("conclusion").GetString().ShouldBe("nonconforming");
        await LotStory.Act(zone, "reviewer", lot, "refuse", "walls still far too thin");

        (await LotStory.State(zone, lot)).ShouldBe("refused");
        var release = await zone.As("reviewer").PostAsync(LotStory.Path(lot, "release"), JsonContent.Create(new { }));
        release.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> Declare(TestZone zone)
    {
        var client = zone.As("clerk-a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "thin-wall");
        var answer = await client.PostAsJsonAsync(
            "/api/lots",
            new
            {
                lotNumber = "770-CARTONS",
                productId = zone.BallValve,
                quantity = 71_020,
                heats = new[] { "T-1" },
                markets = new[] { "NG" },
                valueUsd = 58_000m,
                contract = new
                {
                    standards = new[] { new { standard = "GB/T 13927", edition = "2008" } },
                    limits = new[]
                    {
                        new
                        {
                            id = "wall-thickness",
                            kind = "minimum",
                            lower = 1.7m,
                            unit = "mm",
                            clause = Contract,
                            group = "dimension",
                        },
                    },
                },
            }
        );
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static JsonElement Shell(JsonElement plan) => Requirement(plan, "shell");

    private static JsonElement Wall(JsonElement plan) => Requirement(plan, "wall-thickness");

    private static JsonElement Requirement(JsonElement plan, string id) =>
        plan.GetProperty("requirements").EnumerateArray().First(r => r.GetProperty("id").GetString() == id);

    private static JsonElement Line(JsonElement verdict, string key) =>
        verdict
            .GetProperty("lines")
            .EnumerateArray()
            .First(l => l.GetProperty("key").GetString()!.StartsWith(key, StringComparison.Ordinal));
}
