using Yuheng.Core;

namespace Yuheng.Server.Inspection;

/// <summary>
/// A plan as it is kept: by which agreement, for what day, and on how many pieces each group is tested.
/// </summary>
/// <param name="Day">The zone's day on which the packs were asked.</param>
/// <param name="Agreement">Number of the agreement's version.</param>
/// <param name="AgreementHash">SHA-256 of its terms, lower-case hex.</param>
/// <param name="SheetHash">Hash of the requirements (<see cref="RequirementSheet"/>).</param>
/// <param name="Groups">The sampling plan of each group.</param>
[Door]
public sealed record PlanDocument(
    DateOnly Day, int Agreement, string AgreementHash, string SheetHash, IReadOnlyList<GroupPlan> Groups)
{
    /// <summary>
    /// Pieces to draw: the largest sample of all groups; smaller ones take the first pieces of the draw.
    /// </summary>
    public int Pieces => Groups.Count == 0 ? 0 : Groups.Max(g => g.Items);
}

/// <summary>A plan read back with its requirements.</summary>
[Door]
public sealed record LotPlan(PlanDocument Plan, RequirementDocument Sheet);

/// <summary>How one group of characteristics of one lot is sampled.</summary>
/// <param name="Group">The group.</param>
/// <param name="Severity">normal, tightened, reduced.</param>
/// <param name="Level">Inspection level, where the tables are used.</param>
/// <param name="Aql">AQL as agreed, where the tables are used.</param>
/// <param name="CodeLetter">Letter of lot size and level.</param>
/// <param name="FinalLetter">Letter after arrows.</param>
/// <param name="SampleSize">The table's sample size.</param>
/// <param name="Items">Items to inspect: the sample size, or the whole lot where it is smaller.</param>
/// <param name="Ac">Acceptance number.</param>
/// <param name="Re">Rejection number.</param>
/// <param name="Confidence">How well the plan's numbers are known.</param>
/// <param name="Why">Why the plan is what it is.</param>
[Door]
public sealed record GroupPlan(
    string Group,
    string Severity,
    string? Level,
    string? Aql,
    string? CodeLetter,
    string? FinalLetter,
    int SampleSize,
    int Items,
    int Ac,
    int Re,
    Confidence Confidence,
    IReadOnlyList<Phrase> Why);
