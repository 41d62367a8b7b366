using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>Limits and conditions in words.</summary>
[Door]
public static class LimitText
{
    /// <summary>A limit: <c>at least 2.6 mm</c>.</summary>
    public static string Of(T t, Requirement requirement) =>
        requirement.Limit switch
        {
            null => requirement.Unknown is { } unknown ? t.Say(unknown) : t["shell.none"],
            { Kind: LimitKind.NoneVisible } => t["testing.limit.none-visible"],
            { Kind: LimitKind.Attribute } => t["testing.limit.attribute"],
            { Kind: LimitKind.Composition } limit => t[
                "testing.limit.composition",
                string.Join(", ", limit.Elements.Select(e => Element(t, e)))
            ],
            { Lower: { } lower, Upper: { } upper } limit => t[
                "testing.limit.range",
                Show(lower),
                Show(upper),
                limit.Unit ?? ""
            ],
            { Lower: { } lower } limit => t["testing.limit.least", Show(lower), limit.Unit ?? ""],
            { Upper: { } upper } limit => t["testing.limit.most", Show(upper), limit.Unit ?? ""],
            _ => t["shell.none"],
        };

    /// <summary>Where it is written.</summary>
    public static string Clause(Requirement requirement) =>
        $"{requirement.Standard}-{requirement.Edition} {requirement.Clause}";

    /// <summary>The pressure that a test must have.</summary>
    public static string Pressure(T t, Requirement requirement) =>
        requirement.TestPressure switch
        {
            null => "",
            { Max: { } max } demand => t["testing.limit.between", demand.Min.ToString(), max.ToString()],
            var demand => t["testing.limit.at-least", demand.Min.ToString()],
        };

    /// <summary>The time that a test must last.</summary>
    public static string Duration(T t, Requirement requirement) =>
        requirement.MinDurationSeconds is { } seconds
            ? t["testing.limit.at-least", TestColumn.Text(seconds) + " s"]
            : "";

    private static string Element(T t, ElementLimit e) =>
        (e.Min, e.Max) switch
        {
            ({ } min, { } max) => $"{e.Element} {Show(min)}–{Show(max)} %",
            ({ } min, null) => $"{e.Element} {t["testing.limit.least", Show(min), "%"]}",
            (null, { } max) => $"{e.Element} {t["testing.limit.most", Show(max), "%"]}",
            _ => e.Element,
        };

    private static string Show(decimal value) => NumberText.Show(value);
}
