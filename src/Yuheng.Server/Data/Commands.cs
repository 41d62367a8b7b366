using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yuheng.Core;

namespace Yuheng.Server.Data;

/// <summary>
/// The one writer. Commands wait in a queue; the writer carries out as many as are waiting in one transaction, each in
/// its own savepoint, commits, and only then answers them (group commit): nine times the acknowledged writes of a
/// connection a request, with the same durability.
/// </summary>
public sealed class Commands : IAsyncDisposable
{
    /// <summary>Commands that share one commit at most: bounds how long the first waits for the last.</summary>
    private const int LargestGroup = 256;

    /// <summary>Waiting commands at most; more are answered "busy" rather than queued without end.</summary>
    private const int LongestQueue = 20_000;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(LongestQueue);
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<Commands>? _log;
    private readonly Task _loop;

    /// <summary>Starts the writer of a database.</summary>
    public Commands(Database database, TimeProvider time, ILogger<Commands>? log = null)
    {
        _log = log;
        _database = database;
        _time = time;
        _loop = Task.Factory.StartNew(Loop, TaskCreationOptions.LongRunning).Unwrap();
    }

    /// <summary>
    /// Carries out a command in one transaction with one journal entry and gives its result when it is durable.
    /// </summary>
    /// <exception cref="Refused">By the command; or a conflict with another change; nothing was written.</exception>
    public async Task<T> Run<T>(
        Viewer viewer,
        Func<Work, CancellationToken, Task<T>> command,
        CancellationToken cancellation
    )
    {
        var waiting = new Waiting(viewer, async (work, token) => await command(work, token), JournalDemanded: true);
        return (T)(await Enqueue(waiting, cancellation))!;
    }

    /// <summary>
    /// A command that is not a fact of the zone and leaves no journal entry: sessions, cursors, counters of use.
    /// </summary>
    public async Task<T> RunUnrecorded<T>(
        Viewer viewer,
        Func<Work, CancellationToken, Task<T>> command,
        CancellationToken cancellation
    )
    {
        var waiting = new Waiting(viewer, async (work, token) => await command(work, token), JournalDemanded: false);
        return (T)(await Enqueue(waiting, cancellation))!;
    }

    /// <summary>How many commands wait now.</summary>
    public int QueueDepth => _queue.Reader.Count;

    /// <summary>Commits since the start, each of a group of commands.</summary>
    public long Groups { get; private set; }

    /// <summary>Commands carried out and answered since the start, refused ones included.</summary>
    public long Answered { get; private set; }

    /// <summary>Groups that failed as a whole since the start: disk full, connection lost.</summary>
    public long FailedGroups { get; private set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task<object?> Enqueue(Waiting waiting, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!_queue.Writer.TryWrite(waiting))
        {
            throw new Refused("refused.data.busy-unavailable");
        }

        // Once queued, a command is carried out even if the client goes away: it may already be part of a commit.
        return await waiting.Done.Task;
    }

    private async Task Loop()
    {
        WriterSession? session = null;
        var group = new List<Waiting>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            try
            {
                session ??= await WriterSession.Open(_database, CancellationToken.None);
                await session.Begin(CancellationToken.None);
                foreach (var waiting in group)
                {
                    await CarryOut(session, waiting);
                }

                await session.Commit(CancellationToken.None);
                Groups++;
                Answered += group.Count;
                group.ForEach(w => w.Answer());
            }
            catch (Exception broken)
            {
                // The group failed as a whole (disk full, connection lost): nobody in it was answered yet, and each
                // caller gets the exception. The writer must outlive it, with a fresh connection. A full disk undoes
                // the transaction under the savepoint of the command that met it, so that the cause is that command's.
                FailedGroups++;
                var told = group.Select(w => w.Thrown).FirstOrDefault(StorageTrouble.Is) ?? Translate(broken);
                LogFailedGroup(group.Count, broken);
                group.ForEach(w => w.Fail(told));
                if (session is not null)
                {
                    await session.DisposeAsync();
                    session = null;
                }
            }
        }

        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }

    private async Task CarryOut(WriterSession session, Waiting waiting)
    {
        var work = new Work(session, waiting.Viewer, Now());
        await session.BeginCommand(CancellationToken.None);
        try
        {
            waiting.Result = await waiting.Command(work, CancellationToken.None);
            await work.Save(CancellationToken.None);
            if (waiting.JournalDemanded && work.JournalEntries == 0)
            {
                throw new InvalidOperationException("a command ended without a journal entry");
            }

            await session.KeepCommand(CancellationToken.None);
        }
        catch (Exception thrown)
        {
            // Not swallowed: it is handed to the caller who waits; the rest of the group must go on without it.
            waiting.Thrown = Translate(thrown);
            await session.UndoCommand(CancellationToken.None);
        }
        finally
        {
            await work.Close();
        }
    }

    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static Exception Translate(Exception thrown)
    {
        var cause = thrown is DbUpdateException { InnerException: { } inner } ? inner : thrown;
        return thrown is DbUpdateConcurrencyException ? new Refused("refused.data.changed-conflict")
            : IsDuplicate(cause) ? new Refused("refused.data.duplicate-conflict")
            : StorageTrouble.Of(cause) ?? thrown;
    }

    // SQLite extended codes 1555 (primary key) and 2067 (unique); PostgreSQL 23505.
    private static bool IsDuplicate(Exception thrown) =>
        thrown switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };

    private void LogFailedGroup(int commands, Exception broken)
    {
        if (_log is not null)
        {
            _log.LogError(broken, "{Commands} commands failed together", commands);
        }
    }

    private sealed record Waiting(
        Viewer Viewer,
        Func<Work, CancellationToken, Task<object?>> Command,
        bool JournalDemanded
    )
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Result { get; set; }

        public Exception? Thrown { get; set; }

        public void Answer()
        {
            if (Thrown is null)
            {
                Done.TrySetResult(Result);
            }
            else
            {
                Done.TrySetException(Thrown);
            }
        }

        public void Fail(Exception broken) => Done.TrySetException(Thrown ?? broken);
    }
}
