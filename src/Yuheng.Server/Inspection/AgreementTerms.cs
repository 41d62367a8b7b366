using Yuheng.Core;
using Yuheng.Core.Judging;

namespace Yuheng.Server.Inspection;

/// <summary>Terms of an inspection agreement.</summary>
/// <param name="SamplingStandard">Standard and edition of sampling: <c>GB/T 2828.1-2012</c>.</param>
/// <param name="TestStandards">Standards of the tests where neither market nor contract names one.</param>
/// <param name="Groups">How each group of characteristics is sampled.</param>
[Door]
public sealed record AgreementTerms(
    string SamplingStandard,
    IReadOnlyList<NamedStandard> TestStandards,
    IReadOnlyList<AgreementGroup> Groups)
{
    /// <summary>How a group is sampled.</summary>
    /// <exception cref="Refused">The agreement does not say; nothing is sampled under a silent default.</exception>
    public AgreementGroup For(string group) =>
        Groups.FirstOrDefault(g => g.Group == group) ?? throw new Refused("refused.inspection.group-not-agreed", group);
}

/// <summary>How one group of characteristics is sampled.</summary>
/// <param name="Group">Group of the requirement packs: performance, dimension, visual-marking, chemical,
/// destructive.</param>
/// <param name="Level">Inspection level: I, II, III, S-1 to S-4; null where the group is not sampled by the
/// tables.</param>
/// <param name="Aql">AQL as written; null where the group is not sampled by the tables.</param>
/// <param name="Pieces">Fixed number of pieces, all to conform, a heat or a lot (chemical, destructive); else
/// null.</param>
/// <param name="PerHeat">Whether the fixed number is for each heat.</param>
[Door]
public sealed record AgreementGroup(string Group, string? Level, string? Aql, int? Pieces, bool PerHeat = false);
