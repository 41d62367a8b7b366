using System.Text.Json.Serialization;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>What a person found where there is no number.</summary>
[JsonConverter(typeof(KebabEnum<Finding>))]
public enum Finding
{
    /// <summary>The characteristic conforms.</summary>
    Conforms,

    /// <summary>The characteristic does not conform.</summary>
    DoesNotConform,

    /// <summary>Nothing was seen for the whole time: a quality, not zero.</summary>
    NoneVisible,
}

/// <summary>One element of an analysis, percent by mass.</summary>
public sealed record ElementReading(string Element, decimal Percent);

/// <summary>
/// One observation of one specimen, as it was recorded: conditions, raw reading, gauge, time and person. Recorded facts
/// are
/// never altered; a correction is a later observation that names the one it replaces.
/// </summary>
public sealed record Observation
{
    /// <summary>Id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the characteristic: <c>shell</c>.</summary>
    public required string Characteristic { get; init; }

    /// <summary>The specimen: unit number, heat, report.</summary>
    public required string Specimen { get; init; }

    /// <summary>liquid or gas, as recorded.</summary>
    public string? Medium { get; init; }

    /// <summary>The test pressure as read.</summary>
    public Reading? Pressure { get; init; }

    /// <summary>How long the pressure was held.</summary>
    public Reading? Hold { get; init; }

    /// <summary>How long was watched or counted; the holding time where not recorded apart.</summary>
    public Reading? Observed { get; init; }

    /// <summary>The raw value: a count, a rate, a length.</summary>
    public Reading? Value { get; init; }

    /// <summary>What was found, where there is no number.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The analysis, for a composition.</summary>
    public IReadOnlyList<ElementReading> Elements { get => field ?? []; init; }

    /// <summary>Expanded uncertainty U of the value, in its unit.</summary>
    public decimal? Uncertainty { get; init; }

    /// <summary>Coverage factor k of U; 2 where none is given.</summary>
    public decimal? CoverageFactor { get; init; }

    /// <summary>The gauge used.</summary>
    public string? Gauge { get; init; }

    /// <summary>Last day on which the gauge's calibration is good.</summary>
    public DateOnly? GaugeDue { get; init; }

    /// <summary>The zone's day of the test.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The instant, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string Person { get; init; }

    /// <summary>The observation that this one corrects.</summary>
    public string? Replaces { get; init; }
}
