using System.Security.Cryptography;
using System.Text.Json;
using Yuheng.Core;

namespace Yuheng.Server.Data;

/// <summary>
/// One command being carried out: the writable context, prepared inserts, counters and the one journal entry, all in
/// the command's transaction. Whatever is thrown undoes all of it.
/// </summary>
public sealed class Work
{
    private readonly WriterSession _session;
    private Db? _db;

    internal Work(WriterSession session, Viewer viewer, DateTimeOffset now)
    {
        _session = session;
        Viewer = viewer;
        Now = now;
    }

    /// <summary>Who acts.</summary>
    public Viewer Viewer { get; }

    /// <summary>The instant of the command, to the microsecond, as both databases keep it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The writable context, made when first asked for; saved at the end of the command.</summary>
    public Db Db => _db ??= _session.Context(Sight.Of(Viewer));

    /// <summary>Entries of this command; the writer demands exactly one.</summary>
    internal int JournalEntries { get; private set; }

    /// <summary>A new id, ordered by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Inserts a row with a prepared command.</summary>
    public ValueTask Insert<T>(T row, CancellationToken cancellation)
        where T : class => _session.Insert(row, cancellation);

    /// <summary>Runs a raw statement, prepared once; it must name the zone.</summary>
    public Task Execute(string sql, (string Name, object Value)[] values, CancellationToken cancellation) =>
        _session.Scalar(sql, values, cancellation);

    /// <summary>
    /// Widens the sight for the product's own effects, such as a lot's release touching a status list.
    /// </summary>
    public Db WholeZone() =>
        _db is { Sight.AllFirms: true } ? _db
        : _db is null ? _db = _session.Context(Sight.Whole(Viewer.ZoneId))
        : throw new InvalidOperationException("ask for the whole zone first");

    /// <summary>The next number of a counter of the zone, starting at 1.</summary>
    public async Task<long> Next(string counter, CancellationToken cancellation) =>
        (long)
            (
                await _session.Scalar(
                    "INSERT INTO data_counter (zone_id, name, value) VALUES (@zone, @name, 1) "
                        + "ON CONFLICT (zone_id, name) DO UPDATE SET value = data_counter.value + 1 RETURNING value",
                    [("@zone", Viewer.ZoneId), ("@name", counter)],
                    cancellation
                )
            )!;

    /// <summary>Writes the command's journal entry.</summary>
    /// <param name="kind">What happened: <c>lot.declared</c>.</param>
    /// <param name="subject">The record concerned.</param>
    /// <param name="data">What changed; written as JSON.</param>
    public async Task Journal(string kind, Guid subject, object data, CancellationToken cancellation)
    {
        JournalEntries++;
        var (seq, previous) = await _session.Head(Viewer.ZoneId, cancellation);
        var entry = new JournalEntry
        {
            ZoneId = Viewer.ZoneId,
            Seq = seq + 1,
            At = Now,
            UserId = Viewer.UserId,
            PartyId = Viewer.PartyId,
            Kind = kind,
            SubjectId = subject,
            Data = JsonSerializer.Serialize(data, JournalJson.Options),
            Hash = [],
        };
        var chained = new JournalEntry
        {
            ZoneId = entry.ZoneId,
            Seq = entry.Seq,
            At = entry.At,
            UserId = entry.UserId,
            PartyId = entry.PartyId,
            Kind = entry.Kind,
            SubjectId = entry.SubjectId,
            Data = entry.Data,
            Hash = JournalEntry.Chain(previous, entry),
        };
        await Insert(chained, cancellation);
        _session.Move(Viewer.ZoneId, new JournalPoint(chained.Seq, chained.Hash));
    }

    /// <summary>
    /// Answers a request at most once: the same key and body get the stored answer, another body under the key is
    /// refused.
    /// </summary>
    /// <exception cref="Refused"><c>refused.data.idempotency-key-conflict</c>.</exception>
    public async Task<string> Once(OnceKey key, Func<Task<string>> answer, CancellationToken cancellation)
    {
        if (await _session.Answered(Viewer, key.Key, cancellation) is { } known)
        {
            JournalEntries++;
            return CryptographicOperations.FixedTimeEquals(known.BodyHash, key.BodyHash)
                ? known.Answer
                : throw new Refused("refused.data.idempotency-key-conflict", key.Key) { Field = "Idempotency-Key" };
        }

        var made = await answer();
        await Insert(
            new AnsweredRequest
            {
                ZoneId = Viewer.ZoneId,
                PartyId = Viewer.PartyId,
                Key = key.Key,
                BodyHash = key.BodyHash,
                Answer = made,
                At = Now,
            },
            cancellation
        );
        return made;
    }

    internal async Task Save(CancellationToken cancellation)
    {
        if (_db is not null)
        {
            await _db.SaveChangesAsync(cancellation);
        }
    }

    internal async ValueTask Close()
    {
        if (_db is not null)
        {
            await _db.DisposeAsync();
        }
    }
}

/// <summary>An idempotency key and the hash of the body that came with it.</summary>
public sealed record OnceKey(string Key, byte[] BodyHash);
