using System.Globalization;
using Yuheng.Core;

namespace Yuheng.Server.Operations;

/// <summary>
/// <c>backup DIR</c>: a consistent copy of the database while the server runs, with keys and attachments, in a folder
/// of its own; it appears under its name only when whole. <c>backup verify FOLDER</c> and <c>backup restore FOLDER</c>
/// bring it back and compare.
/// </summary>
internal static class Backup
{
    /// <summary>The folder of a backup that holds what lay beside the database.</summary>
    public const string Beside = "data";

    /// <summary>Attachments at most; more need another way of copying than one by one.</summary>
    private const int MostFiles = 2_000_000;

    public static Task<int> Run(VerbCall call) => call.Words switch
    {
        ["verify", var folder] => Restore.Verify(call, folder),
        ["restore", var folder] => Restore.Into(call, folder),
        [var folder] when folder is not ("verify" or "restore") => Make(call, folder),
        _ => call.Usage("operations.backup.usage"),
    };

    private static async Task<int> Make(VerbCall call, string target)
    {
        var settings = call.Settings;
        var under = Path.GetFullPath(target);
        if (Folders.LiesWithin(under, settings.DataDirectory))
        {
            throw new Refused("refused.operations.backup-inside-conflict", under);
        }

        await using var database = call.Open();
        if (database.IsSqlite && !File.Exists(database.SqlitePath))
        {
            throw new Refused("refused.operations.database-not-found", settings.DataDirectory);
        }

        var now = call.Time.GetUtcNow();
        var whole = Path.Combine(under, now.ToString("'yuheng-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        var partial = whole + ".partial";
        if (Directory.Exists(whole) || Directory.Exists(partial))
        {
            throw new Refused("refused.operations.backup-exists-conflict", whole);
        }

        Folders.MakePrivate(partial);
        var survey = database.IsSqlite
            ? await SqliteCopy.Make(database, Path.Combine(partial, SqliteCopy.FileName))
            : await PostgresCopy.Make(database, settings.Postgres!, Path.Combine(partial, PostgresCopy.FileName));

        // After the database: attachments lie under their hash and never change, so that later ones are harmless.
        var files = CopyBeside(settings.DataDirectory, partial);
        var copy = database.IsSqlite ? SqliteCopy.FileName : PostgresCopy.FileName;
        files.Insert(0, BackupManifest.Describe(partial, copy));
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, database.IsSqlite ? "sqlite" : "postgres", now, survey, files);
        manifest.Write(partial);
        Directory.Move(partial, whole);
        new Marks(settings, call.Time).Leave(Marks.Backup);
        await call.Say("operations.backup.made", whole, Number(survey.Rows.Values.Sum()), Number(files.Count));
        return 0;
    }

    private static List<BackupFile> CopyBeside(string data, string folder)
    {
        var copied = new List<BackupFile>();
        foreach (var path in Folders.FilesBelow(data, MostFiles).Where(p => !IsLeftOut(p)))
        {
            var into = Path.Combine(Beside, path);
            if (Folders.CopyPrivately(Path.Combine(data, path), Path.Combine(folder, into)))
            {
                copied.Add(BackupManifest.Describe(folder, into));
            }
        }

        return copied;
    }

    private static bool IsLeftOut(string path) =>
        path.StartsWith(SqliteCopy.FileName, StringComparison.Ordinal) || path is Marks.Backup or Marks.RestoreDrill;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
