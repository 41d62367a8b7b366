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
    public required string Clause { get; init; }
    public required IReadOnlyList<string> Seats { get; init; }
    public bool Check { get; init; }
    public decimal? NpsAbove { get; init; }
    public decimal? NpsTo { get; init; }

    /// <summary>True: the number is multiplied by NPS.</summary>
    public bool PerNps { get; init; }

    public required IReadOnlyList<LeakNumber> Numbers { get; init; }
    public Confidence? Confidence { get; init; }
}

/// <summary>One printed number of a leak row: the member of the answer, its value, its unit and medium.</summary>
public sealed record LeakNumber(string Member, decimal Value, string Unit, string Medium);

/// <summary>A test pressure: multiplier × base, rounded up where the standard says so, or a range.</summary>
public sealed record PressureRow
{
    /// <summary>shell, seat, seat-gas-low, backseat, site-strength, site-tightness.</summary>
    public required string Test { get; init; }

    public required string Clause { get; init; }
    public IReadOnlyList<string> Media { get => field ?? []; init; }
    public decimal? Multiplier { get; init; }

    /// <summary>Rounded up to the next multiple, by unit of the rating (<c>psi</c>: 25, <c>bar</c>: 1).</summary>
    public IReadOnlyDictionary<string, decimal> RoundUpTo { get => field ?? NoEntries<string, decimal>.Value; init; }

    /// <summary>Nominal of a fixed pressure; the lower of it and multiplier × base applies.</summary>
    public decimal? Nominal { get; init; }

    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public string? Unit { get; init; }

    /// <summary>A table entry for a material: <c>ductile iron</c>, with class and NPS range.</summary>
    public string? Material { get; init; }

    public decimal? Class { get; init; }
    public decimal? NpsFrom { get; init; }
    public decimal? NpsTo { get; init; }
    public int? DnTo { get; init; }

    /// <summary>Above this DN only up to <see cref="PnTo"/>.</summary>
    public int? DnToAnyRating { get; init; }

    public decimal? PnTo { get; init; }
    public decimal? ClassTo { get; init; }
    public Confidence? Confidence { get; init; }
}

/// <summary>Minimum duration of a test by nominal size.</summary>
public sealed record DurationRow
{
    /// <summary>shell, shell-type-test, closure, backseat.</summary>
    public required string Test { get; init; }

    public required string Clause { get; init; }

    /// <summary>check, other, or any.</summary>
    public required string Valves { get; init; }

    public required IReadOnlyList<DurationBand> Bands { get; init; }
    public Confidence? Confidence { get; init; }
}

/// <summary>Seconds up to and with a DN; the last band has none.</summary>
public sealed record DurationBand(int? DnTo, int Seconds);

/// <summary>Required, optional and alternative tests of a valve type.</summary>
public sealed record RequiredTestsRow
{
    public required string Clause { get; init; }
    public required IReadOnlyList<string> ValveTypes { get; init; }

    /// <summary>low: small or low rating; high: above it; any.</summary>
    public required string Range { get; init; }

    /// <summary>Member of the answer → required, optional, alternative, required-if-feature, not-required, n/a.</summary>
    public required IReadOnlyDictionary<string, string> Tests { get; init; }

    public Confidence? Confidence { get; init; }
}

/// <summary>What a standard applies to: every given member must hold.</summary>
public sealed record ScopeRow
{
    public required string Clause { get; init; }
    public IReadOnlyList<string> ValveTypes { get => field ?? []; init; }
    public IReadOnlyList<string> Materials { get => field ?? []; init; }
    public IReadOnlyList<int> DnList { get => field ?? []; init; }
    public int? DnFrom { get; init; }
    public int? DnTo { get; init; }
    public IReadOnlyList<decimal> PnList { get => field ?? []; init; }
    public decimal? PnTo { get; init; }
    public IReadOnlyList<decimal> MopList { get => field ?? []; init; }
    public decimal? TempFrom { get; init; }
    public decimal? TempTo { get; init; }

    /// <summary>Beyond this temperature the data does not say.</summary>
    public bool TempUnknown { get; init; }

    /// <summary>Media that are out of scope from a DN on.</summary>
    public IReadOnlyList<string> MediaNotFromDn { get => field ?? []; init; }

    public int? MediaDnFrom { get; init; }
    public Confidence? Confidence { get; init; }
}

/// <summary>An alloy with its limited elements.</summary>
public sealed record Alloy
{
    public required string Name { get; init; }
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }

    /// <summary>Further standards that list the same composition.</summary>
    public IReadOnlyList<string> AlsoIn { get => field ?? []; init; }

    public required string Clause { get; init; }
    public required IReadOnlyList<ElementLimit> Elements { get; init; }

    /// <summary>Limit of the sum of what is not listed.</summary>
    public decimal? OthersTotal { get; init; }

    /// <summary>Limit of each element that is not listed.</summary>
    public decimal? OthersEach { get; init; }

    /// <summary>Product groups of a positive list that the alloy may be used for.</summary>
    public IReadOnlyList<string> ProductGroups { get => field ?? []; init; }

    /// <summary>copper-alloy, zinc-alloy, iron, steel.</summary>
    public string Family { get => field ?? "copper-alloy"; init; }

    public Confidence? Confidence { get; init; }
}

/// <summary>Limits of one element in percent by mass; null where there is none on that side.</summary>
public sealed record ElementLimit(string Element, decimal? Min, decimal? Max, Confidence? Confidence = null);

/// <summary>A limit of release into water for one analyte and kind of device, from a day on.</summary>
public sealed record ReleaseRow
{
    public required string Clause { get; init; }
    public required string Analyte { get; init; }

    /// <summary>end, other, component, in-line, any.</summary>
    public required string Device { get; init; }

    /// <summary>Only where the main parts are of this material.</summary>
    public string? MainMaterial { get; init; }

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The limit; null where the edition sets none for this device.</summary>
    public decimal? Limit { get; init; }

    public required string Unit { get; init; }
    public Confidence? Confidence { get; init; }
}

/// <summary>A pipe thread: gauge length and tolerance as printed, mm.</summary>
public sealed record ThreadRow(
    string Size, int Tpi, decimal MajorDiameter, decimal? GaugeLength, decimal? GaugeTolerance, Confidence Confidence);

/// <summary>Minimum wall t = slope × d + offset up to and with an inside diameter (mm), for one pressure class.</summary>
public sealed record WallRow(string Clause, decimal Class, decimal? DiameterTo, decimal Slope, decimal Offset, Confidence Confidence);

/// <summary>How many pieces a spot check takes.</summary>
public sealed record SpotCheckRow
{
    public required string Clause { get; init; }

    /// <summary>Words one of which the product's name must hold; empty for every product.</summary>
    public IReadOnlyList<string> Products { get => field ?? []; init; }

    public int? StockFrom { get; init; }
    public int? Tested { get; init; }
    public int? Reserve { get; init; }
    public bool? MetalReleaseTested { get; init; }

    /// <summary>Share of the lot, rounded up, at least one.</summary>
    public decimal? LotShare { get; init; }

    /// <summary>All pieces above this pressure (MPa) or on a main.</summary>
    public decimal? AllAbovePressure { get; init; }

    public Confidence? Confidence { get; init; }
}

/// <summary>Something that begins or ends on a day: a regime, a limit, an obligation.</summary>
public sealed record DatedRule
{
    /// <summary>Word for the machine: lead-free, third-party-certification, tap-water-lead, eu-regime.</summary>
    public required string Rule { get; init; }

    public required string Clause { get; init; }
    public IReadOnlyList<string> Markets { get => field ?? []; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public decimal? Limit { get; init; }
    public string? Unit { get; init; }

    /// <summary>Words in a product's name that are exempt.</summary>
    public IReadOnlyList<string> Exempt { get => field ?? []; init; }

    public Bilingual? Says { get; init; }
    public Confidence? Confidence { get; init; }
}
