using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// One round of the fair draw: a seed committed to by its hash while declarations are open, a public value fixed only
/// after they close, and from both the units of every lot of the round.
/// </summary>
[Door]
public sealed class DrawRound : IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the round.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret, published when the round opens.</summary>
    public required byte[] Commitment { get; init; }

    /// <summary>The secret seed; published when the round is drawn.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>When the round opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When declarations of the round closed; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>
    /// Lots, probabilities and sample sizes as frozen at the close, JSON; its fingerprint is published then, before the
    /// public value is known.
    /// </summary>
    public string? FrozenPlan { get; set; }

    /// <summary>The record as published after the draw, JSON: everything that a stranger needs to repeat it.</summary>
    public string? Record { get; set; }

    /// <summary>The public value, fixed after the close; null until known.</summary>
    public string? PublicValue { get; set; }

    /// <summary>Where the public value is from.</summary>
    public string? PublicSource { get; set; }

    /// <summary>When the units were drawn.</summary>
    public DateTimeOffset? DrawnAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
