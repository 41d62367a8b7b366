namespace Yuheng.Core.Tests;

/// <summary>
/// Larger public vectors are not part of the repository. Where a folder <c>../shared/data</c> lies beside it (or
/// YUHENG_VECTORS names one), tests read them; elsewhere those tests are skipped with the reason.
/// </summary>
public static class SharedData
{
    /// <summary>The folder of one kind of data, or a skipped test.</summary>
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("YUHENG_VECTORS")
            ?? Path.Combine(Repository.Root, "..", "shared", "data");
        var folder = Path.GetFullPath(Path.Combine(root, name));
        Assert.SkipUnless(Directory.Exists(folder), $"vectors not present: {name} (set YUHENG_VECTORS)");
        return folder;
    }
}
