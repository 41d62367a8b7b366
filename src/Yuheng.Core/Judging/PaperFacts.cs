using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>An earlier use of the same certificate or heat.</summary>
/// <param name="Lot">The lot it was used for.</param>
/// <param name="MassKg">Mass of that lot's parts, kg.</param>
public sealed record EarlierUse(string Lot, decimal MassKg);

/// <summary>What is known of a paper when it comes in.</summary>
public sealed record PaperFacts
{
    /// <summary>Heat number on the certificate.</summary>
    public string? HeatOnCertificate { get; init; }

    /// <summary>Heat number on the sample.</summary>
    public string? HeatOnSample { get; init; }

    /// <summary>Mass of the heat, kg; null where not known.</summary>
    public decimal? HeatMassKg { get; init; }

    /// <summary>Mass of the parts of this lot, kg.</summary>
    public decimal? LotMassKg { get; init; }

    /// <summary>Where the same certificate or heat was used before.</summary>
    public IReadOnlyList<EarlierUse> EarlierUses { get => field ?? []; init; }

    /// <summary>Measured values as printed, their digits kept.</summary>
    public IReadOnlyList<decimal> PrintedValues { get => field ?? []; init; }

    /// <summary>The standard named on the paper.</summary>
    public string? Standard { get; init; }

    /// <summary>Its edition.</summary>
    public string? Edition { get; init; }

    /// <summary>The day of the test.</summary>
    public required DateOnly TestDay { get; init; }

    /// <summary>Gauges named, with the last day of their calibration; null where it is not known.</summary>
    public IReadOnlyDictionary<string, DateOnly?> Gauges { get => field ?? NoEntries<string, DateOnly?>.Value; init; }

    /// <summary>Whether whoever signed is independent of production; null where it is not said.</summary>
    public bool? SignerIndependent { get; init; }

    /// <summary>A paper that must be signed by somebody independent (EN 10204 3.1, 3.2, a test report).</summary>
    public bool NeedsIndependentSigner { get; init; }
}

/// <summary>Something about a paper that a person must look at. It is never a verdict.</summary>
/// <param name="Code">heat-differs, heat-overused, too-round, edition-not-in-force, gauge-not-valid, signer-not-
/// independent.</param>
/// <param name="Says">The reason.</param>
public sealed record Suspicion(string Code, Phrase Says);
