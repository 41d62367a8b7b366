namespace Yuheng.Core.Sampling;

/// <summary>
/// What the switching between normal and tightened inspection does in the long run (the scheme OC of ISO 2859-1 table
/// 12): the average of the two plans, weighted by how many lots each spell lasts. Reduced inspection and
/// discontinuation are left out, as in the standard.
/// </summary>
public static class SchemeRisk
{
    private const int RunToNormal = 5;

    /// <summary>The long-run probability of acceptance at a steady quality.</summary>
    /// <param name="normal">The normal plan at that quality.</param>
    /// <param name="tightened">The tightened plan at that quality.</param>
    public static double Acceptance(RiskPoint normal, RiskPoint tightened)
    {
        var share = ShareOfNormal(normal, tightened);
        return (share * normal.Pa) + ((1 - share) * tightened.Pa);
    }

    /// <summary>The share of lots under normal inspection in the long run.</summary>
    /// <param name="normal">The normal plan at that quality.</param>
    /// <param name="tightened">The tightened plan at that quality.</param>
    public static double ShareOfNormal(RiskPoint normal, RiskPoint tightened)
    {
        // Lots until two of five fail: (2 − a⁴)/((1 − a)(1 − a⁴)). Lots until five in a row pass: (1 − b⁵)/((1 − b)
        // b⁵). Both are multiplied by the denominators, so that neither grows beyond bounds at the ends.
        var a4 = Math.Pow(normal.Pa, 4);
        var oneMinusA4 = normal.Pr * (1 + normal.Pa + (normal.Pa * normal.Pa) + Math.Pow(normal.Pa, 3));
        var b5 = Math.Pow(tightened.Pa, RunToNormal);
        var runs = Enumerable.Range(0, RunToNormal).Sum(i => Math.Pow(tightened.Pa, i));
        var lotsNormal = (2 - a4) * b5;
        var lotsTightened = runs * normal.Pr * oneMinusA4;
        
        // A normal plan that always accepts is never left.
        return normal.Pr == 0 ? 1 : lotsNormal / (lotsNormal + lotsTightened);
    }
}
