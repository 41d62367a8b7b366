using System.Globalization;
using System.Numerics;

namespace Yuheng.Core.Supervision;

/// <summary>
/// The chance with which a lot is selected, exact, in lowest terms, from 0 to 1. Frozen at plan time: its inverse is
/// the lot's weight in every weighted figure.
/// </summary>
public readonly record struct SelectionProbability : IComparable<SelectionProbability>
{
    /// <summary>Twelve decimals are finer than any plan needs and keep both parts within 64 bits.</summary>
    private const long LargestDenominator = 1_000_000_000_000;

    private readonly long _denominator;

    /// <summary>A fraction; it is reduced.</summary>
    /// <exception cref="Refused">Not between 0 and 1, or finer than 10^-12.</exception>
    public SelectionProbability(long numerator, long denominator)
    {
        if (denominator is < 1 or > LargestDenominator || numerator < 0 || numerator > denominator)
        {
            throw new Refused("refused.supervision.probability", $"{numerator}/{denominator}");
        }

        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    /// <summary>Every lot.</summary>
    public static SelectionProbability Certain { get; } = new(1, 1);

    /// <summary>Upper part of the reduced fraction.</summary>
    public long Numerator { get; }

    /// <summary>Lower part of the reduced fraction.</summary>
    public long Denominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>For statistics, which work in binary fractions.</summary>
    public double AsDouble => (double)Numerator / Denominator;

    /// <summary>An exact decimal such as 0.35.</summary>
    public static SelectionProbability Of(decimal value)
    {
        var scaled = value * LargestDenominator;
        return scaled == decimal.Truncate(scaled) && scaled >= 0 && scaled <= LargestDenominator
            ? new SelectionProbability((long)scaled, LargestDenominator)
            : throw new Refused("refused.supervision.probability", value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Reads <c>7/20</c> or <c>0.35</c>.</summary>
    /// <exception cref="Refused">Not a fraction or decimal between 0 and 1.</exception>
    public static SelectionProbability Parse(string text)
    {
        const NumberStyles whole = NumberStyles.None;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0
            && long.TryParse(text.AsSpan(0, slash), whole, CultureInfo.InvariantCulture, out var upper)
            && long.TryParse(text.AsSpan(slash + 1), whole, CultureInfo.InvariantCulture, out var lower))
        {
            return new SelectionProbability(upper, lower);
        }

        return slash < 0
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value <= 1
                ? Of(value)
                : throw new Refused("refused.supervision.probability", text);
    }

    /// <inheritdoc/>
    public int CompareTo(SelectionProbability other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <summary>The reduced fraction, <c>7/20</c>; <c>1</c> and <c>0</c> stand alone.</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
