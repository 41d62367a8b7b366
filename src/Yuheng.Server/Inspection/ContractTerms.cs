using Yuheng.Core.Judging;

namespace Yuheng.Server.Inspection;

/// <summary>What the contract asks for: export requirements follow the contract (Standardization Law art 26).</summary>
/// <param name="Standards">Standards that it names, each with its edition.</param>
/// <param name="Limits">Limits of its own.</param>
[Door]
public sealed record ContractTerms(IReadOnlyList<NamedStandard> Standards, IReadOnlyList<ContractLimit> Limits);
