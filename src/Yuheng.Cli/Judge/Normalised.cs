using System.Globalization;

namespace Yuheng.Cli.Judge;

/// <summary>
/// A decimal as general decimal arithmetic writes its reduced form: no trailing zeros, <c>6E+4</c> for 60,000.
/// </summary>
internal static class Normalised
{
    /// <summary>The reduced text.</summary>
    public static string Text(decimal value)
    {
        var reduced = value / 1.0000000000000000000000000000m;
        if (reduced == 0)
        {
            return "0";
        }

        var digits = decimal.Abs(reduced).ToString(CultureInfo.InvariantCulture)
            .Replace(".", "", StringComparison.Ordinal);
        var exponent = -reduced.Scale;
        var significant = digits.TrimStart('0');
        if (exponent == 0 && significant.EndsWith('0'))
        {
            var trimmed = significant.TrimEnd('0');
            exponent = significant.Length - trimmed.Length;
            significant = trimmed;
        }

        var adjusted = exponent + significant.Length - 1;
        if (exponent <= 0 && adjusted >= -6)
        {
            return reduced.ToString(CultureInfo.InvariantCulture);
        }

        var mantissa = significant.Length == 1 ? significant : significant[..1] + "." + significant[1..];
        var sign = reduced < 0 ? "-" : "";
        var power = Math.Abs(adjusted).ToString(CultureInfo.InvariantCulture);
        return sign + mantissa + (adjusted < 0 ? "E-" : "E+") + power;
    }
}
