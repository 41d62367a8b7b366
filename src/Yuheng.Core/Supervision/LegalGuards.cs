namespace Yuheng.Core.Supervision;

/// <summary>
/// Words that the law keeps for others: nothing here is called a certification or a licence, no public page recommends
/// a firm, and the association's pages have no place for prices, output or customers.
/// </summary>
public sealed record LegalGuards(string Id, string Source, string Confidence, IReadOnlyList<LegalGuard> Guards)
{
    /// <summary>The embedded guards.</summary>
    public static LegalGuards Default { get; } =
        SupervisionPacks.Embedded("legal-guards", SupervisionJson.Default.LegalGuards);

    /// <summary>The first forbidden word of a text in a place, with its legal base, or null.</summary>
    /// <param name="place"><c>title</c>, <c>public</c>, <c>credential</c> or <c>association</c>.</param>
    /// <param name="text">The text.</param>
    public Phrase? Finding(string place, string text)
    {
        foreach (var guard in Guards.Where(g => g.Places.Contains(place)))
        {
            var rest = guard.Allowed.Aggregate(
                text,
                (left, allowed) => left.Replace(allowed, "", StringComparison.OrdinalIgnoreCase));
            var word = guard.Words.FirstOrDefault(w => rest.Contains(w, StringComparison.OrdinalIgnoreCase));
            if (word is not null)
            {
                return Phrase.Of("supervision.guard." + guard.Id, word, guard.Base);
            }
        }

        return null;
    }

    /// <summary>The text, if no guard speaks against it.</summary>
    /// <exception cref="Refused">It holds a word that may not be used there.</exception>
    public string Checked(string place, string text) => Finding(place, text) is { } finding
        ? throw new Refused("refused." + finding.Code, finding.Args)
        : text;

    /// <summary>
    /// The neutral order of a public list: by name, then identifier; never by score, level or payment.
    /// </summary>
    public static IReadOnlyList<T> Neutral<T>(IEnumerable<T> items, Func<T, string> name, Func<T, string> id) =>
        [.. items.OrderBy(name, StringComparer.Ordinal).ThenBy(id, StringComparer.Ordinal)];
}

/// <summary>Words that may not be used in some places.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Places">Where.</param>
/// <param name="Words">Words.</param>
/// <param name="Allowed">Longer phrases that contain one of them and are right (a customs credit level).</param>
/// <param name="Base">Legal base.</param>
/// <param name="Confidence">Mark.</param>
public sealed record LegalGuard(
    string Id,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Allowed,
    string Base,
    string Confidence);
