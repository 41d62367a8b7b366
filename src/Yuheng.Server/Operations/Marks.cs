namespace Yuheng.Server.Operations;

/// <summary>
/// When something of the operator's was last done, as the time of an empty file in the data directory: a verb in
/// another process leaves it, the server's <c>/metrics</c> shows its age.
/// </summary>
internal sealed class Marks(Settings settings, TimeProvider time)
{
    public const string Backup = "last-backup";

    public const string RestoreDrill = "last-restore-drill";

    /// <summary>Leaves the mark, now.</summary>
    public void Leave(string name)
    {
        var path = settings.Place(name);
        File.WriteAllBytes(path, []);
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Seconds since the mark, or null where it was never left.</summary>
    public double? AgeSeconds(string name)
    {
        var file = new FileInfo(Path.Combine(settings.DataDirectory, name));
        return file.Exists ? Math.Floor((time.GetUtcNow() - file.LastWriteTimeUtc).TotalSeconds) : null;
    }
}
