using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core.Sampling;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Where a series of lots stands under the switching rules: one for each firm, product family and group of
/// characteristics. The mode decides whether a lot is inspected, this decides how hard.
/// </summary>
[Door]
public sealed class SeverityState : IFirmRow, IVersionedRow
{
    /// <inheritdoc/>
    public required Guid ZoneId { get; init; }

    /// <inheritdoc/>
    public required Guid FirmId { get; init; }

    /// <summary>Product family: the type that packs know.</summary>
    public required string Family { get; init; }

    /// <summary>Group of characteristics.</summary>
    public required string SeriesGroup { get; init; }

    /// <summary>normal, tightened, reduced, discontinued.</summary>
    public required string Severity { get; set; }

    /// <summary>The engine's state as JSON.</summary>
    public required string State { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>Reads and moves the series.</summary>
[Door]
public sealed class SeverityStates(Database database)
{
    /// <summary>Severity of each group of a lot's series; a group without a row is on normal.</summary>
    public async Task<IReadOnlyDictionary<string, Severity>> Of(Lot lot, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(lot.ZoneId));
        var rows = await db.Set<SeverityState>()
            .Where(s => s.FirmId == lot.FirmId && s.Family == lot.ValveType)
            .Select(s => new { s.SeriesGroup, s.Severity })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.SeriesGroup, r => Enum.Parse<Severity>(r.Severity, ignoreCase: true));
    }

    /// <summary>Takes a judged lot into account.</summary>
    internal static async Task Take(Work work, Lot lot, SeriesLot judged, CancellationToken cancellation)
    {
        var row = await work
            .Db.Set<SeverityState>()
            .SingleOrDefaultAsync(
                s => s.FirmId == lot.FirmId && s.Family == lot.ValveType && s.SeriesGroup == judged.Group,
                cancellation
            );
        var state = row is null
            ? new SwitchingState(judged.Agreement, Severity.Normal)
            : JsonSerializer.Deserialize<SwitchingState>(row.State)!;
        var next = Switching.Step(state, judged.Outcome).State;
        if (row is null)
        {
            row = new SeverityState
            {
                ZoneId = lot.ZoneId,
                FirmId = lot.FirmId,
                Family = lot.ValveType,
                SeriesGroup = judged.Group,
                Severity = "",
                State = "",
            };
            work.Db.Add(row);
        }

        row.Severity = next.Severity.ToString().ToLowerInvariant();
        row.State = JsonSerializer.Serialize(next);
    }
}

/// <summary>What one judged lot tells a series.</summary>
/// <param name="Group">The group.</param>
/// <param name="Agreement">What the series is inspected by.</param>
/// <param name="Outcome">What was found.</param>
[Door]
internal sealed record SeriesLot(string Group, InspectionAgreement Agreement, LotOutcome Outcome);
