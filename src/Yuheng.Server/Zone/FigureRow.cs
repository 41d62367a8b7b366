using Yuheng.Core.Indicators;
using Yuheng.Server.Data;

namespace Yuheng.Server.Zone;

/// <summary>
/// One lot as the indicators see it: what the sums, the rows behind a figure and the export are made of.
/// </summary>
public sealed class FigureRow : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required Guid LotId { get; init; }

    /// <summary>Order of declaration; pages of rows follow it.</summary>
    public required long Seq { get; init; }

    public required Guid FirmId { get; init; }

    public required string Number { get; init; }

    public required string Family { get; init; }

    /// <summary>Day of the first verdict, or of declaration, as a day number.</summary>
    public required int Day { get; init; }

    /// <summary>Its month: year times twelve plus month less one.</summary>
    public required int Month { get; init; }

    public required SamplingFrame Frame { get; init; }

    public required RowVerdict Verdict { get; init; }

    /// <summary>Frozen chance of inspection.</summary>
    public required double Probability { get; init; }

    public required long MainTested { get; init; }

    public required long MainFailed { get; init; }

    public required int Tests { get; init; }

    public required int FailedTests { get; init; }

    public required long ValueCents { get; init; }

    public required int Flags { get; init; }

    /// <summary>Risk grade at planning.</summary>
    public required string Band { get; init; }

    /// <summary>Chance of failure that the risk model gave then.</summary>
    public required double Expected { get; init; }

    /// <summary>Characteristics tested, comma-separated, a failed one with an exclamation mark.</summary>
    public required string Items { get; init; }

    /// <summary>The row as the engine counts it.</summary>
    public LotRow AsLotRow() => new(
        0, Day, Frame, Verdict, Probability, (ulong)MainTested, (ulong)MainFailed, Tests, FailedTests, ValueCents,
        (RowFlags)Flags);

    /// <summary>The month of a day.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>The first day of a month.</summary>
    public static DateOnly FirstOf(int month) => new(month / 12, (month % 12) + 1, 1);
}

/// <summary>The tally of a day, by family, frame and risk band; made anew whenever one of its rows changes.</summary>
public sealed class DayTally : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required int Day { get; init; }

    public required string Family { get; init; }

    public required SamplingFrame Frame { get; init; }

    public required string Band { get; init; }

    /// <summary>The engine's tally in its own bytes.</summary>
    public required byte[] Tally { get; init; }

    /// <summary>Failures that the risk model expected.</summary>
    public required double Expected { get; init; }
}

/// <summary>Judged and failed lots of a firm's month.</summary>
public sealed class FirmMonthTally : IFirmRow
{
    public required Guid ZoneId { get; init; }

    public required int Month { get; init; }

    public required Guid FirmId { get; init; }

    public required string Family { get; init; }

    public required long Lots { get; init; }

    public required long Failed { get; init; }
}

/// <summary>How far the figures have read the journal.</summary>
internal sealed class ZoneCursor : IZoneRow
{
    public required Guid ZoneId { get; init; }

    public required string Name { get; init; }

    public required long Seq { get; set; }
}

/// <summary>Value exported in a month, as entered from an official source: the denominator of K06 to K09.</summary>
public sealed class ExportFigure : IZoneRow, IVersionedRow
{
    public required Guid ZoneId { get; init; }

    public required int Month { get; init; }

    public required long ValueCents { get; set; }

    /// <summary>Where the number is from.</summary>
    public required string Source { get; set; }

    public required Guid SetBy { get; set; }

    public int Version { get; set; }
}
