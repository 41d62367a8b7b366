using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Server.Requirements;

/// <summary>One line of a pack as it is read: section, what, how much, where it stands, how sure.</summary>
public sealed record PackLine(string Section, string Subject, string Value, string Clause, Confidence Confidence);

/// <summary>A line in two versions of a document; one side is null where the line is new or gone.</summary>
public sealed record PackDifference(string Section, string Subject, string? Before, string? After);

/// <summary>A pack laid out as lines, so that it can be read and two editions compared line by line.</summary>
public static class PackLines
{
    /// <summary>Edition of documents that are cited without one.</summary>
    public const string Undated = "undated";

    /// <summary>All lines of a pack.</summary>
    public static IReadOnlyList<PackLine> Of(Pack pack) =>
    [
        .. pack.Requirements.Select(
            r => new PackLine("requirements", r.Id, RequirementValue(r), r.Clause, Of(pack, r.Confidence))),
        .. pack.Pressures.Select(
            p => new PackLine("pressures", PressureSubject(p), PressureValue(p), p.Clause, Of(pack, p.Confidence))),
        .. pack.Durations.Select(
            d => new PackLine("durations", d.Test + " / " + d.Valves, Bands(d), d.Clause, Of(pack, d.Confidence))),
        .. Rates(pack),
        .. pack.LeakRows.Select(
            r => new PackLine("leakage", LeakSubject(r), LeakValue(r), r.Clause, Of(pack, r.Confidence))),
        .. pack.RequiredTests.Select(
            r => new PackLine("required-tests", string.Join(", ", r.ValveTypes) + " / " + r.Range,
            string.Join("; ", r.Tests.Select(t => t.Key + ": " + t.Value)), r.Clause, Of(pack, r.Confidence))),
        .. pack.Scopes.Select(s =>
            new PackLine("scope", Listed([.. s.ValveTypes, .. s.Materials]), ScopeValue(s), s.Clause,
            Of(pack, s.Confidence))),
        .. pack.Alloys.Select(a =>
            new PackLine("alloys", a.Name, string.Join("; ", a.Elements.Select(Element)), a.Clause,
            Of(pack, a.Confidence))),
        .. pack.Releases.Select(r => new PackLine("releases", ReleaseSubject(r),
            r.Limit is { } limit ? "<= " + Number(limit) + " " + r.Unit : "-", r.Clause, Of(pack, r.Confidence))),
        .. pack.Threads.Select(t => new PackLine("threads", t.Size,
            $"{t.Tpi} tpi, d {Number(t.MajorDiameter)} mm, "
                + $"{Number(t.GaugeLength ?? 0)} ± {Number(t.GaugeTolerance ?? 0)} mm", "",
            t.Confidence)),
        .. pack.Walls.Select(w =>
            new PackLine("walls", $"Class {Number(w.Class)}, d <= {Number(w.DiameterTo ?? decimal.MaxValue)}",
            $"{Number(w.Slope)} d + {Number(w.Offset)} mm", w.Clause, w.Confidence)),
        .. pack.SpotChecks.Select(s => new PackLine("spot-checks", Listed(s.Products) + " >= " + (s.StockFrom ?? 0),
            s.LotShare is { } share ? Number(share * 100) + " %"
                : $"{s.Tested} + {s.Reserve}", s.Clause, Of(pack, s.Confidence))),
        .. pack.DatedRules.Select(r => new PackLine("dated", r.Rule,
            Day(r.From) + " – " + Day(r.To) + (r.Limit is { } limit ? ", " + Number(limit) + " " + r.Unit : ""),
                r.Clause,
            Of(pack, r.Confidence))),
        .. pack.Numbers.Select(n =>
            new PackLine("numbers", n.Key, string.Join(", ", n.Value.Select(Number)), "", pack.Confidence)),
    ];

    /// <summary>What is different between two documents, line by line.</summary>
    public static IReadOnlyList<PackDifference> Differences(Pack before, Pack after)
    {
        var old = Of(before);
        var now = Of(after);
        return
        [
            .. old.Concat(now).Select(l => (l.Section, l.Subject)).Distinct()
                .Select(key => new PackDifference(key.Section, key.Subject, Value(old, key), Value(now, key)))
                .Where(d => d.Before != d.After),
        ];
    }

    private static string? Value(IReadOnlyList<PackLine> lines, (string Section, string Subject) key)
    {
        var found = lines.Where(l => (l.Section, l.Subject) == key).Select(l => l.Value).ToList();
        return found.Count == 0 ? null : string.Join(" | ", found);
    }

    private static IEnumerable<PackLine> Rates(Pack pack) => pack.LeakRates is not { } rates
        ? []
        : rates.Liquid.Select(k => Rate("liquid", k)).Concat(rates.Gas.Select(k => Rate("gas", k)))
            .Concat(rates.DefaultBySeat.Select(d => new PackLine("leakage", "default / " + d.Key, d.Value, rates.Clause,
                rates.DefaultConfidence ?? Confidence.Medium)))
            .Select(l => l.Clause.Length > 0 ? l : l with { Clause = rates.Clause, Confidence = pack.Confidence });

    private static PackLine Rate(string medium, KeyValuePair<string, decimal?> rate) =>
        new("leakage", medium + " / " + rate.Key,
        rate.Value is { } k ? Number(k) + " mm3/s × DN" : "none-visible", "", Confidence.High);

    private static string RequirementValue(RequirementRow row) => string.Join(", ", new[]
    {
        row.Limit switch
        {
            LimitKind.Maximum => "<= " + Number(row.Upper!.Value) + " " + row.Unit,
            LimitKind.Minimum => ">= " + Number(row.Lower!.Value) + " " + row.Unit,
            LimitKind.Range => Number(row.Lower!.Value) + " – " + Number(row.Upper!.Value) + " " + row.Unit,
            _ => row.Limit.ToString(),
        },
        row.FixedPressure is { } pressure ? ">= " + pressure : "",
        row.Seconds is { } seconds ? ">= " + seconds.ToString(CultureInfo.InvariantCulture) + " s" : "",
        row.From is { } from ? Day(from) : "",
    }.Where(part => part.Length > 0));

    private static string PressureSubject(PressureRow row) => string.Join(" / ", new[]
    {
        row.Test, Listed(row.Media), row.Material ?? "", row.Class is { } c ? "Class " + Number(c) : "",
        row.NpsFrom is { } from ? $"NPS {Number(from)}–{Number(row.NpsTo ?? from)}" : "",
    }.Where(part => part.Length > 0));

    private static string PressureValue(PressureRow row) => string.Join(", ", new[]
    {
        row.Multiplier is { } m ? Number(m) + " ×" : "",
        string.Join(", ", row.RoundUpTo.Select(r => "↑ " + Number(r.Value) + " " + r.Key)),
        row.Min is { } min ? Number(min) + (row.Max is { } max ? "–" + Number(max) : "") + " " + row.Unit : "",
    }.Where(part => part.Length > 0));

    private static string Bands(DurationRow row) => string.Join("; ", row.Bands.Select(b =>
        (b.DnTo is { } dn ? "DN <= " + dn.ToString(CultureInfo.InvariantCulture) : ">") + ": "
        + b.Seconds.ToString(CultureInfo.InvariantCulture) + " s"));

    private static string LeakSubject(LeakRow row) => Listed(row.Seats) + (row.Check ? " / check" : "")
        + (row.NpsAbove is { } above ? " / NPS > " + Number(above) : "") + (
            row.NpsTo is { } to ? " / NPS <= " + Number(to) : "");

    private static string LeakValue(LeakRow row) => string.Join("; ", row.Numbers.Select(n =>
        Number(n.Value) + " " + n.Unit + (row.PerNps ? " × NPS" : "")));

    private static string ScopeValue(ScopeRow row) => string.Join(", ", new[]
    {
        row.DnList.Count > 0 ? "DN " + string.Join(" ", row.DnList) : "",
        row.DnFrom is { } from ? "DN >= " + from.ToString(CultureInfo.InvariantCulture) : "",
        row.DnTo is { } to ? "DN <= " + to.ToString(CultureInfo.InvariantCulture) : "",
        row.PnList.Count > 0 ? "PN " + string.Join(" ", row.PnList.Select(Number)) : "",
        row.PnTo is { } pn ? "PN <= " + Number(pn) : "",
        row.MopList.Count > 0 ? "MOP " + string.Join(" ", row.MopList.Select(Number)) : "",
        row.TempFrom is { } cold ? ">= " + Number(cold) + " °C" : "",
        row.TempTo is { } hot ? "<= " + Number(hot) + " °C" : "",
    }.Where(part => part.Length > 0));

    private static string ReleaseSubject(ReleaseRow row) => row.Analyte + " / " + row.Device
        + (row.MainMaterial is { } material ? " / " + material : "") + (row.From is { } from ? " / " + Day(from) : "");

    private static string Element(ElementLimit limit) => limit.Element + " " + (limit switch
    {
        { Min: { } min, Max: { } max } => Number(min) + "–" + Number(max),
        { Min: { } min } => ">= " + Number(min),
        _ => "<= " + Number(limit.Max ?? 0),
    }) + " %";

    private static Confidence Of(Pack pack, Confidence? own) => own ?? pack.Confidence;

    private static string Listed(IReadOnlyList<string> words) => string.Join(", ", words);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";

    private static string Number(decimal value) => value == decimal.MaxValue ? "∞" : NumberText.Show(value);
}
