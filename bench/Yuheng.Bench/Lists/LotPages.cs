using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yuheng.Bench.Data;
using Yuheng.Core;
using Yuheng.Server;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Shell;

namespace Yuheng.Bench.Lists;

/// <summary>
/// The list of lots over 200,000 lots of 1,350 firms, through HTTP on loopback, eight readers at a time, warm. The CPU
/// is
/// that of the whole process: server and the eight clients together.
/// </summary>
internal static class LotPages
{
    private const int Lots = 200_000;
    private const int Firms = 1_350;
    private const int Readers = 8;
    private const int LotsACommand = 10_000;

    private static readonly Guid Zone = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);
    private static readonly string[] States = ["planned", "sampling", "testing", "held", "released", "exported"];

    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("yuheng-bench-").FullName;
        try
        {
            await using var app = await WebHost.Build(
                ["--data", folder, "--urls", "http://127.0.0.1:0", "--Yuheng:Demo", "false",
                "--Logging:LogLevel:Default", "Warning"]);
            await Fill(app.Services.GetRequiredService<Commands>());
            await app.StartAsync();
            var address = new Uri(app.Urls.First());
            await Drive(address, "firm", "/lots", WarmUp * 3);
            await Drive(address, "staff", "/lots", WarmUp * 3);
            Console.WriteLine("reader  page                              CPU ms   pages/s   bytes");
            foreach (var path in new[] { "/lots", "/lots?state=held", "/lots?sort=number", "/lots.csv", "/lots" })
            {
                await Measure(address, "firm", path);
            }

            foreach (var path in new[]
            {
                "/lots", "/lots?state=held", "/lots?sort=number", "/lots?number=L0100000", "/lots?size=200",
                "/lots?after=" + TableQuery.Cursor("L0100000", "100001"),
            })
            {
                await Measure(address, "staff", path);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(Uri address, string reader, string path)
    {
        await Drive(address, reader, path, WarmUp);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var (pages, bytes) = await Drive(address, reader, path, Measured);
        var spent = Environment.CpuUsage.TotalTime - cpu;
        Console.WriteLine(
            $"{reader,-7} {path,-32} {spent.TotalMilliseconds / pages,7:F2} {pages / watch.Elapsed.TotalSeconds,9:F0} "
            + $"{bytes,7}");
    }

    private static async Task<(long Pages, long Bytes)> Drive(Uri address, string reader, string path, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Authorization", "Bearer key-" + reader);
            client.DefaultRequestHeaders.Add("Accept-Language", "en");
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
            long pages = 0, bytes = 0;
            while (Stopwatch.GetTimestamp() < end)
            {
                bytes = (await client.GetByteArrayAsync(path)).Length;
                pages++;
            }

            return (pages, bytes);
        })));
        return (all.Sum(r => r.pages), all[0].bytes);
    }

    private static async Task Fill(Commands commands)
    {
        var firms = Enumerable.Range(0, Firms).Select(_ => Guid.CreateVersion7()).ToArray();
        await commands.Run(Staff, async (work, c) => await People(work, firms, c), CancellationToken.None);
        for (var first = 0; first < Lots; first += LotsACommand)
        {
            var from = first;
            await commands.Run(Staff, async (work, c) => await Declared(work, firms, from, c), CancellationToken.None);
        }
    }

    private static Viewer Staff { get; } = new(
        Zone, Guid.Parse("01900000-0000-7000-8000-000000000002"), Guid.Parse("01900000-0000-7000-8000-000000000003"),
        PartyKind.SchemeOperator, "n", "p", [Role.Reviewer], Language.English);

    private static async Task<int> Declared(Work work, Guid[] firms, int first, CancellationToken cancellation)
    {
        for (var n = first; n < first + LotsACommand; n++)
        {
            // Firms take turns unevenly, as in life: the first has some hundred times the lots of the last.
            var firm = firms[(int)((long)n * n % Firms)];
            var viewer = Staff with { PartyId = firm };
            var lot = BenchLot.Make(viewer, n + 1, Guid.CreateVersion7(), $"L{n:0000000}", work.Now);
            lot.State = States[n % States.Length];
            await work.Insert(lot, cancellation);
        }

        await work.Journal("bench.filled", Zone, new { first }, cancellation);
        return 0;
    }

    private static async Task<int> People(Work work, Guid[] firms, CancellationToken cancellation)
    {
        await work.Insert(
            new Zone
            {
                ZoneId = Zone, Code = "BZ", NameZh = "bench zone", NameEn = "bench zone", Synthetic = false,
                CreatedAt = work.Now,
            },
            cancellation);
        foreach (var (id, at) in firms.Select((id, at) => (id, at)))
        {
            await work.Insert(Party(work, id, PartyKind.Enterprise, $"Firm {at}"), cancellation);
        }

        await work.Insert(Party(work, Staff.PartyId, PartyKind.SchemeOperator, "Centre"), cancellation);
        await Person(work, "staff", Staff.PartyId, Role.Reviewer);
        await Person(work, "firm", firms[1], Role.FirmClerk);
        await work.Journal("bench.filled", Zone, new { firms = firms.Length }, cancellation);
        return 0;
    }

    private static Party Party(Work work, Guid id, PartyKind kind, string name) => new()
    {
        ZoneId = Zone, Id = id, Kind = kind, NameZh = name, NameEn = name, IndustryRoles = "assembly",
        Address = "Yuhuan", Since = work.Now,
    };

    private static async Task Person(Work work, string name, Guid party, Role role)
    {
        var user = new User
        {
            ZoneId = Zone, Id = work.NewId(), PartyId = party, Name = name, UserName = name, SecurityStamp = "s",
        };
        await work.Insert(user, CancellationToken.None);
        await work.Insert(
            new UserRole
            {
                ZoneId = Zone, UserId = user.Id, Role = role, ValidFrom = new DateOnly(2026, 1, 1),
            },
            CancellationToken.None);
        await work.Insert(
            new ApiKey
            {
                ZoneId = Zone, KeyHash = Secrets.Hash("key-" + name), UserId = user.Id, Name = "bench",
                CreatedAt = work.Now,
            },
            CancellationToken.None);
    }
}
