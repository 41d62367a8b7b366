using Yuheng.Server.Data;

namespace Yuheng.Server.Registry;

/// <summary>
/// A total of the zone for a period, taken from outside (yearly exports, output): figures are set against it.
/// </summary>
[Door]
public sealed class ZoneStatistic : IZoneRow
{
    /// <summary>Export value in US dollars.</summary>
    public const string ExportUsd = "export-usd";

    /// <summary>Output in 10,000 yuan.</summary>
    public const string OutputTenThousandYuan = "output-10k-yuan";

    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <summary>What is counted.</summary>
    public required string Name { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The value, in the unit that the name says.</summary>
    public required decimal Value { get; init; }

    /// <summary>Where it is from.</summary>
    public required string Source { get; init; }
}
