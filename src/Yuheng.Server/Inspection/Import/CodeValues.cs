using System.Globalization;
using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Numbers that are names: lot numbers, heats, tariff codes. They are text, digit for digit.</summary>
internal static class CodeValues
{
    private const int FullTariffCode = 10;

    /// <summary>
    /// A lot number as text. What a spreadsheet may have damaged (a day, a number beyond 15 digits) is refused; text
    /// that
    /// looks like a formula is kept as text, and said.
    /// </summary>
    public static Taken<string> LotNumber(Cell cell)
    {
        var text = CellText.Clean(Unwrapped(cell.Text));
        if (cell.Kind == CellKind.Date)
        {
            return Taken.Bad<string>("lot-became-date", null, text);
        }

        if (cell.Kind == CellKind.Number && text.Length > ImportLimits.SpreadsheetDigits)
        {
            return Taken.Bad<string>("lot-digits-lost", null, text, Number(ImportLimits.SpreadsheetDigits));
        }

        if (text.Length > ImportLimits.LotNumber)
        {
            return Taken.Bad<string>("too-long", null, Number(text.Length), Number(ImportLimits.LotNumber));
        }

        if (text.Any(char.IsControl))
        {
            return Taken.Bad<string>("control-characters", null);
        }

        return Taken.Of(text, SafeText.IsActive(text) ? Phrase.Of("import.remark.formula-as-text", text)
            : cell.Kind == CellKind.Number ? Phrase.Of("import.remark.lot-stored-as-number", text)
            : Taken.UnlessSame(cell.Text, text));
    }

    /// <summary>Heat numbers, however they are divided.</summary>
    public static Taken<IReadOnlyList<string>> Heats(string given)
    {
        var heats = Parts(given).Distinct(StringComparer.Ordinal).ToArray();
        return heats.Length > ImportLimits.Heats
            ? Taken.Bad<IReadOnlyList<string>>(
                "too-many-heats", null, Number(heats.Length), Number(ImportLimits.Heats))
            : Taken.Of<IReadOnlyList<string>>(heats, heats.Length > 1
                ? Phrase.Of("import.remark.heats", Number(heats.Length), string.Join(" | ", heats))
                : Taken.UnlessSame(given, heats.Length == 0 ? "" : heats[0]));
    }

    /// <summary>A tariff code of 10 digits; 6 (international) or 8 are taken with a remark.</summary>
    public static Taken<string> TariffCode(string given)
    {
        var text = CellText.Clean(given);
        var digits = text.Replace(".", "").Replace(" ", "").Replace("-", "");
        if (!digits.All(char.IsAsciiDigit))
        {
            return Taken.Bad<string>("hs-not-digits", null, text);
        }

        return digits.Length switch
        {
            FullTariffCode => Taken.Of(digits, Taken.UnlessSame(given, digits)),
            6 or 8 => Taken.Of(digits, Phrase.Of("import.remark.hs-short", digits, Number(digits.Length))),
            _ => Taken.Bad<string>("hs-length", null, text, Number(digits.Length)),
        };
    }

    /// <summary>The parts of a list in a cell.</summary>
    public static IEnumerable<string> Parts(string given) => given
        .Split([.. Words.All.ListMarks], StringSplitOptions.RemoveEmptyEntries)
        .Select(CellText.Clean).Where(part => part.Length > 0);

    /// <summary>
    /// Text inside <c>="00123"</c>: how people keep leading zeros in a text file that Excel will open.
    /// </summary>
    private static string Unwrapped(string text) =>
        text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"')
        && text.AsSpan(2, text.Length - 3).IndexOf('"') < 0
            ? text[2..^1]
            : text;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
