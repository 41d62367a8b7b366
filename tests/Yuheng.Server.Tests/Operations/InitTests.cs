using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Tests.Operations;

public sealed class InitTests
{
    private static readonly string[] Good =
    [
        "--code",
        "YH",
        "--name-zh",
        "玉环",
        "--name-en",
        "Yuhuan",
        "--origin",
        "https://zone.example",
        "--admin",
        "王芳",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_zone_is_made_with_an_invitation_for_its_administrator(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        var settings = test.Settings with { DataDirectory = Path.Combine(test.Folder, "zone") };

        var ran = await Verb.Run(Init.Run, [.. Good, .. Verb.Place(settings)]);

        ran.Code.ShouldBe(0, ran.Error);
        var link = ran.Output.Trim().Split('\n')[^1].Trim();
        link.ShouldStartWith("https://zone.example/join/");
        await using var database = Composition.Open(settings);
        var zone = new Zones(database, TimeProvider.System).Current.ShouldNotBeNull();
        zone.Code.ShouldBe("YH");
        zone.NameZh.ShouldBe("玉环");
        zone.Synthetic.ShouldBeFalse();
        await using var db = database.Read(Sight.Whole(zone.ZoneId));
        var invitation = await db.Set<Invitation>().SingleAsync();
        invitation.TokenHash.ShouldBe(Secrets.Hash(link.Split('/')[^1]));
        invitation.Roles.ShouldBe("Administrator");
        invitation.Name.ShouldBe("王芳");
        var origin = await db.Set<ZoneSetting>().SingleAsync(s => s.Name == ZoneSetting.PublicOrigin);
        origin.Value.ShouldBe("https://zone.example");
        (await db.Set<Party>().SingleAsync()).Id.ShouldBe(invitation.PartyId);
        (await db.Set<JournalEntry>().SingleAsync()).Kind.ShouldBe("zone.founded");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_second_zone_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        var settings = test.Settings with { DataDirectory = Path.Combine(test.Folder, "zone") };
        await Verb.Run(Init.Run, [.. Good, .. Verb.Place(settings)]);
        if (kind == DatabaseKind.Postgres)
        {
            settings = settings with { DataDirectory = Path.Combine(test.Folder, "other") };
        }

        var again = await Verb.Run(Init.Run, [.. Good, .. Verb.Place(settings)]);

        again.Code.ShouldBe(1);
        again.Error.ShouldContain("Nothing was changed");
        await using var database = Composition.Open(settings);
        await using var db = database.Read(Sight.Whole(Guid.Empty));
        (
            await db.Set<Yuheng.Server.Registry.Zone>()
                .IgnoreQueryFilters()
                .TagWith(ZoneGuard.CrossesZones)
                .CountAsync()
        ).ShouldBe(1);
    }

    [Theory]
    [InlineData("--code", "yh")]
    [InlineData("--code", "TOOLONG")]
    [InlineData("--name-zh", "")]
    [InlineData("--origin", "zone.example")]
    [InlineData("--origin", "http://zone.example")]
    [InlineData("--origin", "https://zone.example/path")]
    [InlineData("--origin", "https://user@zone.example")]
    public async Task A_wrong_value_names_its_option_and_leaves_the_place_empty(string option, string value)
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        var place = Path.Combine(test.Folder, "zone");
        string[] args = [.. Good, "--data", place];
        args[Array.IndexOf(args, option) + 1] = value;

        var ran = await Verb.Run(Init.Run, args);

        ran.Code.ShouldBe(1);
        ran.Error.ShouldStartWith(option + ":");
        Directory.Exists(place).ShouldBeFalse();
    }

    [Fact]
    public async Task A_directory_that_holds_anything_is_refused()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        var place = Directory.CreateDirectory(Path.Combine(test.Folder, "zone")).FullName;
        await File.WriteAllTextAsync(Path.Combine(place, "note.txt"), "mine");

        var ran = await Verb.Run(Init.Run, [.. Good, "--data", place, "--lang", "zh"]);

        ran.Code.ShouldBe(1);
        ran.Error.ShouldContain("未作任何改动");
        Directory.GetFiles(place).Length.ShouldBe(1);
    }
}
