namespace Yuheng.Core.Sampling;

/// <summary>How nonconforming items come into a sample.</summary>
public enum RiskModel
{
    /// <summary>Items from a process: p is the fraction nonconforming.</summary>
    Binomial,

    /// <summary>Nonconformities counted: p is their mean number in an item, and may exceed 1.</summary>
    Poisson,

    /// <summary>
    /// Items of one lot, drawn without replacement: quality is a count of nonconforming items in the lot.
    /// </summary>
    Hypergeometric,
}
