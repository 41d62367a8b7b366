using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

public sealed class BackupTests : IDisposable
{
    private static readonly Viewer Clerk = new(
        Guid.Parse("01900000-0000-7000-8000-000000000001"), Guid.Parse("01900000-0000-7000-8000-000000000002"),
        Guid.Parse("01900000-0000-7000-8000-000000000003"), PartyKind.Enterprise, "n", "p", [Role.FirmClerk],
        Language.English);

    private readonly string _under = Directory.CreateTempSubdirectory("yuheng-backup-").FullName;

    public void Dispose() => Directory.Delete(_under, recursive: true);

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_backup_of_a_running_server_restores_whole(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        SkipWithoutTools(kind);
        await using var commands = new Commands(test.Database, TimeProvider.System);
        await Declare(commands, 30);
        await File.WriteAllTextAsync(test.Settings.Place("signing-key"), "secret");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Declare(commands, 5);
            }
        });

        var (made, folder) = await Make(test);
        await stop.CancelAsync();
        await writing;

        made.Code.ShouldBe(0, made.Error);
        var verified = await Verb.Run(Backup.Run, ["verify", folder, .. Verb.Place(test.Settings)]);
        verified.Code.ShouldBe(0, verified.Error);
        verified.Output.ShouldContain("the chain is whole");
        new Marks(test.Settings, TimeProvider.System).AgeSeconds(Marks.RestoreDrill).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_restored_has_the_lots_and_the_keys()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            await Declare(commands, 12);
        }

        Directory.CreateDirectory(Path.Combine(test.Folder, "files", "ab"));
        await File.WriteAllTextAsync(Path.Combine(test.Folder, "files", "ab", "cd"), "report");
        var (_, folder) = await Make(test);
        var place = Path.Combine(Path.GetDirectoryName(folder)!, "restored");

        var restored = await Verb.Run(Backup.Run, ["restore", folder, "--data", place]);

        restored.Code.ShouldBe(0, restored.Error);
        (await File.ReadAllTextAsync(Path.Combine(place, "files", "ab", "cd"))).ShouldBe("report");
        (await SqliteCopy.Look(Path.Combine(place, SqliteCopy.FileName))).Rows["inspection_lot"].ShouldBe(12);
        (await Verb.Run(Backup.Run, ["restore", folder, "--data", place])).Error.ShouldContain("not empty");
    }

    [Fact]
    public async Task A_backup_altered_by_one_byte_is_refused()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            await Declare(commands, 3);
        }

        var (_, folder) = await Make(test);
        var path = Path.Combine(folder, SqliteCopy.FileName);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        var verified = await Verb.Run(Backup.Run, "verify", folder);

        verified.Code.ShouldBe(1);
        verified.Error.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_backup_whose_rows_differ_from_the_record_is_refused()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            await Declare(commands, 3);
        }

        var (_, folder) = await Make(test);
        await using (var copy = Database.Sqlite(Path.Combine(folder, SqliteCopy.FileName)))
        {
            await Execute(copy, "DELETE FROM inspection_lot WHERE seq = 2; PRAGMA journal_mode=DELETE");
        }

        // Whoever alters the database may alter the recorded hash too; the counts still tell.
        var manifest = BackupManifest.Read(folder);
        var described = BackupManifest.Describe(folder, SqliteCopy.FileName);
        (manifest with { Files = [described, .. manifest.Files.Skip(1)] }).Write(folder);

        var verified = await Verb.Run(Backup.Run, "verify", folder);

        verified.Code.ShouldBe(1);
        verified.Error.ShouldContain("inspection_lot 3 ≠ 2");
    }

    [Theory]
    [InlineData("UPDATE data_journal SET data = '{}' WHERE seq = 2", "entry 2")]
    [InlineData("DELETE FROM data_journal WHERE seq = 2", "entry 2")]
    [InlineData("DELETE FROM data_journal WHERE seq = 3", "entry 3")]
    [InlineData("UPDATE data_journal SET user_id = party_id WHERE seq = 1", "entry 1")]
    public async Task An_altered_or_missing_journal_entry_breaks_the_chain(string harm, string told)
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            await Declare(commands, 3);
        }

        (await Verb.Run(JournalCheck.Run, ["verify", .. Verb.Place(test.Settings)])).Code.ShouldBe(0);
        await Execute(test.Database, harm);

        var verified = await Verb.Run(JournalCheck.Run, ["verify", .. Verb.Place(test.Settings)]);

        verified.Code.ShouldBe(1);
        verified.Output.ShouldContain(told);
    }

    [Fact]
    public async Task Wrong_usage_and_places_that_are_none_are_told()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        var inside = Path.Combine(test.Folder, "backups");

        (await Verb.Run(Backup.Run)).Code.ShouldBe(64);
        (await Verb.Run(JournalCheck.Run, "look")).Code.ShouldBe(64);
        (await Verb.Run(Backup.Run, ["verify", test.Folder])).Error.ShouldContain("is not a backup");
        (await Verb.Run(Backup.Run, [inside, .. Verb.Place(test.Settings)])).Error.ShouldContain("inside the data");
        (await Verb.Run(Backup.Run, [Path.GetTempPath(), "--data", inside])).Error.ShouldContain("no database");
    }

    private static void SkipWithoutTools(DatabaseKind kind)
    {
        var places = Environment.GetEnvironmentVariable("PATH")!.Split(':');
        var isHere = places.Any(p => File.Exists(Path.Combine(p, "pg_dump")));
        var isDemanded = kind == DatabaseKind.Sqlite || Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(isHere || isDemanded, "pg_dump is not installed");
    }

    private async Task<(Verb Ran, string Folder)> Make(TestDatabase test)
    {
        var ran = await Verb.Run(Backup.Run, [_under, .. Verb.Place(test.Settings)]);
        return (ran, Directory.GetDirectories(_under).SingleOrDefault(_under));
    }

    private static Task Declare(Commands commands, int lots) =>
        Task.WhenAll(Enumerable.Range(0, lots).Select(_ => commands.Run(Clerk, Declare, CancellationToken.None)));

    private static async Task<Guid> Declare(Work work, CancellationToken cancellation)
    {
        var seq = await work.Next("lot", cancellation);
        var lot = Lots.Example(work, seq, $"{seq:00000}");
        await work.Insert(lot, cancellation);
        await work.Journal("lot.declared", lot.Id, new { lot.Number }, cancellation);
        return lot.Id;
    }

    private static async Task Execute(Database database, string sql)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
