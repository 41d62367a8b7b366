using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Bench.Data;

/// <summary>
/// A server on loopback over a fresh SQLite file, with one firm, its product and its clerk's API key.
/// </summary>
internal sealed class BenchZone : IAsyncDisposable
{
    private static readonly Guid ZoneId = Guid.Parse("01900000-0000-7000-8000-0000000000aa");

    private readonly string _folder = Directory.CreateTempSubdirectory("yuheng-bench-").FullName;
    private WebApplication _app = null!;

    /// <summary>Services of the server.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The clerk's API key.</summary>
    public string Key { get; } = Secrets.New();

    /// <summary>The firm's product.</summary>
    public Product Product { get; private set; } = null!;

    /// <summary>The clerk.</summary>
    public Viewer Clerk { get; private set; } = null!;

    public static async Task<BenchZone> Start()
    {
        var zone = new BenchZone();
        zone._app = await WebHost.Build(
        [
            "--data", zone._folder, "--urls", "http://127.0.0.1:0", "--Yuheng:Demo", "false",
            "--Logging:LogLevel:Default", "Error",
        ]);
        await zone.Services.GetRequiredService<Commands>()
            .Run(Viewer.Anonymous(ZoneId, Language.English), zone.Fill, CancellationToken.None);
        await zone._app.StartAsync();
        return zone;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> Fill(Work work, CancellationToken cancellation)
    {
        await work.Insert(
            new Zone
            {
                ZoneId = ZoneId, Code = "BZ", NameZh = "Bench", NameEn = "Bench", Synthetic = false,
                CreatedAt = work.Now,
            },
            cancellation);
        var firm = new Party
        {
            ZoneId = ZoneId, Id = work.NewId(), Kind = PartyKind.Enterprise, NameZh = "Firm", NameEn = "Firm",
            IndustryRoles = "assembly", Address = "-", Since = work.Now,
        };
        await work.Insert(firm, cancellation);
        Product = new Product
        {
            ZoneId = ZoneId, Id = work.NewId(), FirmId = firm.Id, Model = "Q11F-16T", NameZh = "brass ball valve",
            NameEn = "brass ball valve", ValveType = "ball", Size = "DN15", Pressure = "PN16", Seat = "soft",
            BodyAlloy = "HPb59-1", HsCode = "8481804090", Markets = "DE",
        };
        await work.Insert(Product, cancellation);
        await Services.GetRequiredService<Agreements>().Add(work, Terms(), cancellation);
        await Person(work, firm, cancellation);
        await work.Journal("zone.set-up", ZoneId, new { }, cancellation);
        return 0;
    }

    private async Task Person(Work work, Party firm, CancellationToken cancellation)
    {
        var user = new User
        {
            ZoneId = ZoneId, Id = work.NewId(), PartyId = firm.Id, Name = "clerk", UserName = "clerk",
            SecurityStamp = "s",
        };
        await work.Insert(user, cancellation);
        await work.Insert(
            new UserRole
            {
                ZoneId = ZoneId, UserId = user.Id, Role = Role.FirmClerk, ValidFrom = Zones.DayOf(work.Now),
            },
            cancellation);
        await work.Insert(
            new ApiKey
            {
                ZoneId = ZoneId, KeyHash = Secrets.Hash(Key), UserId = user.Id, Name = "bench", CreatedAt = work.Now,
            },
            cancellation);
        Clerk = new Viewer(
            ZoneId, user.Id, firm.Id, firm.Kind, user.Name, firm.NameZh, [Role.FirmClerk], Language.English);
    }

    private static AgreementTerms Terms() => new(
        "GB/T 2828.1-2012",
        [new NamedStandard("GB/T 13927", "2022")],
        [
            new AgreementGroup("performance", "II", "0.65", null),
            new AgreementGroup("dimension", "S-2", "1.5", null),
            new AgreementGroup("visual-marking", "II", "2.5", null),
            new AgreementGroup("chemical", null, null, 1, PerHeat: true),
            new AgreementGroup("destructive", null, null, 1),
        ]);
}
