using System.Globalization;
using Npgsql;
using Yuheng.Core;
using Yuheng.Server.Data;

namespace Yuheng.Server.Operations;

/// <summary>
/// Brings a backup back: into a place that is thrown away (<c>backup verify</c>, the drill), or into an empty data
/// directory (<c>backup restore</c>). Either way the restored database is opened, counted and its chain recomputed.
/// </summary>
internal static class Restore
{
    public static async Task<int> Verify(VerbCall call, string folder)
    {
        var manifest = BackupManifest.Read(folder);
        var place = Directory.CreateTempSubdirectory("yuheng-restore-").FullName;
        try
        {
            await Bring(call, manifest, new Places(folder, Path.Combine(place, "data"), Scratch: true));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }

        if (Directory.Exists(call.Settings.DataDirectory))
        {
            new Marks(call.Settings, call.Time).Leave(Marks.RestoreDrill);
        }

        return 0;
    }

    public static async Task<int> Into(VerbCall call, string folder)
    {
        var manifest = BackupManifest.Read(folder);
        var data = call.Settings.DataDirectory;
        if (!Folders.IsFree(data))
        {
            throw new Refused("refused.operations.init-place-conflict", data);
        }

        await Bring(call, manifest, new Places(folder, data, Scratch: false));
        await call.Say("operations.backup.restored", data);
        return 0;
    }

    private static async Task Bring(VerbCall call, BackupManifest manifest, Places places)
    {
        Folders.MakePrivate(places.Data);
        foreach (var file in manifest.Files)
        {
            var from = Path.Combine(places.Folder, file.Path);
            if (!File.Exists(from) || BackupManifest.Describe(places.Folder, file.Path) != file)
            {
                throw new Refused("refused.operations.backup-damaged", from);
            }

            if (file.Path.StartsWith(Backup.Beside + "/", StringComparison.Ordinal))
            {
                Folders.CopyPrivately(from, Path.Combine(places.Data, file.Path[(Backup.Beside.Length + 1)..]));
            }
        }

        await (manifest.Provider == "sqlite"
            ? BringSqlite(call, manifest, places)
            : BringPostgres(call, manifest, places));
    }

    private static async Task BringSqlite(VerbCall call, BackupManifest manifest, Places places)
    {
        var path = Path.Combine(places.Data, SqliteCopy.FileName);
        Folders.CopyPrivately(Path.Combine(places.Folder, SqliteCopy.FileName), path);
        Compare(manifest.Survey, await SqliteCopy.Look(path));
        await using var restored = Database.Sqlite(path);
        await CheckChains(call, restored, manifest.Survey);
    }

    private static async Task BringPostgres(VerbCall call, BackupManifest manifest, Places places)
    {
        var server = call.Settings.Postgres ?? throw new Refused("refused.operations.postgres-needed");
        var into = new NpgsqlConnectionStringBuilder(server) { Pooling = false };
        if (places.Scratch)
        {
            into.Database = "yuheng_restore_" + Guid.CreateVersion7(call.Time.GetUtcNow()).ToString("N");
            await PostgresCopy.Administer(server, $"CREATE DATABASE {into.Database}");
        }

        try
        {
            await PostgresCopy.Restore(into.ToString(), Path.Combine(places.Folder, PostgresCopy.FileName));
            await using var restored = Database.Postgres(into.ToString());
            await using (var connection = await restored.Open(CancellationToken.None))
            {
                Compare(manifest.Survey, await Survey.Of(restored, connection, CancellationToken.None));
            }

            await CheckChains(call, restored, manifest.Survey);
        }
        finally
        {
            if (places.Scratch)
            {
                await PostgresCopy.Administer(server, $"DROP DATABASE {into.Database} WITH (FORCE)");
            }
        }
    }

    private static void Compare(Survey recorded, Survey restored)
    {
        if (recorded.Difference(restored) is { } difference)
        {
            throw new Refused("refused.operations.backup-differs", difference);
        }
    }

    private static async Task CheckChains(VerbCall call, Database restored, Survey survey)
    {
        foreach (var state in await JournalCheck.All(restored, CancellationToken.None))
        {
            if (state.BrokenAt is { } at)
            {
                throw new Refused("refused.operations.backup-chain-broken", state.ZoneId.ToString(), Number(at));
            }

            await call.Say("operations.journal.whole", state.ZoneId.ToString(), Number(state.Entries));
        }

        await call.Say("operations.backup.whole", Number(survey.Rows.Values.Sum()));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>From where to where; a scratch place is thrown away afterwards.</summary>
    private sealed record Places(string Folder, string Data, bool Scratch);
}
