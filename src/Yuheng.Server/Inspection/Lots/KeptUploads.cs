using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>
/// Files kept between the preview and the declaration, each under its firm and hash, for a day. A firm keeps few, the
/// server keeps a bounded number, and the oldest make room. Another firm's file answers like a missing one.
/// </summary>
internal sealed class KeptUploads(Settings settings, TimeProvider time)
{
    /// <summary>Files of one firm: a clerk works on one or two.</summary>
    private const int MostOfFirm = 20;

    /// <summary>Files in all, at most 10 MB each: 500 weigh at most 5 GB, usually some 50 MB.</summary>
    private const int Most = 500;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Keeps a file; the same file again is the same entry.</summary>
    public void Keep(Viewer viewer, Upload upload)
    {
        Clean(viewer);
        Write(Place(viewer, upload.Sha256, ".upload"), upload.Bytes.ToArray());
    }

    /// <summary>Keeps what became of a file's rows.</summary>
    public void KeepOutcome(Viewer viewer, string hash, byte[] outcome) => Write(Place(viewer, hash, ".json"), outcome);

    /// <summary>A kept file.</summary>
    /// <exception cref="Refused">Never kept, another firm's, or its day is over.</exception>
    public async Task<Upload> Find(Viewer viewer, string hash, CancellationToken cancellation)
    {
        var path = Place(viewer, hash, ".upload");
        return File.Exists(path) ? Upload.Of(await File.ReadAllBytesAsync(path, cancellation)) : throw NotFound();
    }

    /// <summary>What became of a kept file's rows; null before they were declared.</summary>
    public async Task<byte[]?> Outcome(Viewer viewer, string hash, CancellationToken cancellation)
    {
        var path = Place(viewer, hash, ".json");
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
    }

    private static Refused NotFound() => new("refused.inspection.upload-not-found");

    /// <summary>The hash comes from an address: only a hash becomes part of a path.</summary>
    private string Place(Viewer viewer, string hash, string kind) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(Folder(), $"{viewer.PartyId:N}-{hash}{kind}")
            : throw NotFound();

    private string Folder()
    {
        var folder = settings.Place("uploads");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Written beside and moved, so that a file is there whole or not at all.</summary>
    private static void Write(string path, byte[] bytes)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}.part";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, path, overwrite: true);
    }

    private void Clean(Viewer viewer)
    {
        var files = new DirectoryInfo(Folder()).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).ToList();
        var oldest = time.GetUtcNow().UtcDateTime - KeptFor;
        var own = files.Where(f => f.Name.StartsWith($"{viewer.PartyId:N}-", StringComparison.Ordinal));
        foreach (var file in files.Where(f => f.LastWriteTimeUtc < oldest)
            .Concat(own.Skip(2 * MostOfFirm)).Concat(files.Skip(2 * Most)).Distinct().ToList())
        {
            file.Delete();
        }
    }
}
