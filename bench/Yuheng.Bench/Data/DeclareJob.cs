using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Bench.Data;

/// <summary>
/// Whole declarations, with requirements, sampling plan and place in the draw: through the slice, and through HTTP with
/// the clients on the same cores.
/// </summary>
internal static class DeclareJob
{
    private static readonly int[] Clients = [8, 32];

    public static async Task Run()
    {
        foreach (var clients in Clients)
        {
            await using var zone = await BenchZone.Start();
            var declaring = zone.Services.GetRequiredService<Declaring>();
            await Load.Row("slice", clients, _ => Declare(zone, declaring));
        }

        foreach (var clients in Clients)
        {
            await using var zone = await BenchZone.Start();
            using var http = new HttpClient { BaseAddress = new Uri(zone.Address) };
            http.DefaultRequestHeaders.Add("Authorization", "Bearer " + zone.Key);
            await Load.Row("HTTP", clients, _ => Post(zone, http));
            await Load.Row("HTTP, health/live", clients, async _ => (await http.GetAsync("/health/live")).Dispose());
        }
    }

    private static Task<Declared> Declare(BenchZone zone, Declaring declaring)
    {
        var number = Guid.CreateVersion7().ToString();
        return declaring.Declare(
            zone.Clerk,
            new LotDeclaration
            {
                Number = number, Product = zone.Product, Quantity = 1200, Heats = ["R2607-31"], Markets = ["DE"],
                ValueUsd = 1200.50m, Source = "api",
            },
            new OnceKey(number, SHA256.HashData(Encoding.UTF8.GetBytes(number))),
            CancellationToken.None);
    }

    private static async Task Post(BenchZone zone, HttpClient http)
    {
        var number = Guid.CreateVersion7().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/lots")
        {
            Content = JsonContent.Create(new
            {
                lotNumber = number, productId = zone.Product.Id, quantity = 1200, heats = new[] { "R2607-31" },
                markets = new[] { "DE" }, valueUsd = 1200.50m,
            }),
        };
        request.Headers.Add("Idempotency-Key", number);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
