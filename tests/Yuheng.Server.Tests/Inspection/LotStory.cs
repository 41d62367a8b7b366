using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests.Inspection;

/// <summary>The steps of a lot's story, each by the person whose step it is.</summary>
internal static class LotStory
{
    public static string Path(JsonElement lot, string step) => $"/api/lots/{lot.GetProperty("id").GetString()}/{step}";

    public static async Task<JsonElement> Declare(TestZone zone, string number, string? key = null)
    {
        var answer = await DeclareRaw(zone, number, key ?? number);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> DeclareRaw(TestZone zone, string number, string key, long quantity = 1200)
    {
        var client = zone.As("clerk-a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return client.PostAsJsonAsync(
            "/api/lots",
            new
            {
                lotNumber = number,
                productId = zone.BallValve,
                quantity,
                heats = new[] { "R2607-31" },
                markets = new[] { "DE" },
                orderNumber = "PO-7",
                valueUsd = 14359.04m,
            }
        );
    }

    /// <summary>Closes the round, fixes the public value after it, and draws.</summary>
    public static async Task Draw(TestZone zone)
    {
        await Ok(zone.As("reviewer").PostAsync("/api/draws", JsonContent.Create(new { })));
        zone.Clock.Advance(TimeSpan.FromMinutes(5));
        await File.AppendAllTextAsync(
            System.IO.Path.Combine(zone.Folder, "public-values.txt"),
            $"{zone.Clock.GetUtcNow().AddMinutes(-1):O} 7777 test beacon\n"
        );
        await Ok(zone.As("reviewer").PostAsync("/api/draws", JsonContent.Create(new { })));
    }

    /// <summary>A reviewer finds the documents complete.</summary>
    public static Task<JsonElement> CompleteDocuments(TestZone zone, JsonElement lot) =>
        Ok(zone.As("reviewer").PostAsync(Path(lot, "documents"), JsonContent.Create(new { })));

    /// <summary>Draws, and records the visit.</summary>
    public static async Task SampleAndSeal(TestZone zone, JsonElement lot)
    {
        await Draw(zone);
        await Ok(
            zone.As("inspector-1")
                .PostAsJsonAsync(
                    Path(lot, "visit"),
                    new
                    {
                        presentedQuantity = 1200,
                        secondSampler = zone.Person("inspector-2").UserId,
                        seals = new[] { "F-001" },
                        reserveSamples = 2,
                        witness = "Wang",
                    }
                )
        );
    }

    public static object Shell(int unit, int drops, string? corrects = null, string? reason = null) =>
        new
        {
            characteristic = "shell",
            ordinal = unit,
            medium = "liquid",
            pressure = Quantity(2.44m, "MPa"),
            hold = Quantity(17, "s"),
            observed = Quantity(17, "s"),
            value = Quantity(drops, "drop"),
            gauge = "YB-0137",
            corrects,
            reason,
        };

    /// <summary>
    /// Reads every planned characteristic of every unit; <paramref name="shellDrops"/> says what leaks.
    /// </summary>
    public static async Task Test(TestZone zone, JsonElement lot, Func<int, int> shellDrops, int skip = 0)
    {
        var shown = await Show(zone, lot);
        var groups = shown
            .GetProperty("plan")
            .GetProperty("groups")
            .EnumerateArray()
            .ToDictionary(g => g.GetProperty("group").GetString()!, g => g.GetProperty("items").GetInt32());
        var readings = new List<object>();
        foreach (
            var requirement in shown
                .GetProperty("requirements")
                .EnumerateArray()
                .DistinctBy(r => r.GetProperty("id").GetString())
        )
        {
            for (var unit = 1; unit <= groups.GetValueOrDefault(requirement.GetProperty("group").GetString()!); unit++)
            {
                if (unit != skip)
                {
                    readings.Add(Conforming(requirement, unit, shellDrops(unit)));
                }
            }
        }

        await Ok(zone.As("bench").PostAsJsonAsync(Path(lot, "readings"), new { readings }));
    }

    public static async Task<JsonElement> SignAndReview(TestZone zone, JsonElement lot)
    {
        await Ok(zone.As("signatory").PostAsync(Path(lot, "signature"), JsonContent.Create(new { })));
        return await Review(zone, lot);
    }

    public static Task<JsonElement> Review(TestZone zone, JsonElement lot) =>
        Ok(zone.As("reviewer").PostAsync(Path(lot, "verdict"), JsonContent.Create(new { })));

    public static Task<JsonElement> Confirm(TestZone zone, string key) =>
        Ok(zone.As("reviewer").PostAsJsonAsync("/api/confirmations", new { key, reason = "licensed text read" }));

    public static Task<JsonElement> Show(TestZone zone, JsonElement lot) =>
        Ok(zone.As("reviewer").GetAsync("/api/lots/" + lot.GetProperty("id").GetString()));

    public static async Task<string> State(TestZone zone, JsonElement lot) =>
        (await Show(zone, lot)).GetProperty("state").GetString()!;

    public static Task<JsonElement> Act(TestZone zone, string person, JsonElement lot, string kind, string reason) =>
        Ok(ActRaw(zone, person, lot, kind, reason));

    public static Task<HttpResponseMessage> ActRaw(
        TestZone zone,
        string person,
        JsonElement lot,
        string kind,
        string reason
    ) => zone.As(person).PostAsJsonAsync(Path(lot, "actions"), new { kind, reason });

    public static async Task<string> DrawPath(TestZone zone, JsonElement lot)
    {
        var id = lot.GetProperty("id").GetGuid();
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return $"/draws/{(await db.Set<Lot>().SingleAsync(l => l.Id == id)).DrawId}.json";
    }

    private static object Conforming(JsonElement requirement, int unit, int drops)
    {
        var id = requirement.GetProperty("id").GetString()!;
        if (id == "shell")
        {
            return Shell(unit, drops);
        }

        if (id.StartsWith("seat", StringComparison.Ordinal) || id == "backseat")
        {
            var gas = requirement.GetProperty("medium").GetString() == "gas";
            return new
            {
                characteristic = id,
                ordinal = unit,
                medium = gas ? "gas" : "liquid",
                hold = Quantity(17, "s"),
                observed = Quantity(17, "s"),
                pressure = Quantity(gas ? 0.62m : 1.81m, "MPa"),
                value = Quantity(0, gas ? "bubble" : "drop"),
                gauge = "YB-0137",
            };
        }

        if (id == "wall-thickness")
        {
            var wall = Quantity(drops > 0 ? 1.2m : 1.9m, "mm");
            return new { characteristic = id, ordinal = unit, value = wall, gauge = "YB-0137" };
        }

        return id == "composition"
            ? new
            {
                characteristic = id,
                ordinal = unit,
                gauge = "YB-0137",
                elements = new[]
                {
                    new { element = "Cu", percent = 58.1m },
                    new { element = "Pb", percent = 1.2m },
                    new { element = "Fe", percent = 0.2m },
                },
            }
            : new
            {
                characteristic = id,
                ordinal = unit,
                finding = "conforms",
            };
    }

    private static object Quantity(decimal value, string unit) => new { value, unit };

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }
}
