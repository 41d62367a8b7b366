namespace Yuheng.Core.Quantities;

/// <summary>Reading a holding or observation time.</summary>
public static class Duration
{
    /// <summary>
    /// Reads <c>15 s</c>, <c>1 min</c>; a bare number is taken in the unit of the column it stands in.
    /// </summary>
    /// <exception cref="Refused">Not a time, or below zero.</exception>
    public static Reading Read(string? text, string field, string? columnUnit = null)
    {
        var (value, rest) = NumberText.SplitNumber(text, field);
        var read = Reading.Of(value, rest.Length == 0 ? columnUnit : rest, Dimension.Time, field);
        return read.Value >= 0 ? read
            : throw new Refused("refused.quantities.below-zero", read.ToString()) { Field = field };
    }
}
