using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// A verdict on a lot with everything that it was made from: the engine's input and output, byte for byte, so that
/// replay can make it again and compare.
/// </summary>
[Door]
public sealed class Judgement : IFirmRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>Id of the verdict.</summary>
    public required Guid Id { get; init; }

    /// <summary>The lot.</summary>
    public required Guid LotId { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>conforming, nonconforming, indeterminate.</summary>
    public required string Verdict { get; init; }

    /// <summary>The engine's input: UTF-8 JSON.</summary>
    public required byte[] Facts { get; init; }

    /// <summary>The engine's output: UTF-8 JSON.</summary>
    public required byte[] Decision { get; init; }

    /// <summary>SHA-256 over facts and decision.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Version of the program that decided.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Who reviewed the results.</summary>
    public required Guid ReviewedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
