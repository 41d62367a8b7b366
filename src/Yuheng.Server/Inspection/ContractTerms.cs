namespace Yuheng.Server.Inspection;

/// <summary>
/// What the contract asks for: export requirements follow the contract (Standardization Law art 26). A limit is written
/// as the contract writes it.
/// </summary>
/// <param name="Standard">The standard named, with its edition: <c>GB/T 13927-2008</c>; null if none.</param>
/// <param name="Limits">Limits of the contract's own.</param>
public sealed record ContractTerms(string? Standard, IReadOnlyList<ContractLimit> Limits);

/// <summary>One limit of a contract.</summary>
/// <param name="Characteristic">Code of the characteristic: <c>wall-thickness</c>.</param>
/// <param name="Least">Least value, or null.</param>
/// <param name="Most">Greatest value, or null.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record ContractLimit(string Characteristic, decimal? Least, decimal? Most, string Unit);
