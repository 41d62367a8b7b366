using Yuheng.Core.Supervision;
using Yuheng.Server.Data;

namespace Yuheng.Server.Inspection;

/// <summary>
/// Who may go on visits, with the relations that they declared; asked when a round closes and frozen with it. The
/// supervision module registers its own; without one no visit is drawn.
/// </summary>
[Door]
public delegate Task<IReadOnlyList<InspectorOnDuty>> RosterSource(Db db, CancellationToken cancellation);

/// <summary>A last word on a visit that is being recorded: refuses samplers who may not go there.</summary>
[Door]
public delegate Task VisitGuard(Work work, Lot lot, VisitFacts facts, CancellationToken cancellation);
