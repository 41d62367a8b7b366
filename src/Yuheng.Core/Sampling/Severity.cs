namespace Yuheng.Core.Sampling;

/// <summary>The severity of inspection (ISO 2859-1 clause 9).</summary>
public enum Severity
{
    /// <summary>Where every series of lots starts.</summary>
    Normal,

    /// <summary>After two of five lots were not accepted.</summary>
    Tightened,

    /// <summary>After a long good record, with the authority's leave.</summary>
    Reduced,

    /// <summary>Inspection has stopped until the supplier has acted.</summary>
    Discontinued,
}
