namespace Yuheng.Core.Sampling;

/// <summary>
/// How cells between Ac 0 and Ac 1 are read (ISO 2859-1 clause 13): an option that the parties must agree on.
/// </summary>
public enum FractionalUse
{
    /// <summary>The arrows are followed; no fractional numbers.</summary>
    None,

    /// <summary>
    /// The sample size stays; one nonconforming item passes if enough samples before it had none (13.2).
    /// </summary>
    Constant,

    /// <summary>The sample size may vary; an acceptance score says whether Ac is 0 or 1 (13.3).</summary>
    Varying,
}

/// <summary>What supplier and customer agreed for one product and one class of nonconformity.</summary>
/// <param name="Standard">One of <see cref="Standards.All"/> by name; its switching rules must be offered.</param>
/// <param name="Plan">Single, double or multiple.</param>
/// <param name="Level">The inspection level; it stays when the severity changes.</param>
/// <param name="Aql">An AQL of the series.</param>
/// <param name="Fractional">Whether fractional acceptance numbers are used; with single plans only.</param>
public sealed record InspectionAgreement(
    string Standard,
    PlanKind Plan,
    string Level,
    string Aql,
    FractionalUse Fractional = FractionalUse.None);
