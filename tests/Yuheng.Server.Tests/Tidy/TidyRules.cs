using System.Text.RegularExpressions;

namespace Yuheng.Server.Tests.Tidy;

/// <summary>The rules of docs/STYLE.md that a machine can hold. Each gives the places where a file breaks it.</summary>
public static partial class TidyRules
{
    /// <summary>Longest file.</summary>
    public const int FileLines = 400;

    /// <summary>Longest function: a screen.</summary>
    public const int FunctionLines = 60;

    /// <summary>Longest line.</summary>
    public const int Columns = 120;

    /// <summary>Largest file of any kind: the repository carries no blobs.</summary>
    public const long FileBytes = 1024 * 1024;

    /// <summary>Words that no file of code may hold; written in two parts so that this file may.</summary>
    private static readonly string[] NeverAnywhere = ["TO" + "DO", "FIX" + "ME"];

    /// <summary>What the product may not call: time, chance and ids enter as parameters.</summary>
    private static readonly string[] NeverInProduct =
    [
        "DateTime." + "Now", "DateTime." + "UtcNow", "DateTimeOffset." + "Now", "DateTimeOffset." + "UtcNow",
        "DateTime." + "Today", "Guid." + "NewGuid", "Random." + "Shared", "new " + "Random(", "#" + "region",
    ];

    /// <summary>What a page may not write: it is static, and its content policy allows nothing inline.</summary>
    private static readonly string[] NeverInPages =
        ["@" + "onclick", "@" + "bind", "style" + "=\"", "on" + "click=\"", "on" + "submit=\"", "<" + "style"];

    /// <summary>A file that is too long.</summary>
    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Lines.Length > FileLines + 1 ? [$"{file.Path}: {file.Lines.Length} lines"] : [];

    /// <summary>Lines that are too wide.</summary>
    public static IEnumerable<string> TooWide(SourceFile file) => file.Lines
        .Select((line, i) => (Line: line, Number: i + 1))
        .Where(l => l.Line.Length > Columns)
        .Select(l => $"{file.Path}:{l.Number}: {l.Line.Length} columns");

    /// <summary>
    /// Functions that are too long. In Allman style a block begins with a brace alone on its line and ends with one at
    /// the same indent; a block of a type or of data (ends with a semicolon) is no function.
    /// </summary>
    public static IEnumerable<string> LongFunctions(SourceFile file)
    {
        for (var i = 1; i < file.Lines.Length; i++)
        {
            var line = file.Lines[i];
            if (line.Trim() != "{" || TypeHead().IsMatch(HeadBefore(file.Lines, i)))
            {
                continue;
            }

            var indent = line[..line.IndexOf('{')];
            var end = Array.FindIndex(file.Lines, i, l => l.StartsWith(indent + "}", StringComparison.Ordinal));
            if (end > 0 && end - i - 1 > FunctionLines && file.Lines[end].Trim() is "}" or "})" or "});")
            {
                yield return $"{file.Path}:{i}: {end - i - 1} lines";
            }
        }
    }

    /// <summary>Words that may not be written.</summary>
    public static IEnumerable<string> BannedWords(SourceFile file)
    {
        string[] pages = file.Path.EndsWith(".razor", StringComparison.Ordinal) ? NeverInPages : [];
        string[] words = file.IsProduct
            ? [.. NeverAnywhere, .. NeverInProduct, .. pages, .. ConsoleFor(file)]
            : NeverAnywhere;
        var code = file.IsProduct ? CodeText.WithoutComments(file.Text) : "";
        return words
            .Where(w => (NeverAnywhere.Contains(w) ? file.Text : code).Contains(w, StringComparison.Ordinal))
            .Select(w => $"{file.Path}: {w}");
    }

    /// <summary>Chinese characters in literals or markup: they belong into texts.json.</summary>
    public static IEnumerable<string> ChineseLiterals(SourceFile file)
    {
        var found = file.Path.EndsWith(".razor", StringComparison.Ordinal)
            ? [CodeText.WithoutComments(file.Text)]
            : CodeText.Literals(file.Text);
        return found.Where(l => Chinese().IsMatch(l)).Select(l => $"{file.Path}: {Chinese().Match(l).Value}");
    }

    /// <summary>Public types of the engines, and public members of public types, without a summary.</summary>
    public static IEnumerable<string> Undocumented(SourceFile file)
    {
        var inPublicType = true;
        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (TypeHead().IsMatch(file.Lines[i]))
            {
                inPublicType = file.Lines[i].TrimStart().StartsWith("public ", StringComparison.Ordinal);
            }

            var above = i - 1;
            while (above >= 0 && file.Lines[above].Trim() is ['[', ..])
            {
                above--;
            }

            var open = inPublicType && PublicMember().IsMatch(file.Lines[i])
                && !file.Lines[i].Contains(" override ", StringComparison.Ordinal);
            if (open && (above < 0 || !file.Lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal)))
            {
                yield return $"{file.Path}:{i + 1}";
            }
        }
    }

    private static string HeadBefore(string[] lines, int brace)
    {
        // A declaration with a base list or constraints spans a few lines at most.
        for (var i = brace - 1; i >= 0 && i > brace - 12; i--)
        {
            if (TypeHead().IsMatch(lines[i]))
            {
                return lines[i];
            }

            if (lines[i].Trim() is "" or "}" or "{" || lines[i].TrimEnd().EndsWith(';'))
            {
                return "";
            }
        }

        return "";
    }

    private static string[] ConsoleFor(SourceFile file) =>
        file.Path.StartsWith("src/Yuheng.Cli/", StringComparison.Ordinal) ? [] : ["Console." + "Write"];

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|readonly|partial|ref) )*"
        + @"(?:class|record|struct|interface|enum|namespace) ")]
    private static partial Regex TypeHead();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\s*public (?!partial )")]
    private static partial Regex PublicMember();
}
