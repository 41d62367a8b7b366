using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Yuheng.Core;
using Yuheng.Server;
using Yuheng.Server.Data;

namespace Yuheng.Bench.Data;

/// <summary>
/// Declarations through the one writer on SQLite, answered when durable: a lot, its journal entry with the hash chain,
/// and the answer under its idempotency key. The ceiling is SQLite itself: the same rows by prepared statements on one
/// connection, in commits of the same size, in the same run.
/// </summary>
internal static class Declarations
{
    private static readonly int[] Clients = [8, 16, 32, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    private static readonly Viewer Clerk = new(
        Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000002"),
        Guid.Parse("01900000-0000-7000-8000-000000000003"), PartyKind.Enterprise, "n", "p", [Role.FirmClerk],
        Language.English);

    public static async Task Run()
    {
        Console.WriteLine("clients   answered/s    p50 ms    p99 ms   group    ceiling/s   ratio   CPU µs each");
        foreach (var clients in Clients)
        {
            var folder = Directory.CreateTempSubdirectory("yuheng-bench-").FullName;
            try
            {
                var pipeline = await Pipeline(folder, clients);
                var group = (int)Math.Round(pipeline.Group);
                var ceiling = Ceiling.Measure(Path.Combine(folder, "ceiling.db"), group, Measured);
                Console.WriteLine(
                    $"{clients,7} {pipeline.Rate,12:F0} {pipeline.P50,9:F2} {pipeline.P99,9:F2} {pipeline.Group,7:F1} "
                    + $"{ceiling,12:F0} {pipeline.Rate / ceiling,7:P0} {pipeline.CpuMicroseconds,10:F0}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<Figures> Pipeline(string folder, int clients)
    {
        await using var database = Composition.Open(new Settings(folder, null));
        await Migrator.Run(database, CancellationToken.None);
        await using var commands = new Commands(database, TimeProvider.System);
        await Drive(commands, clients, WarmUp);
        var (groups, answered, cpu) = (commands.Groups, commands.Answered, Environment.CpuUsage.TotalTime);
        var watch = Stopwatch.StartNew();
        var waits = await Drive(commands, clients, Measured);
        var elapsed = watch.Elapsed;
        waits.Sort();
        return new Figures(
            waits.Count / elapsed.TotalSeconds,
            waits[waits.Count / 2],
            waits[waits.Count * 99 / 100],
            (double)(commands.Answered - answered) / (commands.Groups - groups),
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / waits.Count);
    }

    private static async Task<List<double>> Drive(Commands commands, int clients, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var waits = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var began = Stopwatch.GetTimestamp();
                await Declare(commands);
                waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return waits;
        })));
        return [.. all.SelectMany(w => w)];
    }

    private static Task<string> Declare(Commands commands)
    {
        var number = Guid.CreateVersion7().ToString();
        var key = new OnceKey(number, SHA256.HashData(Encoding.UTF8.GetBytes(number)));
        return commands.Run(
            Clerk,
            (work, c) => work.Once(
                key,
                async () =>
                {
                    var lot = BenchLot.Make(Clerk, await work.Next("lot", c), work.NewId(), number, work.Now);
                    await work.Insert(lot, c);
                    await work.Journal("lot.declared", lot.Id, new { lot.Number, lot.Quantity, lot.Markets }, c);
                    return lot.Id.ToString();
                },
                c),
            CancellationToken.None);
    }

    private sealed record Figures(double Rate, double P50, double P99, double Group, double CpuMicroseconds);
}
