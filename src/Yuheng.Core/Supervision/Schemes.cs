using Yuheng.Core.Workflows;

namespace Yuheng.Core.Supervision;

/// <summary>The schemes known, and which of them holds for a product on a day.</summary>
public sealed class Schemes
{
    private readonly IReadOnlyList<Scheme> _schemes;
    private readonly Catalogue _catalogue;

    /// <summary>Schemes and the statutory catalogue that decides between them.</summary>
    public Schemes(IReadOnlyList<Scheme> schemes, Catalogue catalogue) => (_schemes, _catalogue) = (schemes, catalogue);

    /// <summary>The embedded packs: before 2009, Decree 113, the zone's voluntary scheme.</summary>
    public static Schemes Embedded { get; } = new(
        [.. new[] { "cn-ciq-class-pre2009", "cn-aqsiq-113", "zone-voluntary" }.Select(name =>
            SchemeCheck.Checked(SupervisionPacks.Embedded(name, SupervisionJson.Default.Scheme)))],
        Catalogue.Default);

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Scheme> All => _schemes;

    /// <summary>
    /// The scheme for a product on a day. While the product stands in the statutory catalogue a statutory scheme holds;
    /// otherwise there is none but the voluntary one.
    /// </summary>
    /// <exception cref="Refused">No scheme holds on that day.</exception>
    public SchemeInForce On(DateOnly day, string hsCode)
    {
        var entry = _catalogue.EntryOn(day, hsCode);
        var basis = entry is null ? "voluntary" : "statutory";
        var scheme = _schemes.FirstOrDefault(s => s.Basis == basis && s.IsValidOn(day))
            ?? throw new Refused("refused.supervision.no-scheme", Text(day), hsCode);
        var reason = entry is null
            ? Phrase.Of("supervision.scheme.voluntary", hsCode, Text(day))
            : Phrase.Of("supervision.scheme.statutory", hsCode, Text(day), entry.Source);
        return new SchemeInForce(scheme, reason);
    }

    private static string Text(DateOnly day) => day.ToString("o", DrawCommitment.Invariant);
}

/// <summary>A scheme that holds, and why.</summary>
public sealed record SchemeInForce(Scheme Scheme, Phrase Reason);

/// <summary>The statutory catalogue of export inspection, as far as the zone's products are concerned.</summary>
public sealed record Catalogue(string Id, Bilingual Note, IReadOnlyList<CatalogueEntry> Entries)
{
    /// <summary>The embedded catalogue.</summary>
    public static Catalogue Default { get; } =
        SupervisionPacks.Embedded("catalogue", SupervisionJson.Default.Catalogue);

    /// <summary>The entry under which a code is inspected by law on a day, or null.</summary>
    public CatalogueEntry? EntryOn(DateOnly day, string hsCode)
    {
        var code = hsCode.Replace(".", "", StringComparison.Ordinal);
        return Entries.FirstOrDefault(e =>
            code.StartsWith(e.Heading, StringComparison.Ordinal) && !(day < e.From) && !(day > e.To));
    }
}

/// <summary>A heading in the catalogue from a day to a day.</summary>
public sealed record CatalogueEntry(string Heading, DateOnly? From, DateOnly? To, string Source, string Confidence);
