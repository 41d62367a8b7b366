namespace Yuheng.Core.Sampling;

/// <summary>How many samples a plan may draw from one lot (ISO 2859-1 clause 11).</summary>
public enum PlanKind
{
    /// <summary>One sample decides.</summary>
    Single,

    /// <summary>A second sample decides where the first does not.</summary>
    Double,

    /// <summary>Up to five samples (seven in MIL-STD-105E).</summary>
    Multiple,
}
