namespace Yuheng.Server.Operations;

/// <summary>
/// Copying files that hold keys and firms' records: readable by their owner only, on the disk when done.
/// </summary>
internal static class Folders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner can enter.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whether a directory holds nothing, or is not there.</summary>
    public static bool IsFree(string folder) =>
        !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool LiesWithin(string path, string folder) =>
        (Path.GetFullPath(path) + Path.DirectorySeparatorChar)
        .StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Paths of all files below a folder, relative to it; links are not followed.</summary>
    /// <exception cref="InvalidOperationException">There are more than the given number.</exception>
    public static IReadOnlyList<string> FilesBelow(string folder, int most)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var walk = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint,
        };
        var found = Directory.EnumerateFiles(folder, "*", walk).Take(most + 1)
            .Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal).ToList();
        return found.Count <= most ? found : throw new InvalidOperationException($"more than {most} files in {folder}");
    }

    /// <summary>Copies a file and flushes it; false where it vanished meanwhile (a form key that expired).</summary>
    public static bool CopyPrivately(string from, string to)
    {
        MakePrivate(Path.GetDirectoryName(to)!);
        try
        {
            File.Copy(from, to, overwrite: false);
        }
        catch (FileNotFoundException)
        {
            return false;
        }

        Settle(to);
        return true;
    }

    /// <summary>Takes a file's rights from everybody but the owner and flushes it to the disk.</summary>
    public static void Settle(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
