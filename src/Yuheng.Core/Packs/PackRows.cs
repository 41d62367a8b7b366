namespace Yuheng.Core.Packs;

/// <summary>Closure leakage: limit in mm³/s = k × DN. A null coefficient is the quality "none visible".</summary>
public sealed record LeakRates
{
    /// <summary>Where the rates stand.</summary>
    public required string Clause { get; init; }

    /// <summary>Coefficients for liquid by letter.</summary>
    public required IReadOnlyDictionary<string, decimal?> Liquid { get; init; }

    /// <summary>Coefficients for gas by letter.</summary>
    public required IReadOnlyDictionary<string, decimal?> Gas { get; init; }

    /// <summary>The letter when none is agreed, by seat (<c>soft</c>, <c>metal</c>).</summary>
    public IReadOnlyDictionary<string, string> DefaultBySeat { get => field ?? NoEntries<string, string>.Value; init; }

    /// <summary>Confidence of the default; that of the coefficients is the pack's.</summary>
    public Confidence? DefaultConfidence { get; init; }
}

/// <summary>Closure leakage by NPS: zero, a number per NPS, or a number for the band.</summary>
public sealed record LeakRow
{
    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Seats that it holds for; empty for all.</summary>
    public required IReadOnlyList<string> Seats { get; init; }

    /// <summary>For check valves only, else for all others.</summary>
    public bool Check { get; init; }

    /// <summary>Above this NPS; open where not given.</summary>
    public decimal? NpsAbove { get; init; }

    /// <summary>To this NPS, inclusive; open where not given.</summary>
    public decimal? NpsTo { get; init; }

    /// <summary>True: the number is multiplied by NPS.</summary>
    public bool PerNps { get; init; }

    /// <summary>The printed numbers.</summary>
    public required IReadOnlyList<LeakNumber> Numbers { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>One printed number of a leak row: the member of the answer, its value, its unit and medium.</summary>
public sealed record LeakNumber(string Member, decimal Value, string Unit, string Medium);

/// <summary>A test pressure: multiplier × base, rounded up where the standard says so, or a range.</summary>
public sealed record PressureRow
{
    /// <summary>shell, seat, seat-gas-low, backseat, site-strength, site-tightness.</summary>
    public required string Test { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Media that it holds for; empty for all.</summary>
    public IReadOnlyList<string> Media { get => field ?? []; init; }

    /// <summary>Factor on the cold working pressure; null for a fixed pressure.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Rounded up to the next multiple, by unit of the rating (<c>psi</c>: 25, <c>bar</c>: 1).</summary>
    public IReadOnlyDictionary<string, decimal> RoundUpTo { get => field ?? NoEntries<string, decimal>.Value; init; }

    /// <summary>Nominal of a fixed pressure; the lower of it and multiplier × base applies.</summary>
    public decimal? Nominal { get; init; }

    /// <summary>Lowest pressure.</summary>
    public decimal? Min { get; init; }

    /// <summary>Highest pressure.</summary>
    public decimal? Max { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>A table entry for a material: <c>ductile iron</c>, with class and NPS range.</summary>
    public string? Material { get; init; }

    /// <summary>Pressure class.</summary>
    public decimal? Class { get; init; }

    /// <summary>From this NPS, inclusive.</summary>
    public decimal? NpsFrom { get; init; }

    /// <summary>To this NPS, inclusive; open where not given.</summary>
    public decimal? NpsTo { get; init; }

    /// <summary>To this DN, inclusive.</summary>
    public int? DnTo { get; init; }

    /// <summary>Above this DN only up to <see cref="PnTo"/>.</summary>
    public int? DnToAnyRating { get; init; }

    /// <summary>To this PN.</summary>
    public decimal? PnTo { get; init; }

    /// <summary>To this class.</summary>
    public decimal? ClassTo { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>Minimum duration of a test by nominal size.</summary>
public sealed record DurationRow
{
    /// <summary>shell, shell-type-test, closure, backseat.</summary>
    public required string Test { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>check, other, or any.</summary>
    public required string Valves { get; init; }

    /// <summary>Seconds by size, the last band open.</summary>
    public required IReadOnlyList<DurationBand> Bands { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>Seconds up to and with a DN; the last band has none.</summary>
public sealed record DurationBand(int? DnTo, int Seconds);

/// <summary>Required, optional and alternative tests of a valve type.</summary>
public sealed record RequiredTestsRow
{
    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Valve types that it holds for; empty for all.</summary>
    public required IReadOnlyList<string> ValveTypes { get; init; }

    /// <summary>low: small or low rating; high: above it; any.</summary>
    public required string Range { get; init; }

    /// <summary>
    /// Member of the answer → required, optional, alternative, required-if-feature, not-required, n/a.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Tests { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>What a standard applies to: every given member must hold.</summary>
public sealed record ScopeRow
{
    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Valve types that it holds for; empty for all.</summary>
    public IReadOnlyList<string> ValveTypes { get => field ?? []; init; }

    /// <summary>Body materials; empty for all.</summary>
    public IReadOnlyList<string> Materials { get => field ?? []; init; }

    /// <summary>Sizes in scope; empty where a range is given.</summary>
    public IReadOnlyList<int> DnList { get => field ?? []; init; }

    /// <summary>From this DN, inclusive.</summary>
    public int? DnFrom { get; init; }

    /// <summary>To this DN, inclusive.</summary>
    public int? DnTo { get; init; }

    /// <summary>Ratings in scope; empty where a bound is given.</summary>
    public IReadOnlyList<decimal> PnList { get => field ?? []; init; }

    /// <summary>To this PN.</summary>
    public decimal? PnTo { get; init; }

    /// <summary>Maximum operating pressures in scope, bar.</summary>
    public IReadOnlyList<decimal> MopList { get => field ?? []; init; }

    /// <summary>From this temperature, °C.</summary>
    public decimal? TempFrom { get; init; }

    /// <summary>To this temperature, °C.</summary>
    public decimal? TempTo { get; init; }

    /// <summary>Beyond this temperature the data does not say.</summary>
    public bool TempUnknown { get; init; }

    /// <summary>Media that are out of scope from a DN on.</summary>
    public IReadOnlyList<string> MediaNotFromDn { get => field ?? []; init; }

    /// <summary>The DN from which those media are out.</summary>
    public int? MediaDnFrom { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>An alloy with its limited elements.</summary>
public sealed record Alloy
{
    /// <summary>Its designation.</summary>
    public required string Name { get; init; }

    /// <summary>Other designations.</summary>
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }

    /// <summary>Further standards that list the same composition.</summary>
    public IReadOnlyList<string> AlsoIn { get => field ?? []; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>The limited elements.</summary>
    public required IReadOnlyList<ElementLimit> Elements { get; init; }

    /// <summary>Limit of the sum of what is not listed.</summary>
    public decimal? OthersTotal { get; init; }

    /// <summary>Limit of each element that is not listed.</summary>
    public decimal? OthersEach { get; init; }

    /// <summary>Product groups of a positive list that the alloy may be used for.</summary>
    public IReadOnlyList<string> ProductGroups { get => field ?? []; init; }

    /// <summary>copper-alloy, zinc-alloy, iron, steel.</summary>
    public string Family { get => field ?? "copper-alloy"; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>Limits of one element in percent by mass; null where there is none on that side.</summary>
public sealed record ElementLimit(string Element, decimal? Min, decimal? Max, Confidence? Confidence = null);

/// <summary>A limit of release into water for one analyte and kind of device, from a day on.</summary>
public sealed record ReleaseRow
{
    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>What is released: Pb, Cd, Cr6.</summary>
    public required string Analyte { get; init; }

    /// <summary>end, other, component, in-line, any.</summary>
    public required string Device { get; init; }

    /// <summary>Only where the main parts are of this material.</summary>
    public string? MainMaterial { get; init; }

    /// <summary>First day; open where not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; open where not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The limit; null where the edition sets none for this device.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>A pipe thread: gauge length and tolerance as printed, mm.</summary>
public sealed record ThreadRow(
    string Size, int Tpi, decimal MajorDiameter, decimal? GaugeLength, decimal? GaugeTolerance, Confidence Confidence);

/// <summary>
/// Minimum wall t = slope × d + offset up to and with an inside diameter (mm), for one pressure class.
/// </summary>
public sealed record WallRow(string Clause, decimal Class, decimal? DiameterTo, decimal Slope, decimal Offset,
    Confidence Confidence);

/// <summary>How many pieces a spot check takes.</summary>
public sealed record SpotCheckRow
{
    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Words one of which the product's name must hold; empty for every product.</summary>
    public IReadOnlyList<string> Products { get => field ?? []; init; }

    /// <summary>From this stock on.</summary>
    public int? StockFrom { get; init; }

    /// <summary>Pieces that are tested.</summary>
    public int? Tested { get; init; }

    /// <summary>Pieces kept in reserve.</summary>
    public int? Reserve { get; init; }

    /// <summary>Whether metal release is tested.</summary>
    public bool? MetalReleaseTested { get; init; }

    /// <summary>Share of the lot, rounded up, at least one.</summary>
    public decimal? LotShare { get; init; }

    /// <summary>All pieces above this pressure (MPa) or on a main.</summary>
    public decimal? AllAbovePressure { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}

/// <summary>Something that begins or ends on a day: a regime, a limit, an obligation.</summary>
public sealed record DatedRule
{
    /// <summary>Word for the machine: lead-free, third-party-certification, tap-water-lead, eu-regime.</summary>
    public required string Rule { get; init; }

    /// <summary>Where it stands in the document.</summary>
    public required string Clause { get; init; }

    /// <summary>Codes of markets or unions; empty for all.</summary>
    public IReadOnlyList<string> Markets { get => field ?? []; init; }

    /// <summary>First day; open where not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; open where not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The limit, where there is one.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Unit of the numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>Words in a product's name that are exempt.</summary>
    public IReadOnlyList<string> Exempt { get => field ?? []; init; }

    /// <summary>What begins, in words.</summary>
    public Bilingual? Says { get; init; }

    /// <summary>How well it is known; that of the pack where not given.</summary>
    public Confidence? Confidence { get; init; }
}
