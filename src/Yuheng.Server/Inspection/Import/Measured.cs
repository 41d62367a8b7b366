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
    public static Outcome<(string Text, decimal Value)> Read(string given)
    {
        var text = CellText.Clean(given);
        if (!Plain().IsMatch(text))
        {
            var comma = text.Replace(',', '.');
            return Outcome.Bad<(string, decimal)>(
                "reading-not-a-number", Plain().IsMatch(comma) ? comma.TrimStart('-') : null, given.Trim());
        }

        var value = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? Outcome.Bad<(string, decimal)>("reading-negative", null, text)
            : value > ImportLimits.Reading ? Outcome.Bad<(string, decimal)>(
                "reading-too-large", null, text, ImportLimits.Reading.ToString("F0", CultureInfo.InvariantCulture))
            : Outcome.Of((text, value), Outcome.UnlessSame(given, text));
    }

    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,9})?$")]
    private static partial Regex Plain();
}
