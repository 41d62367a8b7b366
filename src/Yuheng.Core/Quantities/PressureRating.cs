using System.Text.Json.Serialization;

namespace Yuheng.Core.Quantities;

/// <summary>How a valve's pressure is designated.</summary>
[JsonConverter(typeof(KebabEnum<RatingKind>))]
public enum RatingKind
{
    /// <summary>PN of ISO 7268: PN16 is taken as a cold working pressure of 1.6 MPa.</summary>
    Pn,

    /// <summary>ASME class: its cold working pressure depends on the material and is not derived here.</summary>
    Class,

    /// <summary>Cold working pressure in psi for water, oil and gas: 600WOG.</summary>
    Wog,

    /// <summary>Maximum operating pressure in bar (EN 331): MOP5.</summary>
    Mop,

    /// <summary>A cold working pressure outside the PN series, as written.</summary>
    Pressure,
}

/// <summary>The pressure designation of a product, in canonical form, with the pressure that it stands for.</summary>
/// <param name="Kind">How it is designated.</param>
/// <param name="Number">The number of the designation: 16, 150, 600, 5.</param>
/// <param name="Unit">Only for <see cref="RatingKind.Pressure"/>: the unit as written.</param>
public sealed record PressureRating(RatingKind Kind, decimal Number, string? Unit = null)
{
    // ISO 7268 and GB/T 1048, with the numbers 20, 50, 110, 150, 260 and 420 of the former class equivalents.
    private static readonly decimal[] PnSeries =
        [2.5m, 6m, 10m, 16m, 20m, 25m, 40m, 50m, 63m, 100m, 110m, 150m, 160m, 250m, 260m, 320m, 400m, 420m];

    private static readonly decimal[] ClassSeries = [125m, 150m, 250m, 300m, 400m, 600m, 800m, 900m, 1500m, 2500m,
        4500m];

    private static readonly decimal[] MopSeries = [0.2m, 0.5m, 1m, 5m, 20m];

    /// <summary>Reads <c>PN16</c>, <c>1.6MPa</c>, <c>16bar</c>, <c>Class 150</c>, <c>600WOG</c>, <c>MOP5</c>.</summary>
    /// <exception cref="Refused">A bare number, a designation outside its series, or a unit unknown here.</exception>
    public static PressureRating Read(string? text, string field = "pn")
    {
        var folded = NumberText.Fold(text);
        var upper = folded.ToUpperInvariant();
        if (folded.Length == 0)
        {
            throw new Refused("refused.quantities.rating-missing") { Field = field };
        }

        if (After(upper, "PN") is { } pn)
        {
            return InSeries(RatingKind.Pn, pn, PnSeries, field);
        }

        if ((After(upper, "CLASS") ?? After(upper, "CL") ?? Before(upper, "LB") ?? Before(
            upper, "#")) is { } pressureClass)
        {
            return InSeries(RatingKind.Class, pressureClass, ClassSeries, field);
        }

        if (After(upper, "MOP") is { } mop)
        {
            return InSeries(RatingKind.Mop, mop, MopSeries, field);
        }

        if ((Before(upper, "WOG") ?? Before(upper, "CWP")) is { } wog)
        {
            var psi = NumberText.ReadDecimal(wog, field);
            return psi is > 0 and <= 20000 ? new PressureRating(RatingKind.Wog, psi) : throw Unknown(folded, field);
        }

        return OfPressure(Pressure.Read(folded, field), field);
    }

    /// <summary>A PN number given as a number.</summary>
    /// <exception cref="Refused">Not of the PN series.</exception>
    public static PressureRating OfPn(decimal pn, string field = "pn") =>
        InSeries(RatingKind.Pn, NumberText.Show(pn), PnSeries, field);

    /// <summary>
    /// The cold working pressure, or null for a class: there it needs the material's rating at 38 °C (ASME B16.34).
    /// </summary>
    [JsonIgnore]
    public Reading? ColdWorkingPressure => Kind switch
    {
        RatingKind.Pn => new Reading(Number / 10m, "MPa"),
        RatingKind.Wog => new Reading(Number, "psi"),
        RatingKind.Mop => new Reading(Number, "bar"),
        RatingKind.Pressure => new Reading(Number, Unit!),
        _ => null,
    };

    /// <summary>The canonical form that is stored and shown back.</summary>
    public override string ToString() => Kind switch
    {
        RatingKind.Pn => "PN" + NumberText.Show(Number),
        RatingKind.Class => "Class " + NumberText.Show(Number),
        RatingKind.Wog => NumberText.Show(Number) + "WOG",
        RatingKind.Mop => "MOP" + NumberText.Show(Number),
        _ => NumberText.Show(Number) + " " + Unit,
    };

    // 1.6 MPa and 16 bar are PN16; a pressure outside the series stays what it is.
    private static PressureRating OfPressure(Reading pressure, string field)
    {
        if (pressure.Value == 0)
        {
            throw Unknown(pressure.ToString(), field);
        }

        var bar = pressure.In("bar");
        foreach (var pn in PnSeries)
        {
            if (bar.CompareTo(Ratio.Of(pn)) == 0)
            {
                return new PressureRating(RatingKind.Pn, pn);
            }
        }

        return new PressureRating(RatingKind.Pressure, pressure.Value, pressure.Unit);
    }

    private static PressureRating InSeries(RatingKind kind, string text, decimal[] series, string field)
    {
        var number = NumberText.ReadDecimal(text, field);
        var at = Array.IndexOf(series, number);
        return at >= 0 ? new PressureRating(kind, series[at]) : throw Unknown(text, field);
    }

    private static string? After(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..].Trim() : null;

    private static string? Before(string text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) ? text[..^word.Length].Trim() : null;

    private static Refused Unknown(string understood, string field) =>
        new("refused.quantities.rating-unknown", understood) { Field = field };
}
