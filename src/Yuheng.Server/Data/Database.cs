using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Yuheng.Server.Data;

/// <summary>
/// Where the zone's facts lie: SQLite in the data directory, or PostgreSQL by a connection string. The same program and
/// the same model serve both.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Below this SQLite may corrupt a database when the log is reset (fixed in 3.51.3).</summary>
    private static readonly Version OldestSqlite = new(3, 51, 3);

    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite;
    private readonly DbContextOptions<Db> _options;
    private readonly KeptConnections _kept;

    private Database(string sqlitePath, NpgsqlDataSource? postgres)
    {
        _postgres = postgres;
        SqlitePath = sqlitePath;
        _sqlite = new SqliteConnectionStringBuilder { DataSource = sqlitePath, DefaultTimeout = 30 }.ToString();
        _options = Options(postgres is null ? b => b.UseSqlite() : b => b.UseNpgsql(postgres));

        // Not from the driver's pool: what is set up for reading only must not come back to a writer.
        _kept = new KeptConnections(new SqliteConnectionStringBuilder(_sqlite) { Pooling = false }.ToString(), Prime);
    }

    /// <summary>Whether this is SQLite.</summary>
    public bool IsSqlite => _postgres is null;

    /// <summary>The SQLite file, or empty on PostgreSQL.</summary>
    public string SqlitePath { get; }

    /// <summary>Opens SQLite at a path.</summary>
    /// <exception cref="InvalidOperationException">The SQLite library is too old to be trusted with facts.</exception>
    public static Database Sqlite(string path)
    {
        using var probe = new SqliteConnection("Data Source=:memory:");
        probe.Open();
        if (Version.Parse(probe.ServerVersion) < OldestSqlite)
        {
            throw new InvalidOperationException($"SQLite {probe.ServerVersion} is older than {OldestSqlite}");
        }

        return new Database(path, null);
    }

    /// <summary>Opens PostgreSQL by a connection string.</summary>
    public static Database Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
        };
        return new Database("", NpgsqlDataSource.Create(builder));
    }

    /// <summary>A context for reading, with the given sight.</summary>
    public Db Read(Sight sight)
    {
        var db = new Db(_options, sight, writable: false);
        if (IsSqlite)
        {
            var connection = _kept.Take();
            db.Lend(connection, () => _kept.Return(connection));
        }

        return db;
    }

    /// <summary>A context that writes over a connection of the writer, who alone asks for it.</summary>
    internal Db Write(DbConnection connection, Sight sight)
    {
        var db = new Db(_options, sight, writable: true);
        db.Lend(connection, giveBack: null);
        return db;
    }

    /// <summary>
    /// Gives a SQLite connection EF's functions, once. A connection that is given to EF as an option gets them again
    /// with every context, which also makes SQLite prepare every kept statement anew.
    /// </summary>
    internal static void Prime(SqliteConnection connection)
    {
        using var first = new Db(Options(b => b.UseSqlite(connection)), Sight.Whole(Guid.Empty), writable: false);
        first.Database.GetDbConnection();
    }

    /// <summary>A connection for raw commands: bulk, journal, migration, backup.</summary>
    public async Task<DbConnection> Open(CancellationToken cancellation)
    {
        if (_postgres is not null)
        {
            return await _postgres.OpenConnectionAsync(cancellation);
        }

        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync(cancellation);
        using var pragma = connection.CreateCommand();

        // FULL: NORMAL passes a killed process but loses acknowledged writes in a power cut.
        pragma.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536;";
        await pragma.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
        else
        {
            _kept.Dispose();
            SqliteConnection.ClearAllPools();
        }
    }

    private static DbContextOptions<Db> Options(Action<DbContextOptionsBuilder<Db>> provider)
    {
        var builder = new DbContextOptionsBuilder<Db>();
        provider(builder);
        foreach (var interceptor in Interceptors)
        {
            builder.AddInterceptors(interceptor);
        }

        return builder.Options;
    }

    /// <summary>
    /// Interceptors of every context: tests put the guard here that fails a statement without a zone.
    /// </summary>
    public static List<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor> Interceptors { get; } = [];
}
