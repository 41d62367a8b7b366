namespace Yuheng.Core.Quantities;

/// <summary>
/// A measured value as it was written: a decimal that keeps its digits (2.40 is not 2.4), and its unit's code. Raw
/// counts
/// are readings too (12 drops), with their observation time beside them.
/// </summary>
/// <param name="Value">The number, digits kept.</param>
/// <param name="Unit">Code of a <see cref="Quantities.Unit"/>.</param>
public sealed record Reading(decimal Value, string Unit)
{
    /// <summary>Reads <c>2.40 MPa</c>.</summary>
    /// <exception cref="Refused">Not a number, no unit, an unknown unit, or another dimension than wanted.</exception>
    public static Reading Read(string? text, Dimension dimension, string field)
    {
        var (value, rest) = NumberText.SplitNumber(text, field);
        return Of(value, rest, dimension, field);
    }

    /// <summary>A number with the unit named beside it.</summary>
    /// <exception cref="Refused">No unit, an unknown unit, or another dimension than wanted.</exception>
    public static Reading Of(decimal value, string? unit, Dimension dimension, string field)
    {
        var read = Quantities.Unit.Read(unit, field);
        return read.Dimension == dimension
            ? new Reading(value, read.Code)
            : throw new Refused("refused.quantities.unit-of-other-kind", read.Code) { Field = field };
    }

    /// <summary>The exact value in the base unit of the dimension.</summary>
    public Ratio InBase() => Ratio.Of(Value) * Quantities.Unit.Get(Unit).Factor;

    /// <summary>The exact value in another unit of the same dimension.</summary>
    public Ratio In(string unit) => unit == Unit ? Ratio.Of(Value) : InBase() / Quantities.Unit.Get(unit).Factor;

    /// <summary>Compares exactly; equal units take the short way.</summary>
    /// <exception cref="InvalidOperationException">The units measure different things: a bug of the caller.</exception>
    public int CompareTo(Reading other)
    {
        if (Unit == other.Unit)
        {
            return Value.CompareTo(other.Value);
        }

        if (Quantities.Unit.Get(Unit).Dimension != Quantities.Unit.Get(other.Unit).Dimension)
        {
            throw new InvalidOperationException($"cannot compare {Unit} with {other.Unit}");
        }

        return InBase().CompareTo(other.InBase());
    }

    /// <summary>As it shall be read in a phrase.</summary>
    public override string ToString() => NumberText.Show(Value) + " " + Unit;
}
