using System.Globalization;
using System.Text.RegularExpressions;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Reads plain decimals: no exponent, no thousands, nothing below zero, no NaN.</summary>
internal static partial class Decimals
{
    /// <summary>The value of a cell that may not be negative, its digits kept: 2.40 is not 2.4.</summary>
    public static Taken<decimal> Read(string given)
    {
        var text = CellText.Clean(given);
        if (!Plain().IsMatch(text))
        {
            var comma = text.Replace(',', '.');
            return Taken.Bad<decimal>(
                "reading-not-a-number", Plain().IsMatch(comma) ? comma.TrimStart('-') : null, given.Trim());
        }

        var value = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? Taken.Bad<decimal>("reading-negative", null, text)
            : value > ImportLimits.Reading ? Taken.Bad<decimal>(
                "reading-too-large", null, text, ImportLimits.Reading.ToString("F0", CultureInfo.InvariantCulture))
            : Taken.Of(value, Taken.UnlessSame(given, text));
    }

    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,9})?$")]
    private static partial Regex Plain();
}
