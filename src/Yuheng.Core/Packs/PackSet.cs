using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Core.Packs;

/// <summary>All packs that a decision may use, checked as a whole, each with its hash.</summary>
public sealed class PackSet
{
    private readonly FrozenDictionary<string, Pack> _packs;
    private readonly FrozenDictionary<string, PackPin> _pins;
    private readonly FrozenDictionary<string, Pack[]> _byStandard;

    internal PackSet(IReadOnlyList<(Pack Pack, PackPin Pin)> packs, Catalogue catalogue, PackPin cataloguePin)
    {
        _packs = packs.ToFrozenDictionary(p => p.Pack.Id, p => p.Pack, StringComparer.Ordinal);
        _pins = packs.ToFrozenDictionary(p => p.Pin.Id, p => p.Pin, StringComparer.Ordinal);
        _byStandard = packs
            .SelectMany(p => p.Pack.StandardAliases.Prepend(p.Pack.Standard).Select(name => (Key: Key(name), p.Pack)))
            .GroupBy(p => p.Key, p => p.Pack)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().OrderBy(p => p.ValidFrom ?? DateOnly.MinValue).ToArray());
        Alloys = packs
            .SelectMany(p =>
                p.Pack.Alloys.SelectMany(a => a.Aliases.Prepend(a.Name).Select(n => (Name: n, p.Pack, Alloy: a))))
            .GroupBy(x => AlloyKey(x.Name), x => (x.Pack, x.Alloy))
            .ToFrozenDictionary(
                g => g.Key, g => (IReadOnlyList<(Pack, Alloy)>)[.. g.Distinct()], StringComparer.Ordinal);
        Catalogue = catalogue;
        Words = new CatalogueWords(catalogue);
        CataloguePin = cataloguePin;
        Hash = HashOfAll([.. packs.Select(p => p.Pin), cataloguePin]);
    }

    /// <summary>The packs that come with the program. Loaded once, on first use.</summary>
    public static PackSet Embedded => Lazy.Value;

    private static Lazy<PackSet> Lazy { get; } = new(() => PackLoader.LoadEmbedded([]));

    internal FrozenDictionary<string, IReadOnlyList<(Pack Pack, Alloy Alloy)>> Alloys { get; }

    /// <summary>Markets, product families and which packs hold where.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The words of the catalogue, found as people write them.</summary>
    public CatalogueWords Words { get; }

    /// <summary>The pin of the catalogue itself.</summary>
    public PackPin CataloguePin { get; }

    /// <summary>SHA-256 over the pins of all packs, sorted: one name for the whole set.</summary>
    public string Hash { get; }

    /// <summary>All packs, by id.</summary>
    public IEnumerable<Pack> All => _packs.Values.OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The pins of all packs, by id.</summary>
    public IEnumerable<PackPin> Pins => _pins.Values.OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>A pack by id.</summary>
    /// <exception cref="Refused">There is none.</exception>
    public Pack Get(string id) =>
        _packs.TryGetValue(id, out var pack) ? pack
            : throw new Refused("refused.packs.unknown-pack", id) { Field = "pack" };

    /// <summary>The pin of a pack.</summary>
    public PackPin PinOf(Pack pack) => _pins[pack.Id];

    /// <summary>All editions of a standard, oldest first; empty where the standard is not known.</summary>
    public IReadOnlyList<Pack> EditionsOf(string standard) =>
        _byStandard.TryGetValue(Key(standard), out var packs) ? packs : [];

    /// <summary>The pack of a standard and edition as people name them; null where there is none.</summary>
    public Pack? Find(string standard, string? edition)
    {
        var wanted = edition?.Trim();
        return string.IsNullOrEmpty(wanted)
            ? null
            : EditionsOf(standard).FirstOrDefault(p => p.Edition == wanted || p.EditionAliases.Contains(wanted));
    }

    /// <summary>
    /// The editions of a standard in force on a day: none where the data does not reach back so far, two where an
    /// edition
    /// coexists with the one before and the purchase order decides.
    /// </summary>
    public IReadOnlyList<Pack> InForce(string standard, DateOnly day) =>
        [.. EditionsOf(standard).Where(p => IsInForce(p, day))];

    /// <summary>
    /// Whether a pack is in force on a day. Where the first day is not established, it counts from the year after the
    /// year
    /// that stands in the edition: earlier is not known.
    /// </summary>
    public static bool IsInForce(Pack pack, DateOnly day)
    {
        var from = pack.ValidFrom
            ?? (int.TryParse(pack.Edition.AsSpan(0, Math.Min(4, pack.Edition.Length)), out var year)
                ? new DateOnly(year + 1, 1, 1)
                : DateOnly.MinValue);
        return day >= from && (pack.ValidTo is not { } to || day <= to);
    }

    internal static string AlloyKey(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    // "GB/T13927" and "gb/t 13927" name the same standard.
    private static string Key(string standard) =>
        string.Concat(standard.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static string HashOfAll(IReadOnlyList<PackPin> pins)
    {
        var lines = pins.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => $"{p.Id} {p.Version} {p.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
