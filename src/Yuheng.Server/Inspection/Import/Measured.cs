using System.Globalization;
using System.Text.RegularExpressions;

namespace Yuheng.Server.Inspection.Import;

/// <summary>A raw reading: the digits that were typed, their value and their unit. Nothing is converted here.</summary>
/// <param name="Text">Digits as written: <c>2.40</c>.</param>
/// <param name="Value">The same with its scale.</param>
/// <param name="Unit">Code of the unit: MPa, s, drops.</param>
internal sealed record Measured(string Text, decimal Value, string Unit);

/// <summary>Reads plain decimals: no exponent, no thousands, nothing below zero, no NaN.</summary>
internal static partial class Decimals
{
    /// <summary>The digits and the value of a cell that may not be negative.</summary>
    public static Taken<(string Text, decimal Value)> Read(string given)
    {
        var text = CellText.Clean(given);
        if (!Plain().IsMatch(text))
        {
            var comma = text.Replace(',', '.');
            return Taken.Bad<(string, decimal)>(
                "reading-not-a-number", Plain().IsMatch(comma) ? comma.TrimStart('-') : null, given.Trim());
        }

        var value = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? Taken.Bad<(string, decimal)>("reading-negative", null, text)
            : value > ImportLimits.Reading ? Taken.Bad<(string, decimal)>(
                "reading-too-large", null, text, ImportLimits.Reading.ToString("F0", CultureInfo.InvariantCulture))
            : Taken.Of((text, value), Taken.UnlessSame(given, text));
    }

    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,9})?$")]
    private static partial Regex Plain();
}
