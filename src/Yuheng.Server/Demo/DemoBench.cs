using System.Globalization;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Server.Demo;

/// <summary>
/// A bench that reads synthetic pieces: each requirement of a plan on each piece, under good conditions.
/// </summary>
internal sealed class DemoBench(DemoChance chance)
{
    /// <summary>The gauge that the laboratory's readings name.</summary>
    public const string Gauge = "YB-0137";

    /// <summary>Calibration of that gauge; long, because the demo's year moves with the day of its making.</summary>
    public static readonly DateOnly GaugeDue = new(2099, 12, 31);

    private const int LeakOfAFailure = 16;

    /// <summary>One observation that conforms, or fails where asked.</summary>
    public Observation Read(Requirement requirement, int ordinal, Circumstances at, bool fails)
    {
        var observation = new Observation
        {
            Id = at.Id.ToString(),
            Characteristic = requirement.Id,
            Specimen = ordinal.ToString(CultureInfo.InvariantCulture),
            Medium = requirement.Medium,
            Day = Registry.Zones.DayOf(at.Time),
            Time = at.Time,
            Person = at.Person,
            Gauge = Gauge,
            GaugeDue = GaugeDue,
        };
        observation = requirement.TestPressure is { } pressure
            ? observation with { Pressure = Above(pressure), Hold = Held(requirement), Observed = Held(requirement) }
            : observation;
        return requirement.Limit?.Kind switch
        {
            LimitKind.Composition => observation with { Elements = Analysis(requirement.Limit.Elements) },
            LimitKind.Attribute => observation with
            {
                Finding = fails ? Finding.DoesNotConform : Finding.Conforms,
                Gauge = null,
                GaugeDue = null,
            },
            LimitKind.Minimum or LimitKind.Range or LimitKind.Maximum when requirement.TestPressure is null =>
                observation with { Value = Within(requirement.Limit, fails) },
            _ => observation with
            {
                Value = new Reading(fails ? LeakOfAFailure : 0, requirement.Medium == "gas" ? "bubble" : "drop"),
            },
        };
    }

    private Reading Above(PressureDemand demand)
    {
        var room = demand.Max is { } max ? (max.Value - demand.Min.Value) / 3 : demand.Min.Value * 0.03m;
        var value = demand.Min.Value + (room * chance.Below(100) / 100);
        return demand.Min with { Value = decimal.Round(value + 0.004m, 2) };
    }

    private Reading Held(Requirement requirement) =>
        new((requirement.MinDurationSeconds ?? 15) + chance.Below(4), "s");

    private static IReadOnlyList<ElementReading> Analysis(IReadOnlyList<ElementLimit> limits) =>
        [.. limits.Select(l => new ElementReading(l.Element, ((l.Min ?? 0) + (l.Max ?? l.Min ?? 0)) / 2))];

    private static Reading Within(RequirementLimit limit, bool fails)
    {
        var value = (limit.Lower, limit.Upper) switch
        {
            ({ } lower, { } upper) => fails ? upper * 1.1m : (lower + upper) / 2,
            ({ } lower, null) => fails ? lower * 0.8m : lower * 1.1m,
            (null, { } upper) => fails ? upper * 1.2m : upper * 0.8m,
            _ => 0,
        };
        return new Reading(decimal.Round(value, 2), limit.Unit!);
    }
}

/// <summary>When, by whom and under which id something was read.</summary>
internal sealed record Circumstances(Guid Id, DateTimeOffset Time, string Person);
