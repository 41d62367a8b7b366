using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Yuheng.Core;
using Yuheng.Core.Credentials;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Papers;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Demo;

/// <summary>
/// Offers the synthetic zone of Yuhuan where the data directory is empty: one transaction, made from a fixed seed,
/// labelled
/// synthetic everywhere.
/// </summary>
internal sealed partial class DemoZone(
    Commands commands,
    PackSet packs,
    Agreements agreements,
    KeyRing keys,
    IPasswordHasher<User> hasher,
    Settings settings,
    ILogger<DemoZone> log
)
{
    /// <summary>Seed of everything that is left to chance.</summary>
    private const ulong Seed = 20130114;

    /// <summary>Terms that the synthetic zone agrees on.</summary>
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

    /// <summary>Makes the zone.</summary>
    public async Task Make(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var viewer = Viewer.Anonymous(Guid.Parse("01900000-0000-7000-8000-00000000d3e0"), Language.Chinese);
        var people = new DemoPeople(DemoData.Load(), hasher);
        await commands.Run(viewer, (work, c) => Make(work, people, c), cancellation);
        await people.Write(settings.Place("demo-accounts.json"), cancellation);
        Made(log, Stopwatch.GetElapsedTime(started).TotalSeconds, settings.DataDirectory);
    }

    private async Task<int> Make(Work work, DemoPeople people, CancellationToken cancellation)
    {
        var data = DemoData.Load();
        var chance = new DemoChance(Seed);
        var zone = new Registry.Zone
        {
            ZoneId = work.Viewer.ZoneId,
            Code = "YH",
            NameZh = data.Zone[0],
            NameEn = data.Zone[1],
            Synthetic = true,
            CreatedAt = work.Now,
        };
        await work.Insert(zone, cancellation);
        await Settings(work, cancellation);
        var firms = await new DemoFirms(data, chance).Make(work, cancellation);
        var parties = await people.Make(work, firms, cancellation);
        await Equip(work, firms, parties, cancellation);
        var agreement = await agreements.Add(work, Terms, cancellation);
        var old = Backdated(agreement, work.Now.AddYears(-2));
        var issuer = new Issuer("http://localhost:5080", zone, StatusIndexForm.W3cString, 24);
        var makers = firms.Where(f => f.Products.Count > 0).ToList();
        var world = new DemoWorld(
            zone,
            data,
            makers,
            parties,
            people.People,
            old,
            packs,
            issuer,
            keys.Current(issuer.Did)
        );
        await new DemoYear(world, chance).Make(work, cancellation);
        await work.Journal(
            "zone.set-up",
            zone.ZoneId,
            new
            {
                zone.NameEn,
                Synthetic = true,
                Firms = firms.Count,
            },
            cancellation
        );
        return 0;
    }

    /// <summary>The same version, seen by the lots of the year before it was written down.</summary>
    private static Agreement Backdated(Agreement agreement, DateTimeOffset from) =>
        new()
        {
            ZoneId = agreement.ZoneId,
            Id = agreement.Id,
            Number = agreement.Number,
            Terms = agreement.Terms,
            Hash = agreement.Hash,
            ValidFrom = from,
            MadeBy = agreement.MadeBy,
        };

    private static async Task Settings(Work work, CancellationToken cancellation)
    {
        (string Name, string Value)[] values =
        [
            (ZoneSetting.PublicOrigin, "http://localhost:5080"),
            (ZoneSetting.CredentialMonths, "24"),
            (ZoneSetting.DrawSource, "demo"),
        ];
        foreach (var (name, value) in values)
        {
            await work.Insert(
                new ZoneSetting
                {
                    ZoneId = work.Viewer.ZoneId,
                    Id = work.NewId(),
                    Name = name,
                    Value = value,
                    ValidFrom = work.Now.AddYears(-2),
                    SetBy = Guid.Empty,
                },
                cancellation
            );
        }

        var year = Zones.DayOf(work.Now).Year;
        for (var back = 0; back < 3; back++)
        {
            await work.Insert(
                new ZoneStatistic
                {
                    ZoneId = work.Viewer.ZoneId,
                    Name = ZoneStatistic.ExportUsd,
                    FirstDay = new DateOnly(year - back, 1, 1),
                    LastDay = new DateOnly(year - back, 12, 31),
                    Value = 1_570_000_000m,
                    Source = "synthetic: the total of 2012 repeated",
                },
                cancellation
            );
        }
    }

    private static async Task Equip(
        Work work,
        IReadOnlyList<DemoFirm> firms,
        DemoParties parties,
        CancellationToken cancellation
    )
    {
        foreach (var owner in new[] { parties.Laboratory.Id, firms[0].Party.Id, firms[1].Party.Id })
        {
            await work.Insert(
                new Gauge
                {
                    ZoneId = work.Viewer.ZoneId,
                    Id = work.NewId(),
                    FirmId = owner,
                    Number = DemoBench.Gauge,
                    Kind = "pressure-gauge",
                    Range = "0-4 MPa, 1.6",
                    CalibratedOn = Zones.DayOf(work.Now).AddMonths(-2),
                    CalibrationDue = DemoBench.GaugeDue,
                    CalibrationPaper = "DEMO-0137",
                },
                cancellation
            );
        }

        string[] methods =
        [
            "GB/T 13927",
            "GB/T 5231",
            "GB/T 1176",
            "EN 12165",
            "GB/T 8464",
            "ISO 5208",
            "EN 12266-1",
            "API 598",
        ];
        foreach (var method in methods)
        {
            await work.Insert(
                new LaboratoryScope
                {
                    ZoneId = work.Viewer.ZoneId,
                    Id = work.NewId(),
                    LaboratoryId = parties.Laboratory.Id,
                    Accreditation = "CMA",
                    Number = "DEMO-CMA-0001",
                    Method = method,
                    ValidFrom = Zones.DayOf(work.Now).AddYears(-2),
                    ValidTo = Zones.DayOf(work.Now).AddYears(3),
                },
                cancellation
            );
        }
    }

    [LoggerMessage(LogLevel.Information, "demo zone made in {Seconds:0.0} s; accounts in {Folder}/demo-accounts.json")]
    private static partial void Made(ILogger log, double seconds, string folder);
}
