using System.Security.Cryptography;
using System.Text.Json;
using Yuheng.Core;

namespace Yuheng.Server.Operations;

/// <summary>One file of a backup.</summary>
/// <param name="Path">Below the backup's folder, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record BackupFile(string Path, long Size, string Sha256);

/// <summary>What a backup holds, written beside it: what is restored is compared with this.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
internal sealed record BackupManifest(
    int Format, string Provider, DateTimeOffset MadeAt, Survey Survey, IReadOnlyList<BackupFile> Files)
{
    /// <summary>Name of the file that holds it.</summary>
    public const string FileName = "manifest.json";

    /// <summary>This program's format.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Above this a manifest is none of ours: 100 bytes a file, half a million attachments.</summary>
    private const long LargestBytes = 64L * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Reads and checks a manifest.</summary>
    /// <exception cref="Refused">There is none, or it is not ours, or it names a file outside of the
    /// folder.</exception>
    public static BackupManifest Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists || file.Length > LargestBytes)
        {
            throw new Refused("refused.operations.backup-not-found", folder);
        }

        try
        {
            using var stream = file.OpenRead();
            var read = JsonSerializer.Deserialize<BackupManifest>(stream, Json);
            return read is { Format: CurrentFormat, Files: not null, Survey: { } survey }
                && survey is { Rows: not null, Heads: not null, Migrations: not null }
                && read.Files.All(f => Folders.LiesWithin(Path.Combine(folder, f.Path), folder))
                ? read
                : throw new Refused("refused.operations.backup-not-found", folder);
        }
        catch (JsonException)
        {
            throw new Refused("refused.operations.backup-not-found", folder);
        }
    }

    /// <summary>Describes a file that lies in the folder.</summary>
    public static BackupFile Describe(string folder, string path)
    {
        var whole = Path.Combine(folder, path);
        using var stream = File.OpenRead(whole);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return new BackupFile(path.Replace('\\', '/'), stream.Length, hash);
    }
}
