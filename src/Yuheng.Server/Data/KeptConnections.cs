using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Yuheng.Server.Data;

/// <summary>
/// SQLite connections of reading contexts, kept open from one context to the next. Each opening would register EF's two
/// dozen functions again: a fifth of a millisecond of CPU before the first row.
/// </summary>
internal sealed class KeptConnections(string connectionString, Action<SqliteConnection> prime) : IDisposable
{
    /// <summary>As many as may read at once with profit; more are opened and closed as they come.</summary>
    private const int MostKept = 16;

    private readonly ConcurrentBag<SqliteConnection> _kept = [];

    /// <summary>An open connection that cannot write, for one context.</summary>
    public SqliteConnection Take()
    {
        if (_kept.TryTake(out var kept))
        {
            return kept;
        }

        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA query_only=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-16384;";
        pragma.ExecuteNonQuery();
        prime(connection);
        return connection;
    }

    /// <summary>Keeps a connection for the next context, or closes it.</summary>
    public void Return(SqliteConnection connection)
    {
        if (_kept.Count < MostKept)
        {
            _kept.Add(connection);
        }
        else
        {
            connection.Dispose();
        }
    }

    /// <summary>Closes what is kept.</summary>
    public void Dispose()
    {
        while (_kept.TryTake(out var kept))
        {
            kept.Dispose();
        }
    }
}
