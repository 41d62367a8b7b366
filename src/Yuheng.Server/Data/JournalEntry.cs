using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Server.Data;

/// <summary>
/// One change of the zone, written in the transaction of the change: audit trail, outbox and, later, leaf of the
/// transparency log. Entries of a zone form a hash chain, so that a removed or altered one shows.
/// </summary>
public sealed class JournalEntry : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Order within the zone, without gaps; wall clocks may go backwards, this does not.</summary>
    public required long Seq { get; init; }

    /// <summary>When, by the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; empty for the product's own work.</summary>
    public required Guid UserId { get; init; }

    /// <summary>For which party.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>What happened: <c>lot.declared</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The record concerned.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What changed, as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>Length of a hash; the first entry follows as many zero bytes.</summary>
    public const int HashBytes = 32;

    /// <summary>SHA-256 over the previous entry's hash and this entry's content.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>
    /// The chain's hash: SHA-256(previous ‖ seq ‖ at in µs ‖ zone ‖ user ‖ party ‖ subject ‖ len(kind) ‖ kind ‖ data),
    /// numbers as 8 bytes big-endian, ids as their 16 bytes big-endian, texts as UTF-8.
    /// </summary>
    public static byte[] Chain(ReadOnlySpan<byte> previous, JournalEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> eight = stackalloc byte[8];
        Span<byte> sixteen = stackalloc byte[16];
        hash.AppendData(previous);
        foreach (var number in (ReadOnlySpan<long>)[entry.Seq, Microseconds(entry.At)])
        {
            BinaryPrimitives.WriteInt64BigEndian(eight, number);
            hash.AppendData(eight);
        }

        foreach (var id in (ReadOnlySpan<Guid>)[entry.ZoneId, entry.UserId, entry.PartyId, entry.SubjectId])
        {
            id.TryWriteBytes(sixteen, bigEndian: true, out _);
            hash.AppendData(sixteen);
        }

        BinaryPrimitives.WriteInt64BigEndian(eight, entry.Kind.Length);
        hash.AppendData(eight);
        hash.AppendData(Encoding.UTF8.GetBytes(entry.Kind));
        hash.AppendData(Encoding.UTF8.GetBytes(entry.Data));
        return hash.GetHashAndReset();
    }

    private static long Microseconds(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}

/// <summary>Head of a zone's journal: last number and hash.</summary>
public sealed class JournalHead : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Number of the last entry.</summary>
    public required long Seq { get; set; }

    /// <summary>Hash of the last entry.</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>A counter of the zone: certificate numbers and the like, unique by construction.</summary>
public sealed class Counter : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>What is counted.</summary>
    public required string Name { get; init; }

    /// <summary>Last number given.</summary>
    public required long Value { get; set; }
}

/// <summary>
/// An external POST that was answered: the same key gets the same answer, another body under it is refused.
/// </summary>
public sealed class AnsweredRequest : IZoneRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>The party that asked.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset At { get; init; }
}
