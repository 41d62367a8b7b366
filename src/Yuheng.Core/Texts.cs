using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Yuheng.Core;

/// <summary>The two languages of the product; zh-CN is the zone's, English the buyer's.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the register of official documents.</summary>
    Chinese,

    /// <summary>English for readers who are not native speakers.</summary>
    English,
}

/// <summary>
/// All sentences of an assembly: its embedded <c>texts.json</c> files, each <c>{"key": {"zh": "…", "en": "…"}}</c>, the
/// two languages side by side so that one cannot be forgotten.
/// </summary>
public sealed class Texts
{
    private readonly Dictionary<string, (string Zh, string En)> _texts = new(StringComparer.Ordinal);

    /// <summary>
    /// Texts of the given assemblies. A key that stands twice, or lacks a language, is a bug and throws.
    /// </summary>
    public Texts(params IReadOnlyList<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            foreach (
                var name in assembly
                    .GetManifestResourceNames()
                    .Where(n => n.EndsWith("texts.json", StringComparison.Ordinal))
            )
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                Add(stream);
            }
        }
    }

    /// <summary>The texts of the engines alone.</summary>
    public static Texts OfCore { get; } = new(typeof(Texts).Assembly);

    /// <summary>All keys, for the test that every one is used and complete.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The sentence of a key with its values. An unknown key throws: a missing text is a bug.</summary>
    public string Say(Language language, string code, params IReadOnlyList<string> args)
    {
        if (!_texts.TryGetValue(code, out var text))
        {
            throw new KeyNotFoundException($"no text for '{code}'");
        }

        var pattern = language == Language.Chinese ? text.Zh : text.En;
        return args.Count == 0 ? pattern : string.Format(CultureInfo.InvariantCulture, pattern, [.. args]);
    }

    /// <summary>A phrase as a sentence.</summary>
    public string Say(Language language, Phrase phrase) => Say(language, phrase.Code, phrase.Args);

    /// <summary>Whether a key is known.</summary>
    public bool Has(string code) => _texts.ContainsKey(code);

    private void Add(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var zh = entry.Value.GetProperty("zh").GetString();
            var en = entry.Value.GetProperty("en").GetString();
            if (string.IsNullOrEmpty(zh) || string.IsNullOrEmpty(en) || !_texts.TryAdd(entry.Name, (zh, en)))
            {
                throw new InvalidOperationException($"text '{entry.Name}' lacks a language or stands twice");
            }
        }
    }
}
