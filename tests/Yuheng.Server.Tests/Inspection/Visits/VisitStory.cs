using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Tests.Inspection.Visits;

/// <summary>Steps around a sampling visit.</summary>
internal static class VisitStory
{
    /// <summary>Closes the round, fixes the public value after it and draws.</summary>
    public static async Task Draw(TestZone zone)
    {
        (await zone.As("reviewer").PostAsync("/api/draws", JsonContent.Create(new { }))).EnsureSuccessStatusCode();
        zone.Clock.Advance(TimeSpan.FromMinutes(5));
        await File.AppendAllTextAsync(
            Path.Combine(zone.Folder, "public-values.txt"),
            $"{zone.Clock.GetUtcNow().AddMinutes(-1):O} 7777 test beacon\n");
        (await zone.As("reviewer").PostAsync("/api/draws", JsonContent.Create(new { }))).EnsureSuccessStatusCode();
    }

    public static string PathOf(JsonElement lot, string page) => $"/lots/{lot.GetProperty("id").GetString()}/{page}";

    public static async Task<List<SampleUnit>> Units(TestZone zone, JsonElement lot)
    {
        var id = lot.GetProperty("id").GetGuid();
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        return await db.Set<SampleUnit>().Where(u => u.LotId == id).OrderBy(u => u.UnitNumber).ToListAsync();
    }

    public static List<(string, string)> Fields(TestZone zone) =>
    [
        ("presentedQuantity", "1200"),
        ("secondSampler", zone.Person("inspector-2").UserId.ToString()),
        ("seals", "F-001, F-002"),
        ("reserveSamples", "2"),
        ("witness", "Wang"),
    ];

    /// <summary>Records a visit where everything was found.</summary>
    public static async Task Visit(TestZone zone, JsonElement lot) =>
        (await zone.As("inspector-1").PostAsJsonAsync(LotStory.Path(lot, "visit"), new
        {
            presentedQuantity = 1200,
            secondSampler = zone.Person("inspector-2").UserId,
            seals = new[] { "F-001" },
            reserveSamples = 2,
            witness = "Wang",
        })).EnsureSuccessStatusCode();

    /// <summary>The page as it answers, with its status.</summary>
    public static async Task<(int Status, string Html)> Read(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var html = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeLessThan(500, html);
        return ((int)answer.StatusCode, html);
    }
}
