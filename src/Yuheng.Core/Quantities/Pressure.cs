namespace Yuheng.Core.Quantities;

/// <summary>Reading a pressure as people write it; a pressure without its unit is refused, never guessed.</summary>
public static class Pressure
{
    /// <summary>Reads <c>2.40MPa</c>, <c>24 bar</c>, <c>350 psi</c>; full-width digits too.</summary>
    /// <exception cref="Refused">No unit, mmHg or another unit unknown here, or a pressure below zero.</exception>
    public static Reading Read(string? text, string field)
    {
        var read = Reading.Read(text, Dimension.Pressure, field);
        return read.Value >= 0 ? read
            : throw new Refused("refused.quantities.below-zero", read.ToString()) { Field = field };
    }
}
