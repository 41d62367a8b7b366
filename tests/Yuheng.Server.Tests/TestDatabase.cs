using Npgsql;
using Yuheng.Server.Data;

namespace Yuheng.Server.Tests;

/// <summary>Which database a test runs on; every slice test runs on both.</summary>
public enum DatabaseKind
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>A database of its own on the server that YUHENG_TEST_POSTGRES names.</summary>
    Postgres,
}

/// <summary>A migrated, empty database for one test class or test, removed at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "YUHENG_TEST_POSTGRES";

    private readonly string _name;

    private TestDatabase(DatabaseKind kind, string folder, string name)
    {
        Kind = kind;
        Folder = folder;
        _name = name;
        var postgres = kind == DatabaseKind.Postgres ? ConnectionString(name) : null;
        Settings = new Settings(folder, postgres);
        Database = Composition.Open(Settings);
    }

    /// <summary>Both kinds, for a theory.</summary>
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public DatabaseKind Kind { get; }

    public string Folder { get; }

    public Settings Settings { get; }

    public Database Database { get; }

    /// <summary>Makes one; without a PostgreSQL server the test is skipped with the reason, on CI it fails.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        ZoneGuard.Install();
        var name = "yuheng_test_" + Guid.CreateVersion7().ToString("N");
        var folder = Directory.CreateTempSubdirectory("yuheng-test-").FullName;
        if (kind == DatabaseKind.Postgres)
        {
            await Administer($"CREATE DATABASE {name}");
        }

        var made = new TestDatabase(kind, folder, name);
        await Migrator.Run(made.Database, CancellationToken.None);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (Kind == DatabaseKind.Postgres)
        {
            await Administer($"DROP DATABASE {_name} WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string ConnectionString(string database)
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        if (given is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{Variable} names no PostgreSQL server, and CI demands one");
        }

        Assert.SkipWhen(
            given is null,
            $"PostgreSQL tests need {Variable} (a connection string that may create databases)"
        );
        return new NpgsqlConnectionStringBuilder(given)
        {
            Database = database,
            Pooling = true,
            MaxPoolSize = 20,
        }.ToString();
    }

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
