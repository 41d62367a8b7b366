using System.Globalization;
using System.Security.Cryptography;

namespace Yuheng.Core.Supervision;

/// <summary>
/// A promise made before firms declare: the SHA-256 of a secret of 32 bytes. The secret cannot be changed afterwards
/// without changing the hash, and is not known from it.
/// </summary>
/// <param name="Hash">SHA-256 of the 32 raw bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="PublishedAt">When the hash was made public.</param>
/// <param name="RevealedAt">When the secret was made public; null while it is secret.</param>
public sealed record DrawCommitment(string Hash, DateTimeOffset PublishedAt, DateTimeOffset? RevealedAt = null)
{
    /// <summary>Length of a secret in bytes: as long as the hash, so that guessing is hopeless.</summary>
    public const int SecretBytes = 32;

    internal static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>The commitment to a secret.</summary>
    /// <exception cref="Refused">The secret is not 32 bytes long.</exception>
    public static DrawCommitment To(ReadOnlySpan<byte> secret, DateTimeOffset publishedAt)
    {
        if (secret.Length != SecretBytes)
        {
            throw new Refused("refused.supervision.secret-length", secret.Length.ToString(Invariant));
        }

        return new DrawCommitment(Convert.ToHexStringLower(SHA256.HashData(secret)), publishedAt);
    }

    /// <summary>Whether this secret is the one committed to.</summary>
    public bool Opens(ReadOnlySpan<byte> secret) =>
        secret.Length == SecretBytes && Convert.ToHexStringLower(SHA256.HashData(secret)) == Hash;

    /// <summary>
    /// The seed of a draw under this commitment, with the order of events held: hash published, declarations opened and
    /// closed, public value fixed; and the secret still secret when the public value became known.
    /// </summary>
    /// <exception cref="Refused">The secret is another one, or the order of events is broken.</exception>
    public DrawSeed Seed(ReadOnlySpan<byte> secret, DrawTimes times, string publicValue, string context)
    {
        if (!Opens(secret))
        {
            throw new Refused("refused.supervision.secret-not-committed", Hash);
        }

        if (BrokenOrder(times) is { } broken)
        {
            throw new Refused("refused." + broken);
        }

        return DrawSeed.Of(secret, publicValue, context);
    }

    /// <summary>The commitment after its secret was published; the secret serves no later draw.</summary>
    /// <exception cref="Refused">It was revealed before, or the secret is another one.</exception>
    public DrawCommitment Reveal(ReadOnlySpan<byte> secret, DateTimeOffset at)
    {
        if (RevealedAt is not null)
        {
            throw new Refused("refused.supervision.secret-revealed-twice", Hash);
        }

        return Opens(secret)
            ? this with { RevealedAt = at }
            : throw new Refused("refused.supervision.secret-not-committed", Hash);
    }

    /// <summary>The code of the first broken rule of order, or null: shared with the verifier.</summary>
    internal string? BrokenOrder(DrawTimes times) =>
        PublishedAt > times.DeclarationsFrom ? "supervision.draw.committed-late"
        : times.DeclarationsFrom > times.DeclarationsUntil ? "supervision.draw.declarations-reversed"
        : times.PublicValueAt < times.DeclarationsUntil ? "supervision.draw.public-value-early"
        : RevealedAt < times.PublicValueAt ? "supervision.draw.secret-known"
        : null;
}

/// <summary>The instants whose order makes a draw fair.</summary>
/// <param name="DeclarationsFrom">From when lots may be declared for this draw.</param>
/// <param name="DeclarationsUntil">When declarations closed and the plan was frozen.</param>
/// <param name="PublicValueAt">When the public value became known to anyone at all.</param>
public sealed record DrawTimes(
    DateTimeOffset DeclarationsFrom,
    DateTimeOffset DeclarationsUntil,
    DateTimeOffset PublicValueAt);
