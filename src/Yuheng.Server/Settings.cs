namespace Yuheng.Server;

/// <summary>
/// What the operator of the program decides from outside; everything else is a setting of the zone, with history.
/// </summary>
/// <param name="DataDirectory">Where the database, keys and files lie.</param>
/// <param name="Postgres">Connection string of PostgreSQL, or null for SQLite in the data directory.</param>
public sealed record Settings(string DataDirectory, string? Postgres)
{
    /// <summary>
    /// Reads <c>--data DIR</c> or <c>Yuheng:Data</c> (default <c>data</c> here) and <c>--postgres STRING</c> or
    /// <c>Yuheng:Postgres</c>.
    /// </summary>
    public static Settings From(IConfiguration configuration) =>
        new(
            Path.GetFullPath(configuration["data"] ?? configuration["Yuheng:Data"] ?? "data"),
            configuration["postgres"] ?? configuration["Yuheng:Postgres"]
        );

    /// <summary>Where a file of the data directory lies; the directory is made, readable by its owner only.</summary>
    public string Place(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(
                DataDirectory,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        else
        {
            Directory.CreateDirectory(DataDirectory);
        }

        return Path.Combine(DataDirectory, name);
    }
}
