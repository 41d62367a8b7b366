using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Data;

/// <summary>
/// The writer's connection with its open transaction and prepared commands; used by one command at a time.
/// </summary>
internal sealed class WriterSession(Database database, DbConnection connection) : IAsyncDisposable
{
    private static readonly byte[] Genesis = new byte[JournalEntry.HashBytes];

    private readonly Bulk _bulk = new(connection);
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private readonly DbContextOptions<Db> _options = database.WriteOptions(connection);
    private Db? _model;

    public DbTransaction Transaction { get; private set; } = null!;

    public async Task Begin(CancellationToken cancellation)
    {
        // SQLite: deferred: false takes the write lock at once, so that no command fails half way for want of it.
        Transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(cancellation);
    }

    public async Task Commit(CancellationToken cancellation)
    {
        await Transaction.CommitAsync(cancellation);
        await Transaction.DisposeAsync();
    }

    public Db Context(Sight sight)
    {
        var db = new Db(_options, sight, writable: true);
        db.Database.UseTransaction(Transaction);
        return db;
    }

    public ValueTask Insert<T>(T row, CancellationToken cancellation)
        where T : class =>
        _bulk.Insert(
            _model ??= new Db(_options, Sight.Whole(Guid.Empty), writable: true),
            row,
            Transaction,
            cancellation
        );

    public async Task<(long Seq, byte[] Hash)> Head(Guid zone, CancellationToken cancellation)
    {
        // An UPDATE that changes nothing takes the row's lock on PostgreSQL: two servers never chain to one head.
        var command = Prepared("UPDATE data_journal_head SET seq = seq WHERE zone_id = @zone RETURNING seq, hash");
        command.Parameters[0].Value = zone;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), (byte[])reader.GetValue(1)) : (0, Genesis);
    }

    public async Task MoveHead(Guid zone, JournalEntry entry, CancellationToken cancellation) =>
        await Scalar(
            "INSERT INTO data_journal_head (zone_id, seq, hash) VALUES (@zone, @seq, @hash) "
                + "ON CONFLICT (zone_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
            [("@zone", zone), ("@seq", entry.Seq), ("@hash", entry.Hash)],
            cancellation
        );

    public async Task<object?> Scalar(string sql, (string Name, object Value)[] values, CancellationToken cancellation)
    {
        var command = Prepared(sql);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value;
        }

        return await command.ExecuteScalarAsync(cancellation);
    }

    public async Task Execute(string sql, CancellationToken cancellation) =>
        await Prepared(sql).ExecuteNonQueryAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        _bulk.Dispose();
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        if (_model is not null)
        {
            await _model.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private DbCommand Prepared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in Names(sql))
            {
                command.AddParameter(name);
            }

            _prepared.Add(sql, command);
        }

        command.Transaction = Transaction;
        return command;
    }

    private static IEnumerable<string> Names(string sql) =>
        System
            .Text.RegularExpressions.Regex.Matches(sql, "@[a-z]+")
            .Select(m => m.Value)
            .Distinct(StringComparer.Ordinal);
}
