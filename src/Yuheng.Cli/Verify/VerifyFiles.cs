using Yuheng.Core;
using Yuheng.Core.Credentials;

namespace Yuheng.Cli.Verify;

/// <summary>The files of one call: credentials to check, and what they are checked against.</summary>
internal sealed class VerifyFiles(Language language, TextWriter error)
{
    // A folder of a year's credentials; beyond that somebody pointed at the wrong folder.
    private const int MaxFiles = 20_000;

    private const int MaxFileBytes = 8_388_608;

    /// <summary>
    /// The credentials. In a folder, issuers' documents and status lists that lie beside them are passed over: they
    /// count only when given with <c>--did</c> and <c>--status</c>.
    /// </summary>
    /// <exception cref="Refused">A file is missing, or there is nothing to check.</exception>
    public IReadOnlyList<(string Path, byte[] Bytes)> Credentials(IReadOnlyList<string> paths)
    {
        var found = new List<(string, byte[])>();
        foreach (var path in paths)
        {
            var files = Expand(path);
            var isFolder = Directory.Exists(path);
            var credentials = files.Select(f => (Path: f, Bytes: Read(f)))
                .Where(f => !isFolder || !IsMaterial(f.Bytes)).ToArray();
            if (credentials.Length == 0)
            {
                throw new Refused("credentials.cli.empty", path);
            }

            found.AddRange(credentials);
        }

        return found;
    }

    /// <summary>What the credentials are checked against.</summary>
    /// <exception cref="Refused">A file is missing.</exception>
    public VerifierInputs Inputs(VerifyArguments arguments) => new()
    {
        DidDocuments = All(
            arguments.DidFiles, b => DidDocument.TryParse(b, KeyAlgorithm.All), "credentials.cli.not-did"),
        StatusLists = All(arguments.StatusFiles, b => StatusList.TryParse(b), "credentials.cli.not-status"),
        At = arguments.At,
    };

    private IReadOnlyList<T> All<T>(IReadOnlyList<string> paths, Func<byte[], T?> parse, string otherwise)
        where T : class
    {
        var found = new List<T>();
        foreach (var file in paths.SelectMany(Expand))
        {
            if (parse(Read(file)) is { } value)
            {
                found.Add(value);
            }
            else
            {
                error.WriteLine(Texts.OfCore.Say(language, otherwise, file));
            }
        }

        return found;
    }

    private static string[] Expand(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new Refused("credentials.cli.missing", path);
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Take(MaxFiles + 1).ToArray();
        if (files.Length > MaxFiles)
        {
            throw new Refused("credentials.cli.too-many", path, $"{MaxFiles}");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    // Never more than the largest thing that could be read, whatever lies there; the rest cannot be valid anyway.
    private static byte[] Read(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[(int)Math.Min(file.Length, MaxFileBytes)];
        return buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    private static bool IsMaterial(byte[] bytes) =>
        DidDocument.TryParse(bytes, KeyAlgorithm.All) is not null || StatusList.TryParse(bytes) is not null;
}
