using System.Globalization;
using System.Text;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Characters that XML cannot hold are written in workbooks as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19), and text
/// that looks like such an escape has its first underscore escaped.
/// </summary>
internal static class XlsxText
{
    /// <summary>Characters that one escaped character takes.</summary>
    public const int EscapeLength = 7;

    /// <summary>Text as it is put into a cell.</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var at = 0; at < text.Length; at++)
        {
            var mustEscape = !IsPlain(text, at) || IsEscape(text, at);
            if (mustEscape)
            {
                escaped ??= new StringBuilder(text, 0, at, text.Length + EscapeLength);
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            }
            else
            {
                escaped?.Append(text[at]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>Text as it was meant.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsEscape(text, at))
            {
                plain.Append((char)int.Parse(
                    text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += EscapeLength - 1;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && at + EscapeLength <= text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && text.AsSpan(at + 2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    /// <summary>Whether XML carries the character unchanged: carriage returns are read back as line feeds.</summary>
    private static bool IsPlain(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c))
        {
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        }

        if (char.IsLowSurrogate(c))
        {
            return at > 0 && char.IsHighSurrogate(text[at - 1]);
        }

        return c is '\t' or '\n' or (>= ' ' and <= '\uFFFD');
    }
}
