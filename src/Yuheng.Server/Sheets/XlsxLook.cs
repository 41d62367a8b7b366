using System.Globalization;

namespace Yuheng.Server.Sheets;

/// <summary>What the cells of a workbook refer to: its texts, its formats and the day it counts from.</summary>
/// <param name="Strings">Shared texts by index.</param>
/// <param name="Styles">Number formats by style index.</param>
/// <param name="Since1904">Days are counted from 1904 (old Macintosh workbooks) instead of 1900.</param>
internal sealed record XlsxLook(IReadOnlyList<string> Strings, IReadOnlyList<NumberLook> Styles, bool Since1904)
{
    /// <summary>Days between the two counts.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>The first day that OLE dates do not reach.</summary>
    private const double EndOfDays = 2_958_466;

    /// <summary>A stored number as its format shows it, without losing a digit.</summary>
    public Cell Number(string stored, int style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value))
        {
            return Cell.Of(stored);
        }

        var look = style < Styles.Count ? Styles[style] : NumberLook.General;
        var days = value + (Since1904 ? DaysTo1904 : 0);
        if (look.IsDate && days >= 0 && days < EndOfDays)
        {
            return new Cell(Day(days), CellKind.Date);
        }

        return new Cell(Shown(Plain(stored, value), look), CellKind.Number);
    }

    private static string Day(double days)
    {
        // Rounded to the second: a time such as 08:00:39 is stored as a fraction that ends a little before it.
        var moment = DateTime.UnixEpoch.AddSeconds(Math.Round((days - 25_569) * 86_400));
        var pattern = days < 1 ? "HH':'mm':'ss"
            : moment.TimeOfDay == TimeSpan.Zero ? "yyyy'-'MM'-'dd" : "yyyy'-'MM'-'dd HH':'mm':'ss";
        return moment.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Digits as Excel shows them: files hold 17 (14359.040000000001), Excel works with 15. A conversion to decimal
    /// rounds to 15.
    /// </summary>
    private static string Plain(string stored, double value) =>
        stored.Length <= 15 && !stored.AsSpan().ContainsAny('e', 'E', '+') ? stored.Trim()
            : Math.Abs(value) < 1e28 ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
            : stored;

    private static string Shown(string plain, NumberLook look)
    {
        var sign = plain.StartsWith('-') ? "-" : "";
        var digits = plain[sign.Length..];
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        if (!whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit))
        {
            return plain;
        }

        fraction = fraction.PadRight(look.Decimals, '0');
        return $"{sign}{whole.PadLeft(look.Zeros, '0')}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }
}

/// <summary>What of a number format matters for reading.</summary>
/// <param name="IsDate">The number is a day or a time.</param>
/// <param name="Zeros">Least digits before the point: 5 for <c>00000</c>.</param>
/// <param name="Decimals">Least digits after the point: 2 for <c>0.00</c>.</param>
internal readonly record struct NumberLook(bool IsDate, int Zeros, int Decimals)
{
    /// <summary>No format: the digits as they are.</summary>
    public static NumberLook General => new(false, 0, 0);
}
