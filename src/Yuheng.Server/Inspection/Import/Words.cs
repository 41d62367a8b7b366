using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Yuheng.Core.Packs;

namespace Yuheng.Server.Inspection.Import;

/// <summary>One meaning with its names in both languages and what else people write for it.</summary>
/// <param name="Code">The code that is stored.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
/// <param name="Also">Other ways to write it.</param>
internal sealed record Word(string Code, string Zh, string En, IReadOnlyList<string> Also)
{
    /// <summary>All names, the shown ones first.</summary>
    public IEnumerable<string> Names => Also.Prepend(En).Prepend(Zh).Append(Code);
}

/// <summary>Words by any of their names, whatever the case, the width and the spaces.</summary>
internal sealed class WordList
{
    private readonly FrozenDictionary<string, Word> _byName;

    /// <summary>A list of words. A name that stands for two codes is a bug in the data and throws.</summary>
    public WordList(IReadOnlyList<Word> words)
    {
        Words = words;
        var names = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            foreach (var name in word.Names.Select(CellText.Key).Distinct())
            {
                if (!names.TryAdd(name, word) && names[name] != word)
                {
                    throw new InvalidOperationException($"'{name}' means {word.Code} and {names[name].Code}");
                }
            }
        }

        _byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words in their order.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>The word of a name, or null.</summary>
    public Word? Find(string name) => _byName.GetValueOrDefault(CellText.Key(name));

    /// <summary>The name that was probably meant, for a suggestion; null where none is near.</summary>
    public string? Nearest(string name) => Near.Find(CellText.Key(name), _byName)?.Zh;
}

/// <summary>The word lists of imports, from the embedded data files.</summary>
internal sealed record Words(
    IReadOnlyList<Word> Seals,
    IReadOnlyList<Word> Units,
    IReadOnlyList<Word> Currencies,
    string TenThousand,
    Numerals Numerals,
    IReadOnlyList<string> DateMarks,
    IReadOnlyList<string> ListMarks,
    IReadOnlyList<string> SampleMarks,
    IReadOnlyList<string> TotalMarks,
    IReadOnlyDictionary<string, string> SizeUnits,
    IReadOnlyDictionary<string, string> RatingUnits)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The words in force.</summary>
    public static Words All { get; } = Load<Words>("words.json");

    /// <summary>Seat kinds.</summary>
    public static WordList SealList { get; } = new(Joined(
        All.Seals, PackSet.Embedded.Catalogue.Seats.Select(seat => (seat.Code, (IEnumerable<string>)seat.Variants))));

    /// <summary>Counting units.</summary>
    public static WordList UnitList { get; } = new(All.Units);

    /// <summary>Currencies.</summary>
    public static WordList CurrencyList { get; } = new(All.Currencies);

    /// <summary>
    /// Countries and regions of destination: all of ISO 3166-1 and the European Union as one market, since a lot may go
    /// where no pack holds yet; with the names by which the packs' catalogue knows them.
    /// </summary>
    public static WordList Countries { get; } = new(Joined(
        Load<IReadOnlyList<Word>>("countries.json"),
        PackSet.Embedded.Catalogue.Markets.Select(m => (m.Code, m.Variants.Append(m.Name.Zh).Append(m.Name.En)))));

    private static Word[] Joined(
        IReadOnlyList<Word> words, IEnumerable<(string Code, IEnumerable<string> Names)> catalogue)
    {
        var names = catalogue.ToDictionary(entry => entry.Code, entry => entry.Names, StringComparer.Ordinal);
        return
        [
            .. words.Select(word => word with { Also = [.. word.Also, .. names.GetValueOrDefault(word.Code, [])] }),
        ];
    }

    /// <summary>An embedded data file of this folder.</summary>
    public static T Load<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("import/" + name)!;
        return JsonSerializer.Deserialize<T>(stream, Web)!;
    }
}

/// <summary>Chinese numerals, to suggest the figure that was meant; they are never accepted as a quantity.</summary>
/// <param name="Digits">Digits.</param>
/// <param name="Tens">Multipliers below ten thousand.</param>
/// <param name="Myriads">Multipliers from ten thousand on.</param>
internal sealed record Numerals(
    IReadOnlyDictionary<string, int> Digits,
    IReadOnlyDictionary<string, int> Tens,
    IReadOnlyDictionary<string, int> Myriads)
{
    /// <summary>Longest numeral that is looked at: a quantity in words has fewer characters.</summary>
    private const int Longest = 20;

    /// <summary>The number that a numeral says, or null where it is not one.</summary>
    public long? Value(string text)
    {
        long total = 0, section = 0, digit = 0;
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        foreach (var character in text.Select(c => c.ToString()))
        {
            if (Digits.TryGetValue(character, out var value))
            {
                digit = value;
            }
            else if (Tens.TryGetValue(character, out var ten))
            {
                section += Math.Max(1, digit) * ten;
                digit = 0;
            }
            else if (Myriads.TryGetValue(character, out var myriad))
            {
                total += (section + digit) * myriad;
                (section, digit) = (0, 0);
            }
            else
            {
                return null;
            }
        }

        return total + section + digit;
    }
}
