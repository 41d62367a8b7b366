using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Tests;

/// <summary>
/// The server over a small zone: two firms with clerk and owner, two inspectors, a reviewer, a laboratory's bench and
/// signatory, an administrator. Clients act as one of them by a live session.
/// </summary>
public sealed class TestZone : IAsyncDisposable
{
    public static readonly Guid ZoneId = Guid.Parse("01900000-0000-7000-8000-0000000000aa");

    private readonly TestDatabase _test;
    private readonly WebApplicationFactory<Program> _factory;
    private readonly Dictionary<string, Viewer> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);

    private bool _listens;

    private TestZone(TestDatabase test, SelectionSource? select)
    {
        _test = test;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Yuheng:Data", test.Folder);
            host.UseSetting("Yuheng:Demo", "false");
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            if (test.Settings.Postgres is { } postgres)
            {
                host.UseSetting("Yuheng:Postgres", postgres);
            }

            host.ConfigureServices(services =>
                {
                    services.AddSingleton<TimeProvider>(Clock);
                    if (select is not null)
                    {
                        services.AddSingleton(select);
                    }
                });
        });
    }

    /// <summary>The zone's clock: 24 November 2026, ten in the morning in Yuhuan.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Services of the running server.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Folder of the zone's data.</summary>
    public string Folder => _test.Folder;

    /// <summary>The database under the server.</summary>
    public Database Database => _factory.Services.GetRequiredService<Database>();

    /// <summary>Starts a server over a fresh database; listening on a port where a browser is to come.</summary>
    public static async Task<TestZone> Start(DatabaseKind kind, SelectionSource? select = null, bool listen = false)
    {
        var zone = new TestZone(await TestDatabase.Create(kind), select);
        if (listen)
        {
            zone._listens = true;
            zone._factory.UseKestrel(0);
        }

        await zone.Fill();
        return zone;
    }

    /// <summary>Where the server listens, when it does.</summary>
    public string Address =>
        Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Gives a page the session of a person, as signing in does.</summary>
    public async Task SignIn(IPage page, string name)
    {
        var key = Secrets.New();
        await Services.GetRequiredService<Commands>().RunUnrecorded(
            Person(name),
            async (work, c) =>
            {
                await work.Insert(
                    new Session
                    {
                        ZoneId = ZoneId, KeyHash = Secrets.Hash(key), UserId = Person(name).UserId, SecurityStamp = "s",
                        ExpiresAt = work.Now.AddHours(1),
                    },
                    c);
                return 0;
            },
            CancellationToken.None);
        await page.Context.AddCookiesAsync(
        [
            new Cookie
            {
                Name = "__Host-session", Value = key, Url = Address.Replace("http:", "https:"), Secure = true,
            },
        ]);
    }

    /// <summary>
    /// Who a person is: clerk-a, owner-a, bench-a, clerk-b, owner-b, inspector-1, inspector-2, reviewer, bench,
    /// signatory, admin.
    /// </summary>
    public Viewer Person(string name) => _people[name];

    /// <summary>
    /// A client signed in as a person, or nobody for "". It speaks English and does not follow redirects.
    /// </summary>
    public HttpClient As(string name)
    {
        var client = _factory.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                BaseAddress = new Uri(_listens ? Address : "https://localhost"),
                AllowAutoRedirect = false,
                HandleCookies = true,
            }
        );
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        if (name.Length > 0)
        {
            client.DefaultRequestHeaders.Add("Authorization", "Bearer " + _sessions[name]);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _test.DisposeAsync();
    }

    private async Task Fill()
    {
        var commands = Services.GetRequiredService<Commands>();
        await commands.Run(Viewer.Anonymous(ZoneId, Language.English), Fill, CancellationToken.None);
    }

    private async Task<int> Fill(Work work, CancellationToken cancellation)
    {
        await work.Insert(
            new Yuheng.Server.Registry.Zone
            {
                ZoneId = ZoneId,
                Code = "TZ",
                NameZh = "试验区",
                NameEn = "Test zone",
                Synthetic = false,
                CreatedAt = work.Now,
            },
            cancellation
        );
        var a = await Party(work, PartyKind.Enterprise, ("甲阀门有限公司", "Firm A Valves"));
        var b = await Party(work, PartyKind.Enterprise, ("乙阀门有限公司", "Firm B Valves"));
        var scheme = await Party(work, PartyKind.SchemeOperator, ("示范区质量服务中心", "Zone quality centre"));
        var laboratory = await Party(work, PartyKind.Laboratory, ("阀门检测中心", "Valve test centre"));
        var government = await Party(work, PartyKind.LocalGovernment, ("县政府", "County government"));
        var department = await Party(work, PartyKind.Department, ("市场监督管理局", "Market regulation"));
        (string Name, Party Party, Role[] Roles)[] people =
        [
            ("clerk-a", a, [Role.FirmClerk]),
            ("owner-a", a, [Role.FirmOwner, Role.FirmClerk]),
            ("bench-a", a, [Role.BenchOperator]),
            ("clerk-b", b, [Role.FirmClerk]),
            ("owner-b", b, [Role.FirmOwner]),
            ("inspector-1", scheme, [Role.Inspector]),
            ("inspector-2", scheme, [Role.Inspector]),
            ("reviewer", scheme, [Role.Reviewer]),
            ("assessor-1", scheme, [Role.Assessor]),
            ("assessor-2", scheme, [Role.Assessor]),
            ("bench", laboratory, [Role.BenchOperator]),
            ("signatory", laboratory, [Role.LaboratorySignatory]),
            ("official", government, [Role.GovernmentOfficer]),
            ("department", department, [Role.DepartmentOfficer]),
            ("admin", scheme, [Role.Administrator]),
        ];
        foreach (var (name, party, roles) in people)
        {
            await Person(work, name, party, roles);
        }

        await Goods(work, a, laboratory, cancellation);
        await work.Journal("zone.set-up", ZoneId, new { }, cancellation);
        return 0;
    }

    /// <summary>Terms that the zone's tests agree on.</summary>
    public static AgreementTerms Terms { get; } =
        new(
            "GB/T 2828.1-2012",
            [new NamedStandard("GB/T 13927", "2022")],
            [
                new AgreementGroup("performance", "II", "0.65", null),
                new AgreementGroup("dimension", "S-2", "1.5", null),
                new AgreementGroup("visual-marking", "II", "2.5", null),
                new AgreementGroup("chemical", null, null, 1, PerHeat: true),
                new AgreementGroup("destructive", null, null, 1),
            ]
        );

    /// <summary>Firm A's half-inch ball valve.</summary>
    public Guid BallValve { get; private set; }

    private async Task Goods(Work work, Party firm, Party laboratory, CancellationToken cancellation)
    {
        await Services.GetRequiredService<Agreements>().Add(work, Terms, cancellation);
        var product = new Product
        {
            ZoneId = ZoneId,
            Id = work.NewId(),
            FirmId = firm.Id,
            Model = "Q11F-16T",
            NameZh = "黄铜球阀",
            NameEn = "brass ball valve",
            ValveType = "ball",
            Size = "DN15",
            Pressure = "PN16",
            Seat = "soft",
            BodyAlloy = "HPb59-1",
            HsCode = "8481804090",
            Markets = "DE",
        };
        await work.Insert(product, cancellation);
        BallValve = product.Id;
        foreach (var owner in new[] { firm.Id, laboratory.Id })
        {
            await work.Insert(
                new Gauge
                {
                    ZoneId = ZoneId,
                    Id = work.NewId(),
                    FirmId = owner,
                    Number = "YB-0137",
                    Kind = "pressure-gauge",
                    Range = "0-4 MPa, 1.6",
                    CalibratedOn = new DateOnly(2026, 6, 1),
                    CalibrationDue = new DateOnly(2027, 5, 31),
                    CalibrationPaper = "JL-2026-0137",
                },
                cancellation
            );
        }

        foreach (var method in new[] { "GB/T 13927", "GB/T 5231", "GB/T 1176" })
        {
            await work.Insert(
                new LaboratoryScope
                {
                    ZoneId = ZoneId,
                    Id = work.NewId(),
                    LaboratoryId = laboratory.Id,
                    Accreditation = "CMA",
                    Number = "TEST-CMA-1",
                    Method = method,
                    ValidFrom = new DateOnly(2025, 1, 1),
                    ValidTo = new DateOnly(2028, 12, 31),
                },
                cancellation
            );
        }
    }

    private async Task Person(Work work, string name, Party party, Role[] roles)
    {
        var user = new User
        {
            ZoneId = ZoneId,
            Id = work.NewId(),
            PartyId = party.Id,
            Name = name,
            UserName = name,
            SecurityStamp = "s",
        };
        await work.Insert(user, CancellationToken.None);
        foreach (var role in roles)
        {
            await work.Insert(
                new UserRole
                {
                    ZoneId = ZoneId,
                    UserId = user.Id,
                    Role = role,
                    ValidFrom = new DateOnly(2026, 1, 1),
                },
                CancellationToken.None
            );
        }

        var key = Secrets.New();
        await work.Insert(
            new ApiKey
            {
                ZoneId = ZoneId,
                KeyHash = Secrets.Hash(key),
                UserId = user.Id,
                Name = "test",
                CreatedAt = work.Now,
            },
            CancellationToken.None
        );
        _sessions[name] = key;
        _people[name] = new Viewer(
            ZoneId,
            user.Id,
            party.Id,
            party.Kind,
            name,
            party.NameZh,
            [.. roles],
            Language.English
        );
    }

    private static async Task<Party> Party(Work work, PartyKind kind, (string Zh, string En) name)
    {
        var party = new Party
        {
            ZoneId = ZoneId,
            Id = work.NewId(),
            Kind = kind,
            NameZh = name.Zh,
            NameEn = name.En,
            IndustryRoles = "assembly",
            Address = "浙江玉环",
            Since = work.Now,
        };
        await work.Insert(party, CancellationToken.None);
        return party;
    }
}
