namespace Yuheng.Server.Inspection;

/// <summary>Terms of an inspection agreement.</summary>
/// <param name="SamplingStandard">Standard and edition of sampling: <c>GB/T 2828.1-2012</c>.</param>
/// <param name="TestStandard">Standard and edition of the tests where neither market nor contract names one.</param>
/// <param name="Groups">How each group of characteristics is sampled.</param>
public sealed record AgreementTerms(
    string SamplingStandard, string TestStandard, IReadOnlyList<AgreementGroup> Groups);

/// <summary>How one group of characteristics is sampled.</summary>
/// <param name="Group">Group of the requirement packs: performance, dimension, visual-marking, chemical,
/// destructive.</param>
/// <param name="Level">Inspection level: I, II, III, S-1 … S-4.</param>
/// <param name="Aql">AQL as written.</param>
/// <param name="PerHeat">Sampled per heat instead of per lot (chemical): pieces of each heat, or null.</param>
public sealed record AgreementGroup(string Group, string Level, string Aql, int? PerHeat);
