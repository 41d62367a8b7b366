using System.Collections.Frozen;

namespace Yuheng.Core.Quantities;

/// <summary>A unit with its exact factor to the base unit of its dimension.</summary>
/// <param name="Code">As it is written in packs and answers (<c>mm3/s</c>).</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">How many base units one of it is, exactly.</param>
public sealed record Unit(string Code, Dimension Dimension, Ratio Factor)
{
    private static readonly Unit[] All =
    [
        Of("Pa", Dimension.Pressure, 1m), Of("kPa", Dimension.Pressure, 1000m), Of("MPa", Dimension.Pressure, 1000000m),
        Of("bar", Dimension.Pressure, 100000m), Of("mbar", Dimension.Pressure, 100m),
        // The pound-force by definition (0.45359237 kg × 9.80665 m/s²) over the square inch (0.0254 m)².
        Of("psi", Dimension.Pressure, 4.4482216152605m, 0.00064516m),
        Of("kgf/cm2", Dimension.Pressure, 98066.5m),
        Of("mm3/s", Dimension.Leakage, 1m), Of("mm3/min", Dimension.Leakage, 1m, 60m),
        Of("ml/s", Dimension.Leakage, 1000m), Of("ml/min", Dimension.Leakage, 1000m, 60m),
        Of("ml/h", Dimension.Leakage, 1000m, 3600m), Of("l/min", Dimension.Leakage, 1000000m, 60m),
        Of("l/h", Dimension.Leakage, 1000000m, 3600m),
        Of("m3/h", Dimension.Leakage, 1000000000m, 3600m), Of("scfh", Dimension.Leakage, 28316846.592m, 3600m),
        Of("drops/s", Dimension.Drops, 1m), Of("drops/min", Dimension.Drops, 1m, 60m),
        Of("bubbles/s", Dimension.Bubbles, 1m), Of("bubbles/min", Dimension.Bubbles, 1m, 60m),
        Of("drops", Dimension.DropCount, 1m), Of("bubbles", Dimension.BubbleCount, 1m),
        Of("mm", Dimension.Length, 1m), Of("um", Dimension.Length, 0.001m), Of("cm", Dimension.Length, 10m),
        Of("m", Dimension.Length, 1000m), Of("in", Dimension.Length, 25.4m),
        Of("s", Dimension.Time, 1m), Of("min", Dimension.Time, 60m), Of("h", Dimension.Time, 3600m),
        Of("%", Dimension.MassShare, 1m), Of("mg/kg", Dimension.MassShare, 0.0001m),
        Of("ug/L", Dimension.Concentration, 1m), Of("mg/L", Dimension.Concentration, 1000m),
        Of("ug", Dimension.Mass, 1m), Of("mg", Dimension.Mass, 1000m), Of("g", Dimension.Mass, 1000000m),
        Of("kg", Dimension.Mass, 1000000000m),
        Of("mm3", Dimension.Volume, 1m), Of("ml", Dimension.Volume, 1000m),
        Of("C", Dimension.Temperature, 1m), Of("N", Dimension.Force, 1m), Of("kN", Dimension.Force, 1000m),
        Of("N.m", Dimension.Torque, 1m), Of("l/s", Dimension.Flow, 1m),
        Of("cycles", Dimension.Count, 1m), Of("1", Dimension.Count, 1m),
    ];

    // Other ways to write the same unit; mmHg is deliberately absent: it is not a unit of valve testing.
    private static readonly (string Written, string Code)[] Spellings =
    [
        ("psig", "psi"), ("barg", "bar"), ("kg/cm2", "kgf/cm2"), ("kgf/cm\u00B2", "kgf/cm2"), ("N/mm2", "MPa"),
        ("mm\u00B3/s", "mm3/s"), ("mm\u00B3/min", "mm3/min"), ("cm3/min", "ml/min"), ("cm\u00B3/min", "ml/min"),
        ("cc/min", "ml/min"), ("cm3/h", "ml/h"), ("cm\u00B3/h", "ml/h"), ("cc/h", "ml/h"), ("mL/min", "ml/min"),
        ("mL/h", "ml/h"), ("mL/s", "ml/s"), ("cm3/s", "ml/s"), ("L/min", "l/min"), ("L/h", "l/h"),
            ("m\u00B3/h", "m3/h"),
        ("drop/min", "drops/min"), ("drop/s", "drops/s"), ("bubble/min", "bubbles/min"), ("bubble/s", "bubbles/s"),
        ("drop", "drops"), ("bubble", "bubbles"), ("inch", "in"), ("\"", "in"), ("sec", "s"), ("ppm", "mg/kg"),
        ("ug/l", "ug/L"), ("ppb", "ug/L"), ("mg/l", "mg/L"), ("\u00B0C", "C"), ("Nm", "N.m"), ("N\u00B7m", "N.m"),
        ("L/s", "l/s"), ("cm3", "ml"), ("mL", "ml"), ("mm\u00B3", "mm3"),
    ];

    private static readonly FrozenDictionary<string, Unit> Known = Build();

    /// <summary>The unit of a code or a common spelling of it. Case counts: <c>mPa</c> is not <c>MPa</c>.</summary>
    /// <exception cref="Refused">No unit is given, or it is not one that is judged in.</exception>
    public static Unit Read(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new Refused("refused.quantities.unit-missing") { Field = field };
        }

        return Known.TryGetValue(text, out var exact) || Known.TryGetValue(NumberText.Fold(text), out exact)
            ? exact
            : throw new Refused("refused.quantities.unit-unknown", NumberText.Fold(text)) { Field = field };
    }

    /// <summary>The unit of a code that a pack or a record has already been checked for.</summary>
    public static Unit Get(string code) => Known[code];

    private static Unit Of(string code, Dimension dimension, decimal factor, decimal divisor = 1m) =>
        new(code, dimension, Ratio.Of(factor) / Ratio.Of(divisor));

    private static FrozenDictionary<string, Unit> Build()
    {
        var known = All.ToDictionary(u => u.Code, StringComparer.Ordinal);
        foreach (var (written, code) in Spellings)
        {
            known.Add(written, known[code]);
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
