using System.Globalization;
using System.Text;

namespace Yuheng.Core.Quantities;

/// <summary>
/// Numbers and codes as people type them: full-width digits, ideographic spaces, typographic fractions.
/// </summary>
public static class NumberText
{
    /// <summary>Longer input is not a quantity; the bound keeps refusal messages and loops short.</summary>
    public const int LongestInput = 64;

    /// <summary>
    /// Folds full-width forms to ASCII, writes typographic fractions out, and trims all kinds of space.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Length > LongestInput ? text[..LongestInput] : text)
        {
            folded.Append(FoldCharacter(c));
        }

        return folded.ToString().Trim();
    }

    /// <summary>
    /// A plain decimal, its digits kept (<c>2.40</c> stays 2.40). No exponent, no thousands separator.
    /// </summary>
    /// <exception cref="Refused">Not a number, or more digits than a decimal holds.</exception>
    public static decimal ReadDecimal(string? text, string field)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var folded = Fold(text);
        return decimal.TryParse(folded, plain, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new Refused("refused.quantities.not-a-number", folded) { Field = field };
    }

    /// <summary>Splits <c>2.40 MPa</c> into the number and what follows it.</summary>
    /// <exception cref="Refused">It does not begin with a number.</exception>
    public static (decimal Value, string Tail) SplitNumber(string? text, string field)
    {
        var folded = Fold(text);
        var end = 0;
        while (end < folded.Length && (char.IsAsciiDigit(folded[end]) || folded[end] is '.' or '-' or '+'))
        {
            end++;
        }

        return (ReadDecimal(folded[..end], field), folded[end..].Trim());
    }

    /// <summary>A decimal as it shall be read in a phrase: invariant, its digits kept.</summary>
    public static string Show(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string FoldCharacter(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
        '\u3000' or '\u00A0' or '\t' => " ",
        '\u201C' or '\u201D' or '\u2033' => "\"",
        '\u2044' => "/",
        '\u2212' or '\u2013' => "-",
        '\u00BC' => " 1/4",
        '\u00BD' => " 1/2",
        '\u00BE' => " 3/4",
        '\u00B5' or '\u03BC' => "u",
        _ => c.ToString(),
    };
}
