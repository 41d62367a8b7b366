namespace Yuheng.Server.Tests.Tidy;

/// <summary>One file of the repository as the rules read it.</summary>
/// <param name="Path">Path below the root, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>Its lines.</summary>
    public string[] Lines { get; } = Text.Split('\n');

    /// <summary>Whether it is code that the style rules hold for.</summary>
    public bool IsCode =>
        Path.EndsWith(".cs", StringComparison.Ordinal) || Path.EndsWith(".razor", StringComparison.Ordinal)
        || Path.EndsWith(".js", StringComparison.Ordinal);

    /// <summary>Whether it is part of the product, not of its tests.</summary>
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);
}

/// <summary>The files of the repository, without what builds and runs leave behind.</summary>
public static class SourceTree
{
    private static readonly string[] Skipped =
        ["bin", "obj", ".git", "data", "artifacts", "TestResults", "node_modules"];

    private static readonly string[] TextKinds = [".cs", ".razor", ".js", ".css", ".json", ".md", ".sql", ".csproj"];

    /// <summary>The folder that holds <c>Yuheng.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All source files under src, tests, bench and packs.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. AllFiles()
            .Where(f => TextKinds.Contains(f.Extension))
            .Select(f => new SourceFile(Below(f), File.ReadAllText(f.FullName))),
    ];

    /// <summary>Every file of the repository.</summary>
    public static IEnumerable<FileInfo> AllFiles() => Files(new DirectoryInfo(Root));

    /// <summary>A file's path below the root.</summary>
    public static string Below(FileInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Concat(folder
        .EnumerateDirectories()
        .Where(d => !Skipped.Contains(d.Name))
        .SelectMany(Files));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Yuheng.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside the repository");
    }
}
