using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// What was done with a lot after its verdict: 可出具 release, 暂缓出具 hold, 不予出具 refuse, rework, redirect, withdraw,
/// revoke, recall.
/// </summary>
[Door]
public sealed class Outcome : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the outcome.</summary>
    public required Guid Id { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>release, hold, refuse, rework, redirect, withdraw, revoke, recall.</summary>
    public required string Kind { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The verdict that it follows from, where there is one.</summary>
    public Guid? JudgementId { get; init; }

    /// <summary>Who.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
