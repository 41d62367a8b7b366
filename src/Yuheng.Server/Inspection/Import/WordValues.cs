using System.Globalization;
using System.Text.RegularExpressions;
using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Words with a fixed meaning: seats, units, countries; and money with its currency.</summary>
internal static partial class WordValues
{
    /// <summary>A word of a list, as its code.</summary>
    /// <param name="given">The cell.</param>
    /// <param name="list">The words that are known.</param>
    /// <param name="reason">Reason code when it is not among them; its text lists them.</param>
    public static Taken<string> Of(string given, WordList list, string reason)
    {
        var text = CellText.Clean(given);
        return list.Find(text) is { } word
            ? Taken.Of(word.Code, IsShown(word, text) ? null : Taken.Understood(given, word.Zh))
            : Taken.Bad<string>(
                reason,
                list.Nearest(text),
                text,
                string.Join(", ", list.Words.Select(known => $"{known.Zh} {known.En}")));
    }

    /// <summary>Countries of destination as ISO 3166-1 codes; the whole cell is tried first, then its parts.</summary>
    public static Taken<IReadOnlyList<string>> Markets(string given)
    {
        var whole = CellText.Clean(given);
        var parts = Words.Countries.Find(whole) is null ? [.. CodeValues.Parts(given)] : new[] { whole };
        if (parts.Length > ImportLimits.Markets)
        {
            return Taken.Bad<IReadOnlyList<string>>(
                "too-many-markets", null, ImportLimits.Markets.ToString(CultureInfo.InvariantCulture));
        }

        var found = new List<Word>();
        foreach (var part in parts)
        {
            if (Words.Countries.Find(part) is not { } country)
            {
                return Taken.Bad<IReadOnlyList<string>>("market-unknown", Words.Countries.Nearest(part), part);
            }

            found.Add(country);
        }

        var asShown = parts.Zip(found).All(pair => IsShown(pair.Second, pair.First));
        return Taken.Of<IReadOnlyList<string>>(
            [.. found.Select(country => country.Code).Distinct()],
            asShown ? null : Taken.Understood(given, string.Join(", ", found.Select(c => $"{c.Zh} ({c.Code})"))));
    }

    /// <summary>An amount of money; the currency stands in the cell or in the heading.</summary>
    public static Taken<Money> Money(string given, string? headingUnit)
    {
        var text = CellText.Clean(given);
        var match = Amount().Match(text);
        if (!match.Success || match.Groups[1].Length + match.Groups[2].Length > 30)
        {
            return Taken.Bad<Money>("value-not-a-number", null, text);
        }

        var unit = match.Groups[1].Value.Trim() is { Length: > 0 } before ? before
            : match.Groups[3].Value.Trim() is { Length: > 0 } after ? after : headingUnit;
        var (currency, factor) = Currency(unit ?? "");
        if (currency is null && unit is { Length: > 0 })
        {
            return Taken.Bad<Money>("currency-unknown", null, unit);
        }

        var number = match.Groups[2].Value;
        var plain = Grouped().IsMatch(number) ? number.Replace(",", "") : number;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > ImportLimits.Value / factor)
        {
            return Taken.Bad<Money>("value-not-a-number", null, text);
        }

        var money = new Money(amount * factor, currency ?? "");
        var remark = currency is null ? Phrase.Of("import.remark.no-currency", text)
            : plain != text || factor > 1 ? Taken.Understood(given, money.ToString()) : null;
        return Taken.Of(money, remark);
    }

    private static (string? Currency, decimal Factor) Currency(string unit)
    {
        var many = unit.StartsWith(Words.All.TenThousand, StringComparison.Ordinal);
        var name = many ? unit[Words.All.TenThousand.Length..] : unit;
        return (Words.CurrencyList.Find(name)?.Code, many ? 10_000m : 1m);
    }

    private static bool IsShown(Word word, string text) =>
        text == word.Zh || string.Equals(text, word.En, StringComparison.OrdinalIgnoreCase) || text == word.Code;

    [GeneratedRegex(@"^([^\d.,+-]*?)\s*(\d[\d,]*(?:\.\d{1,6})?)\s*([^\d.,+-]*)$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();
}
