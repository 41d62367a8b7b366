using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>A rule that begins on a day, with the document it stands in.</summary>
public sealed record DatedNotice(DatedRule Rule, string Standard, Confidence PackConfidence);

/// <summary>What changes for a product between two days.</summary>
public sealed record RequirementChanges
{
    /// <summary>Requirements that begin.</summary>
    public required IReadOnlyList<Requirement> Added { get; init; }

    /// <summary>Requirements that end.</summary>
    public required IReadOnlyList<Requirement> Ended { get; init; }

    /// <summary>Dated rules that begin.</summary>
    public required IReadOnlyList<DatedNotice> Rules { get; init; }
}
