using System.Security.Cryptography;
using Yuheng.Core;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Files under the hash of their content, in the data directory: <c>files/ab/cdef…</c>. A name that somebody gave is
/// shown and never becomes a path; what a file is, its first bytes say.
/// </summary>
[Door]
public sealed class FileStore(Settings settings)
{
    /// <summary>Largest file: a report with photos of a phone fits, and so do twenty within one form.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Longest name that is kept.</summary>
    private const int LongestName = 200;

    /// <summary>Keeps a file; the same content is kept once.</summary>
    /// <exception cref="Refused">Empty, too large, or of a type that does not belong there.</exception>
    public async Task<StoredFile> Keep(GivenFile file, CancellationToken cancellation)
    {
        var name = NameOf(file.Name);
        if (file.Content.Length == 0)
        {
            throw new Refused("refused.inspection.file-empty", name) { Field = file.Field };
        }

        if (file.Content.Length > MostBytes)
        {
            throw new Refused("refused.inspection.file-too-large", name, "10") { Field = file.Field };
        }

        if (FileTypes.Of(file.Content.Span) is not { } type || !FileTypes.Fits(type, file.Kind))
        {
            throw new Refused("refused.inspection.file-media-type", name) { Field = file.Field };
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        await Write(PathOf(hash), file.Content, cancellation);
        return new StoredFile(file.Kind, name, hash, file.Content.Length);
    }

    /// <summary>The content under a hash, checked against it again, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The content on the disk is not what was kept.</exception>
    public async Task<byte[]?> Read(string hash, CancellationToken cancellation)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(hash)))
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(PathOf(hash), cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : throw new InvalidDataException($"file {hash} has changed on the disk");
    }

    private string PathOf(string hash) => Path.Combine(settings.Place("files"), hash[..2], hash[2..]);

    private static async Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return;
        }

        Private(Path.GetDirectoryName(path)!);
        var half = path + "." + Path.GetRandomFileName();
        await using (var stream = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            await stream.WriteAsync(content, cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }

    private static void Private(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The last part of what the device calls a file, without what cannot be shown.</summary>
    private static string NameOf(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return shown.Length == 0 ? "-" : shown.Length <= LongestName ? shown : shown[^LongestName..];
    }
}

/// <summary>A file as it was sent.</summary>
/// <param name="Kind">laboratory-report, material-certificate, photo, bench-file, own-bench-file.</param>
/// <param name="Name">Name on the device of who sent it.</param>
/// <param name="Content">Its bytes.</param>
[Door]
public sealed record GivenFile(string Kind, string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Form field that it came in.</summary>
    public string? Field { get; init; }

    /// <summary>The files of a form field, at most <see cref="MostFiles"/>; empty entries are none.</summary>
    /// <exception cref="Refused">More than that.</exception>
    public static async Task<IReadOnlyList<GivenFile>> Of(
        IFormFileCollection files, string field, string kind, CancellationToken cancellation)
    {
        var given = new List<GivenFile>();
        foreach (var file in files.GetFiles(field).Where(f => f.FileName.Length > 0))
        {
            if (given.Count == MostFiles)
            {
                throw new Refused("refused.inspection.files-too-many", "20") { Field = field };
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            given.Add(new GivenFile(kind, file.FileName, content.ToArray()) { Field = field });
        }

        return given;
    }

    /// <summary>Files of one form at most; the body's own limit bounds their size.</summary>
    private const int MostFiles = 20;
}

/// <summary>A file that is kept.</summary>
[Door]
public sealed record StoredFile(string Kind, string Name, string Hash, long Size);
