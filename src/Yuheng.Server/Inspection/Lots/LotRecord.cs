using Yuheng.Core.Judging;
using Yuheng.Core.Workflows;
using Yuheng.Server.Registry;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>Everything that the page of a lot shows.</summary>
public sealed record LotRecord
{
    /// <summary>The lot.</summary>
    public required Lot Lot { get; init; }

    /// <summary>The firm.</summary>
    public required PartyName Firm { get; init; }

    /// <summary>Plan of the attempt with its requirements.</summary>
    public required LotPlan Plan { get; init; }

    /// <summary>The sampling standard of the plan's agreement.</summary>
    public required string SamplingStandard { get; init; }

    /// <summary>Hash of the plan, lower-case hex.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The units drawn, by number; empty before the draw.</summary>
    public required IReadOnlyList<SampleUnit> Units { get; init; }

    /// <summary>When the units were drawn.</summary>
    public DateTimeOffset? DrawnAt { get; init; }

    /// <summary>The last verdict, with when it was given.</summary>
    public LotVerdict? Verdict { get; init; }

    /// <summary>The stored verdict.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What the viewer could do next, with the rules that stand in the way.</summary>
    public required IReadOnlyList<PossibleStep> Possible { get; init; }

    /// <summary>Files that belong to the lot.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>Its journal, newest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>What other modules keep about it.</summary>
    public required IReadOnlyList<LotLink> Links { get; init; }

    /// <summary>Whether the viewer acts for the firm whose lot it is.</summary>
    public required bool Own { get; init; }

    /// <summary>What the contract asks for, or null.</summary>
    public ContractTerms? Contract { get; init; }
}
