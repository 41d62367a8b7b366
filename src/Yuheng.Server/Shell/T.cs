using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>The texts of the program in the language of the request; pages have it as <c>T</c>.</summary>
public sealed class T(Texts texts, IHttpContextAccessor accessor)
{
    /// <summary>The language of this request.</summary>
    public Language Language => accessor.HttpContext?.Language() ?? Language.Chinese;

    /// <summary>The language as HTML and HTTP name it.</summary>
    public string Tag => Language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>The sentence of a key with its values.</summary>
    public string this[string key, params IReadOnlyList<string> args] => texts.Say(Language, key, args);

    /// <summary>A phrase of a decision as a sentence.</summary>
    public string Say(Phrase phrase) => texts.Say(Language, phrase);

    /// <summary>Whether a key has a text.</summary>
    public bool Has(string key) => texts.Has(key);
}
