using System.Numerics;

namespace Yuheng.Core.Quantities;

/// <summary>
/// An exact fraction. Unit conversion and rounding go through it, so that a verdict never turns on the 28th digit of a
/// quotient (1 ml/min is 50/3 mm³/s, which no decimal can hold).
/// </summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    /// <summary>A fraction of two integers; the denominator is positive.</summary>
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(denominator, BigInteger.Zero);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        _numerator = numerator / common;
        _denominator = denominator / common;
    }

    /// <summary>The fraction one.</summary>
    public static Ratio One { get; } = new(1, 1);

    private BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>The exact value of a decimal.</summary>
    public static Ratio Of(decimal value)
    {
        var scale = value.Scale;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new Ratio(value < 0 ? -digits : digits, BigInteger.Pow(10, scale));
    }

    /// <summary>Product.</summary>
    public static Ratio operator *(Ratio a, Ratio b) => new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    /// <summary>Sum.</summary>
    public static Ratio operator +(Ratio a, Ratio b) =>
        new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>Division.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Ratio operator /(Ratio a, Ratio b)
    {
        if (b._numerator.IsZero)
        {
            throw new DivideByZeroException();
        }

        var sign = b._numerator.Sign;
        return new Ratio(a._numerator * b.Denominator * sign, a.Denominator * b._numerator * sign);
    }

    /// <summary>Less.</summary>
    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    /// <summary>Not greater.</summary>
    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    /// <summary>Not less.</summary>
    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>Rounded half to even at a number of decimals, on the exact value.</summary>
    public decimal Round(int decimals)
    {
        var scaled = BigInteger.Abs(_numerator) * BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(scaled, Denominator, out var rest);
        var half = (rest * 2).CompareTo(Denominator);
        if (half > 0 || (half == 0 && !whole.IsEven))
        {
            whole += 1;
        }

        var value = (decimal)whole / (decimal)BigInteger.Pow(10, decimals);
        return _numerator.Sign < 0 ? -value : value;
    }

    /// <summary>As a decimal, exact where a decimal can hold it, else to 12 decimals; without trailing zeros.</summary>
    public decimal ToDecimal()
    {
        const int decimals = 12;
        var value = Round(decimals);
        return value / 1.0000000000000000000000000000m;
    }
}
