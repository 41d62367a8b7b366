using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yuheng.Core.Quantities;
using Yuheng.Server.Inspection;

namespace Yuheng.Bench.Data;

/// <summary>
/// Five hundred results of one lot, stored durably and each judged at once: through the slice, as the grid sends them.
/// The firm's own bench is used, which needs no draw; a laboratory's results take the same way.
/// </summary>
internal static class ResultsJob
{
    private const int Results = 500;

    private const int Rounds = 12;

    public static async Task Run()
    {
        await using var zone = await BenchZone.Start();
        var declaring = zone.Services.GetRequiredService<Declaring>();
        var entering = zone.Services.GetRequiredService<EnteringReadings>();
        var waits = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var lot = await Declare(zone, declaring, round);
            var block = new ReadingBlock(lot.Id, "grid", null, [.. Enumerable.Range(1, Results).Select(Reading)]);
            var began = Stopwatch.GetTimestamp();
            var entered = await entering.Enter(zone.Clerk, block, CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (entered.Count != Results)
            {
                throw new InvalidOperationException("not all results were entered");
            }
        }

        Console.WriteLine(
            $"{Results} results stored and judged: first {waits[0]:F0} ms, then "
                + string.Join(", ", waits.Skip(1).Order().Select(w => w.ToString("F1", CultureInfo.InvariantCulture)))
                + " ms"
        );
    }

    private static Task<Declared> Declare(BenchZone zone, Declaring declaring, int round) =>
        declaring.Declare(
            zone.Clerk,
            new LotDeclaration
            {
                Number = "R" + round,
                Product = zone.Product,
                Quantity = 60_000,
                Heats = ["R2607-31"],
                Markets = ["DE"],
                ValueUsd = 1200.50m,
                Source = "api",
            },
            null,
            CancellationToken.None
        );

    private static NewReading Reading(int ordinal) =>
        new()
        {
            Characteristic = "shell",
            Ordinal = ordinal,
            Medium = "liquid",
            Pressure = new Reading(2.44m, "MPa"),
            Hold = new Reading(17, "s"),
            Observed = new Reading(17, "s"),
            Gauge = "YB-0137",
            Value = new Reading(ordinal % 50 == 0 ? 3 : 0, "drops"),
        };
}
