using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Data;

/// <summary>
/// The writer's connection with its open transaction and prepared commands; used by one command at a time.
/// </summary>
internal sealed class WriterSession(Database database, DbConnection connection) : IAsyncDisposable
{
    private static readonly byte[] Genesis = new byte[JournalEntry.HashBytes];

    private const string MoveHead =
        "INSERT INTO data_journal_head (zone_id, seq, hash) VALUES (@zone, @seq, @hash) "
        + "ON CONFLICT (zone_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

    private readonly Dictionary<Guid, JournalPoint> _heads = [];
    private readonly Dictionary<Guid, JournalPoint?> _undo = [];
    private readonly Bulk _bulk = new(connection);
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private Db? _model;

    public DbTransaction Transaction { get; private set; } = null!;

    /// <summary>Opens the writer's connection and makes it ready for contexts.</summary>
    public static async Task<WriterSession> Open(Database database, CancellationToken cancellation)
    {
        var connection = await database.Open(cancellation);
        if (connection is Microsoft.Data.Sqlite.SqliteConnection sqlite)
        {
            Database.Prime(sqlite);
        }

        return new WriterSession(database, connection);
    }

    public async Task Begin(CancellationToken cancellation)
    {
        // SQLite: deferred: false takes the write lock at once, so that no command fails half way for want of it.
        Transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(cancellation);
    }

    public async Task Commit(CancellationToken cancellation)
    {
        foreach (var (zone, head) in _heads)
        {
            await Scalar(MoveHead, [("@zone", zone), ("@seq", head.Seq), ("@hash", head.Hash)], cancellation);
        }

        _heads.Clear();
        await Transaction.CommitAsync(cancellation);
        await Transaction.DisposeAsync();
    }

    /// <summary>Begins one command of the group; what it does can be undone alone.</summary>
    public async Task BeginCommand(CancellationToken cancellation)
    {
        _undo.Clear();
        await Execute("SAVEPOINT command", cancellation);
    }

    /// <summary>Keeps what the command did.</summary>
    public Task KeepCommand(CancellationToken cancellation) => Execute("RELEASE SAVEPOINT command", cancellation);

    /// <summary>Undoes what the command did, also to the heads.</summary>
    public async Task UndoCommand(CancellationToken cancellation)
    {
        await Execute("ROLLBACK TO SAVEPOINT command", cancellation);
        await Execute("RELEASE SAVEPOINT command", cancellation);
        foreach (var (zone, head) in _undo)
        {
            if (head is null)
            {
                // Also the lock on its row went with the savepoint: the next command reads it again.
                _heads.Remove(zone);
            }
            else
            {
                _heads[zone] = head;
            }
        }
    }

    public Db Context(Sight sight)
    {
        var db = database.Write(connection, sight);
        db.Database.UseTransaction(Transaction);
        return db;
    }

    public ValueTask Insert<T>(T row, CancellationToken cancellation)
        where T : class =>
        _bulk.Insert(
            _model ??= database.Write(connection, Sight.Whole(Guid.Empty)),
            row,
            Transaction,
            cancellation
        );

    /// <summary>
    /// Head of a zone's journal as this transaction has moved it. Read once a group and written once, before the
    /// commit: nobody else sees it in between.
    /// </summary>
    public async ValueTask<JournalPoint> Head(Guid zone, CancellationToken cancellation)
    {
        if (_heads.TryGetValue(zone, out var head))
        {
            return head;
        }

        // An UPDATE that changes nothing takes the row's lock on PostgreSQL: two servers never chain to one head.
        var command = Prepared("UPDATE data_journal_head SET seq = seq WHERE zone_id = @zone RETURNING seq, hash");
        command.Parameters[0].Value = zone;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new JournalPoint(reader.GetInt64(0), (byte[])reader.GetValue(1))
            : new JournalPoint(0, Genesis);
    }

    /// <summary>Moves the head of a zone's journal to a new entry.</summary>
    public void Move(Guid zone, JournalPoint head)
    {
        _undo.TryAdd(zone, _heads.GetValueOrDefault(zone));
        _heads[zone] = head;
    }

    /// <summary>The answer kept under an idempotency key, or null.</summary>
    public async Task<(byte[] BodyHash, string Answer)?> Answered(
        Viewer viewer, string key, CancellationToken cancellation)
    {
        var command = Prepared(
            "SELECT body_hash, answer FROM data_answered_request "
            + "WHERE zone_id = @zone AND party_id = @party AND key = @key");
        command.Parameters[0].Value = viewer.ZoneId;
        command.Parameters[1].Value = viewer.PartyId;
        command.Parameters[2].Value = key;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? ((byte[])reader.GetValue(0), reader.GetString(1)) : null;
    }

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

/// <summary>A place in a zone's journal: number and hash of an entry.</summary>
internal sealed record JournalPoint(long Seq, byte[] Hash);
