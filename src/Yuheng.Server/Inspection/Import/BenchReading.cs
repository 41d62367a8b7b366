using Yuheng.Core.Quantities;

namespace Yuheng.Server.Inspection.Import;

/// <summary>
/// One test of one unit as a bench recorded it. Raw: whether it is valid or passed is judged elsewhere.
/// </summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="LotNumber">The firm's lot number as text.</param>
/// <param name="Sample">Number of the unit in the drawn list, from 1.</param>
/// <param name="Test">shell, seat-liquid, seat-gas-low, backseat.</param>
/// <param name="Medium">water, air, nitrogen, kerosene: words that the catalogue knows as liquid or gas.</param>
/// <param name="StartedAt">When it began, UTC.</param>
internal sealed record BenchReading(
    int Row, string LotNumber, int Sample, string Test, string Medium, DateTimeOffset StartedAt)
{
    /// <summary>Test pressure.</summary>
    public required Reading Pressure { get; init; }

    /// <summary>How long the pressure was held.</summary>
    public required Reading Hold { get; init; }

    /// <summary>What leaked; a count of drops or bubbles belongs to the observation time.</summary>
    public required Reading Leakage { get; init; }

    /// <summary>How long leakage was watched; null where the bench does not say.</summary>
    public Reading? Observation { get; init; }

    /// <summary>Who ran the test.</summary>
    public required string Operator { get; init; }

    /// <summary>The gauge that showed the pressure.</summary>
    public required string Gauge { get; init; }

    /// <summary>The bench.</summary>
    public string Bench { get; init; } = "";

    /// <summary>The operator's note.</summary>
    public string Note { get; init; } = "";

    /// <summary>How cells were understood.</summary>
    public IReadOnlyList<Understood> Remarks { get; init; } = [];
}
