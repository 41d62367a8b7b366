namespace Yuheng.Core.Tests;

/// <summary>Where the repository lies: the folder of the solution file, found from the test's own place.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Yuheng.slnx</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
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
