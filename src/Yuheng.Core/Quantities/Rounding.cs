using System.Text.Json.Serialization;

namespace Yuheng.Core.Quantities;

/// <summary>How a result is rounded before it is compared; the standard names it, nobody else.</summary>
[JsonConverter(typeof(KebabEnum<RoundingMethod>))]
public enum RoundingMethod
{
    /// <summary>
    /// Not rounded: the whole value is compared (GB/T 8170 4.3.2, full-value comparison; ASTM E29 absolute).
    /// </summary>
    Absolute,

    /// <summary>Rounded to the limit's last place, a lone 5 to the even digit (GB/T 8170 3.2).</summary>
    GbT8170,

    /// <summary>Rounded to the limit's last place, a lone 5 to the even digit (ASTM E29 rounding method).</summary>
    AstmE29,
}

/// <summary>A rounding method with the number of decimals of the limit.</summary>
/// <param name="Method">The named method.</param>
/// <param name="Decimals">Decimals of the limit as the standard prints it.</param>
public sealed record Rounding(RoundingMethod Method, int Decimals = 0)
{
    /// <summary>
    /// The value that is compared. Works on the exact fraction: 0.255 has a lone 5, 0.2550001 has not.
    /// </summary>
    public Ratio Apply(Ratio value) => Method == RoundingMethod.Absolute ? value : Ratio.Of(value.Round(Decimals));
}
