using Yuheng.Core.Quantities;

namespace Yuheng.Core.Packs;

/// <summary>One word in the two languages of the product.</summary>
public sealed record Bilingual(string Zh, string En);

/// <summary>
/// One edition of one standard or law as data: numbers and clauses, never its text. What is not known for certain
/// carries
/// its confidence, or is absent.
/// </summary>
public sealed record Pack
{
    /// <summary>Stable name of the pack: <c>gb-t-13927-2022</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the data, raised with every change of content.</summary>
    public required string Version { get; init; }

    /// <summary>What the document is about.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>The standard as it is cited: <c>GB/T 13927</c>.</summary>
    public required string Standard { get; init; }

    /// <summary>Other ways to cite it.</summary>
    public IReadOnlyList<string> StandardAliases { get => field ?? []; init; }

    /// <summary>The edition as it is cited: <c>2022</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Other ways to name the edition (<c>9th and later</c>).</summary>
    public IReadOnlyList<string> EditionAliases { get => field ?? []; init; }

    /// <summary>First day in force; null where it is not established.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The edition before stays usable beside this one: the purchase order decides.</summary>
    public bool Coexists { get; init; }

    /// <summary>Binding by law, as against recommended or agreed.</summary>
    public bool Mandatory { get; init; }

    /// <summary>type-test, production, lot-sample, supervision.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Packs that this one cites.</summary>
    public IReadOnlyList<string> References { get => field ?? []; init; }

    /// <summary>The pack whose sections hold here too, unless this one has its own.</summary>
    public string? SameAs { get; init; }

    /// <summary>Volume of a drop in this edition, mm³.</summary>
    public decimal? DropMm3 { get; init; }

    /// <summary>Volume of a bubble in this edition, mm³.</summary>
    public decimal? BubbleMm3 { get; init; }

    /// <summary>Where the numbers were read.</summary>
    public required string Source { get; init; }

    /// <summary>Confidence of what has none of its own.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Rates of closure leakage per DN.</summary>
    public LeakRates? LeakRates { get; init; }

    /// <summary>Limits of closure leakage by seat, valve and NPS.</summary>
    public IReadOnlyList<LeakRow> LeakRows { get => field ?? []; init; }

    /// <summary>Test pressures.</summary>
    public IReadOnlyList<PressureRow> Pressures { get => field ?? []; init; }

    /// <summary>Minimum durations.</summary>
    public IReadOnlyList<DurationRow> Durations { get => field ?? []; init; }

    /// <summary>Which tests are required.</summary>
    public IReadOnlyList<RequiredTestsRow> RequiredTests { get => field ?? []; init; }

    /// <summary>What the standard applies to.</summary>
    public IReadOnlyList<ScopeRow> Scopes { get => field ?? []; init; }

    /// <summary>Compositions of alloys.</summary>
    public IReadOnlyList<Alloy> Alloys { get => field ?? []; init; }

    /// <summary>Limits of metals released into water.</summary>
    public IReadOnlyList<ReleaseRow> Releases { get => field ?? []; init; }

    /// <summary>Named numbers of the edition that fit no table: tolerance factors, guard bands, densities.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<decimal>> Numbers { get =>
        field ?? NoEntries<string, IReadOnlyList<decimal>>.Value; init; }

    /// <summary>Threads by size.</summary>
    public IReadOnlyList<ThreadRow> Threads { get => field ?? []; init; }

    /// <summary>Minimum walls by inside diameter.</summary>
    public IReadOnlyList<WallRow> Walls { get => field ?? []; init; }

    /// <summary>Sample sizes of supervision spot checks and site acceptance.</summary>
    public IReadOnlyList<SpotCheckRow> SpotChecks { get => field ?? []; init; }

    /// <summary>What begins on which day.</summary>
    public IReadOnlyList<DatedRule> DatedRules { get => field ?? []; init; }

    /// <summary>Characteristics that a product must meet.</summary>
    public IReadOnlyList<RequirementRow> Requirements { get => field ?? []; init; }

    /// <summary>Worked examples in the shape of <c>yuheng judge</c>, run by the test suite.</summary>
    public IReadOnlyList<System.Text.Json.JsonElement> Examples { get => field ?? []; init; }

    /// <summary>
    /// How sure a requirement of this pack is: the worst of its own row and of the pressure and duration rows that it
    /// names.
    /// </summary>
    public Confidence ConfidenceOf(RequirementRow row) => Pressures.Where(p => p.Test == row.Pressure)
        .Select(p => p.Confidence ?? Confidence)
        .Concat(Durations.Where(d => d.Test == row.Duration).Select(d => d.Confidence ?? Confidence))
        .Append(row.Confidence ?? Confidence)
        .Max();

    /// <summary>Drop and bubble of this edition.</summary>
    public LeakVolumes Volumes => new(DropMm3, BubbleMm3);
}
