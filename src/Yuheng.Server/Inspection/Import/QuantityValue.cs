using System.Globalization;
using System.Text.RegularExpressions;

namespace Yuheng.Server.Inspection.Import;

/// <summary>A whole number of pieces.</summary>
internal static partial class QuantityValue
{
    /// <summary>Understands <c>1200</c>, <c>24,000</c>, <c>５０００</c>, <c>1200.00</c> and <c>1200只</c>.</summary>
    public static Taken<int> Read(string given)
    {
        var text = CellText.Clean(given);
        var (number, unit) = WithoutUnit(text);
        var plain = Grouped().IsMatch(number) ? number.Replace(",", "").Replace(" ", "") : number;
        if (!Whole().Match(plain).Success)
        {
            return NotWhole(given, text);
        }

        var digits = plain.TrimStart('+').Split('.')[0];
        // A number too long for decimal is above the limit all the same.
        if (digits.Length > 20 || decimal.Parse(digits, CultureInfo.InvariantCulture) > ImportLimits.Quantity)
        {
            return Taken.Bad<int>(
                "quantity-too-large", null, text, ImportLimits.Quantity.ToString("N0", CultureInfo.InvariantCulture));
        }

        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        if (value <= 0)
        {
            return Taken.Bad<int>("quantity-not-positive", null, text);
        }

        var shown = value.ToString(CultureInfo.InvariantCulture);
        return Taken.Of(
            (int)value, unit is null ? Taken.UnlessSame(given, shown) : Taken.Understood(given, shown));
    }

    private static (string Number, string? Unit) WithoutUnit(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        return end is 0 || end == text.Length || Words.UnitList.Find(text[end..]) is null
            ? (text, null)
            : (text[..end], text[end..].Trim());
    }

    private static Taken<int> NotWhole(string given, string text)
    {
        var unit = Words.UnitList.Words.FirstOrDefault(word => text.EndsWith(word.Zh, StringComparison.Ordinal));
        var words = unit is null ? text : text[..^unit.Zh.Length];
        if (Words.All.Numerals.Value(words) is { } meant)
        {
            return Taken.Bad<int>("quantity-in-words", meant.ToString(CultureInfo.InvariantCulture), given.Trim());
        }

        return Fraction().IsMatch(text)
            ? Taken.Bad<int>("quantity-not-whole", null, text)
            : Taken.Bad<int>("quantity-not-a-number", null, text);
    }

    [GeneratedRegex(@"^\d{1,3}([, ]\d{3})+(\.0+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?\d+(\.0+)?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?\d*[.,]\d+$")]
    private static partial Regex Fraction();
}
