using System.Text;

namespace Yuheng.Server.Tests.Tidy;

/// <summary>
/// Takes C# apart into code, comments and string literals; enough for rules about words, not a compiler.
/// </summary>
public static class CodeText
{
    /// <summary>
    /// The pieces of literals, without quotes; an interpolated one gives a piece before and after each hole.
    /// </summary>
    public static List<string> Literals(string source) => Scan(source).Literals;

    /// <summary>The source with comments blanked out.</summary>
    public static string WithoutComments(string source) => Scan(source).Code;

    private static (string Code, List<string> Literals) Scan(string source)
    {
        var code = new StringBuilder(source.Length);
        List<string> literals = [];
        var at = 0;
        while (at < source.Length)
        {
            var rest = source.AsSpan(at);
            var length = rest switch
            {
                _ when rest.StartsWith("//") => Until(rest, "\n") - 1,
                _ when rest.StartsWith("/*") => Until(rest, "*/"),
                _ when rest.StartsWith("@*") => Until(rest, "*@"),
                _ => 0,
            };
            if (length > 0)
            {
                at += length;
                continue;
            }

            var literal = Literal(rest, literals);
            length = literal > 0 ? literal : 1;
            code.Append(rest[..length]);
            at += length;
        }

        return (code.ToString(), literals);
    }

    /// <summary>Length of the literal that begins here, or 0; its text is added.</summary>
    private static int Literal(ReadOnlySpan<char> rest, List<string> literals)
    {
        if (rest[0] == '\'')
        {
            var end = rest.Length > 3 && rest[1] == '\\' ? rest[3..].IndexOf('\'') + 3 : 2;
            var closed = end is > 1 and < 12 && end < rest.Length && rest[end] == '\'';
            if (closed)
            {
                literals.Add(rest[1..end].ToString());
            }

            return closed ? end + 1 : 0;
        }

        var prefix = 0;
        while (prefix < rest.Length && rest[prefix] is '$' or '@')
        {
            prefix++;
        }

        if (prefix == rest.Length || rest[prefix] != '"')
        {
            return 0;
        }

        var holes = rest[..prefix].Contains('$');
        return rest[prefix..].StartsWith("\"\"\"")
            ? prefix + Raw(rest[prefix..], literals)
            : prefix + Quoted(rest[prefix..], rest[..prefix].Contains('@'), holes, literals);
    }

    private static int Raw(ReadOnlySpan<char> rest, List<string> literals)
    {
        var quotes = rest.IndexOfAnyExcept('"');
        var fence = new string('"', Math.Max(3, quotes));
        var end = quotes < 0 ? -1 : rest[quotes..].IndexOf(fence, StringComparison.Ordinal);
        if (end < 0)
        {
            return rest.Length;
        }

        literals.Add(rest.Slice(quotes, end).ToString());
        return quotes + end + fence.Length;
    }

    private static int Quoted(ReadOnlySpan<char> rest, bool verbatim, bool holes, List<string> literals)
    {
        var piece = new StringBuilder();
        var depth = 0;
        for (var i = 1; i < rest.Length; i++)
        {
            var c = rest[i];
            if (holes && c is '{' or '}' && i + 1 < rest.Length && rest[i + 1] == c && depth == 0)
            {
                i++;
            }
            else if (holes && c == '{')
            {
                depth++;
                literals.Add(piece.ToString());
                piece.Clear();
            }
            else if (holes && c == '}' && depth > 0)
            {
                depth--;
            }
            else if (depth > 0)
            {
                // Code within a hole may hold literals of its own.
                i += Math.Max(0, Literal(rest[i..], literals) - 1);
            }
            else if (c == '\\' && !verbatim)
            {
                piece.Append(c).Append(rest[i + 1]);
                i++;
            }
            else if (c == '"' && verbatim && i + 1 < rest.Length && rest[i + 1] == '"')
            {
                i++;
            }
            else if (c == '"')
            {
                literals.Add(piece.ToString());
                return i + 1;
            }
            else
            {
                piece.Append(c);
            }
        }

        return rest.Length;
    }

    private static int Until(ReadOnlySpan<char> rest, string end)
    {
        var at = rest[2..].IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? rest.Length : at + 2 + end.Length;
    }
}
