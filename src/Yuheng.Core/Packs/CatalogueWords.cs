using System.Collections.Frozen;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Packs;

/// <summary>Finds a market, a product family or a seat by code or by any of its names, in either script.</summary>
public sealed class CatalogueWords
{
    private readonly FrozenDictionary<string, Market> _markets;
    private readonly FrozenDictionary<string, ProductFamily> _families;
    private readonly FrozenDictionary<string, Seat> _seats;
    private readonly FrozenDictionary<string, TestMedium> _media;
    private readonly FrozenDictionary<string, WordList> _tests;
    private readonly FrozenDictionary<string, WordList> _results;
    private readonly IReadOnlyList<WordList> _devices;

    internal CatalogueWords(Catalogue catalogue)
    {
        _markets = Index(catalogue.Markets, m => [m.Code, m.Name.Zh, m.Name.En, .. m.Variants]);
        _families = Index(catalogue.Families, f => [f.Code, f.Name.Zh, f.Name.En, .. f.Variants]);
        _seats = Index(catalogue.Seats, s => [s.Code, s.Name.Zh, s.Name.En, .. s.Variants]);
        _media = Index(catalogue.Media, m => [m.Code, m.Name.Zh, m.Name.En, .. m.Variants]);
        _tests = Index(catalogue.Tests, t => [.. t.Words]);
        _results = Index(catalogue.Results, r => [.. r.Words]);
        _devices = catalogue.Devices;
    }

    /// <summary>The market of a code or name; null where none is known.</summary>
    public Market? Market(string? text) => _markets.GetValueOrDefault(Key(text));

    /// <summary>The product family of a code or name; null where none is known.</summary>
    public ProductFamily? Family(string? text) => _families.GetValueOrDefault(Key(text));

    /// <summary>The seat of a code or name; null where none is known.</summary>
    public Seat? Seat(string? text) => _seats.GetValueOrDefault(Key(text));

    /// <summary>The medium of a code or word (water is liquid, air is gas); null where none is known.</summary>
    public TestMedium? Medium(string? text) => _media.GetValueOrDefault(Key(text));

    /// <summary>
    /// The code of a test's name: shell, shell-type-test, closure, backseat; null where none is known.
    /// </summary>
    public string? Test(string? text) => _tests.GetValueOrDefault(Key(text))?.Code;

    /// <summary>pass or fail from a laboratory's word; null where none is known.</summary>
    public string? Result(string? text) => _results.GetValueOrDefault(Key(text))?.Code;

    /// <summary>The kind of a device from its name: in-line, component, end, other; null where no word fits.</summary>
    public string? Device(string? text) => text is null
        ? null
        : _devices.FirstOrDefault(d => d.Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))?.Code;

    private static FrozenDictionary<string, T> Index<T>(IReadOnlyList<T> items, Func<T, string[]> words)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var word in words(item))
            {
                if (!index.TryAdd(Key(word), item) && !ReferenceEquals(index[Key(word)], item))
                {
                    throw new Refused("refused.packs.word-twice", word) { Field = "catalogue" };
                }
            }
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string? text) =>
        string.Concat(NumberText.Fold(text).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
