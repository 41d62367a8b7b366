using System.Text;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Text as people type it, made comparable: full-width forms, ideographic and invisible spaces.</summary>
internal static class CellText
{
    /// <summary>
    /// Full-width letters and digits as plain ones, every kind of space as one plain space, invisible characters away,
    /// ends trimmed. Chinese punctuation that has no plain form stays.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (char.IsWhiteSpace(plain) && plain is not ('\n' or '\r'))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (plain is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'))
            {
                clean.Append(plain);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>
    /// Text for comparing: clean, lower case, without spaces and the marks that headers and names carry.
    /// </summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Clean(text))
        {
            if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '_' or '*' or ':' or '\'' or '\u2019'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c is <= ' ' or >= '\u007F')
            {
                return false;
            }
        }

        return true;
    }
}
