using System.Text.Json;
using System.Text.RegularExpressions;

namespace Yuheng.Server.Tests.Tidy;

/// <summary>One text of the product.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record ProductText(string Key, string Zh, string En);

/// <summary>Rules of the texts: complete, used, and free of words that promise what nobody may promise.</summary>
public static partial class TextRules
{
    /// <summary>Why a key may hold a word that is otherwise never used.</summary>
    public static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string>
    {
    };

    /// <summary>The texts of the files named texts.json.</summary>
    public static List<ProductText> Read(IEnumerable<SourceFile> files) => [.. files
        .Where(f => f.IsProduct && f.Path.EndsWith("/texts.json", StringComparison.Ordinal))
        .SelectMany(f => Parse(f.Text))];

    /// <summary>Texts of one file.</summary>
    public static IEnumerable<ProductText> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var entries = document.RootElement.EnumerateObject();
        return [.. entries.Select(e => new ProductText(e.Name, Value(e, "zh"), Value(e, "en")))];
    }

    /// <summary>Texts that lack a language, or fill in other values in one than in the other.</summary>
    public static IEnumerable<string> Incomplete(IEnumerable<ProductText> texts) => texts
        .Where(t => t.Zh.Length == 0 || t.En.Length == 0 || !Holes(t.Zh).SetEquals(Holes(t.En)) || !Fills(t.Zh)
            || !Fills(t.En))
        .Select(t => t.Key);

    /// <summary>Texts with words that promise too much (docs/domain/glossary.md).</summary>
    public static IEnumerable<string> Overpromising(IEnumerable<ProductText> texts) => texts
        .Where(t => !Allowed.ContainsKey(t.Key) && (Promises().IsMatch(t.Zh) || Promises().IsMatch(t.En)))
        .Select(t => $"{t.Key}: {t.Zh} / {t.En}");

    /// <summary>Keys that no code, page or pack names, whole or by the part before what is put in.</summary>
    public static IEnumerable<string> Unused(IEnumerable<ProductText> texts, IEnumerable<SourceFile> files)
    {
        var named = files.SelectMany(Named).ToHashSet(StringComparer.Ordinal);
        return texts.Select(t => t.Key).Where(k => !named.Contains(k) && !Beginnings(k).Any(named.Contains));
    }

    /// <summary>Keys that code asks for and that have no text.</summary>
    public static IEnumerable<string> Missing(IEnumerable<ProductText> texts, IEnumerable<SourceFile> files)
    {
        var keys = texts.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        return files
            .Where(f => f.IsProduct && f.IsCode)
            .SelectMany(
                f => Asked().Matches(CodeText.WithoutComments(f.Text)).Select(m => (f.Path, Key: m.Groups[1].Value)))
            .Where(a => !keys.Contains(a.Key)
                && !(a.Key.EndsWith('.') && keys.Any(k => k.StartsWith(a.Key, StringComparison.Ordinal))))
            .Select(a => $"{a.Path}: {a.Key}");
    }

    private static IEnumerable<string> Named(SourceFile file) => file switch
    {
        _ when !file.IsProduct && !file.Path.StartsWith("packs/", StringComparison.Ordinal) => [],
        _ when file.Path.EndsWith("texts.json", StringComparison.Ordinal) => [],
        _ when file.Path.EndsWith(".razor", StringComparison.Ordinal) => Quoted().Matches(file.Text)
            .Select(m => m.Groups[1].Value),
        _ => CodeText.Literals(file.Text),
    };

    /// <summary>The parts of a key up to each dot or hyphen, to which code may add what varies.</summary>
    private static IEnumerable<string> Beginnings(string key) =>
        Enumerable.Range(1, key.Length - 1)
            .Where(i => key[i - 1] is '.' or '-' && key[..i].Contains('.'))
            .Select(i => key[..i]);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Value)];

    private static bool Fills(string text) =>
        !Hole().IsMatch(text) || Hole().Replace(text, "").IndexOfAny(['{', '}']) < 0;

    private static string Value(JsonProperty entry, string language) =>
        entry.Value.TryGetProperty(language, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("(?:T\\[|Phrase\\.Of\\(|Refused\\(|\\bSay\\([A-Za-z.]+, )\"([a-z0-9.-]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?)[\"{]")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\bcertifi(?:cation|ed)\b|\blicen[cs]es?\b|\brecommend(?:ed|s)\b|认证|监制|推荐",
        RegexOptions.IgnoreCase)]
    private static partial Regex Promises();
}
