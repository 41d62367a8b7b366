using System.Globalization;
using System.Numerics;

namespace Yuheng.Core.Credentials;

/// <summary>The points of NIST P-256: Multikey keeps only x and the parity of y, the platform wants both.</summary>
internal static class P256Point
{
    private static readonly BigInteger Prime = Hex("0ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    /// <summary>The y of a compressed point; null when x is not on the curve (SEC 1 section 2.3.4).</summary>
    public static byte[]? YOf(ReadOnlySpan<byte> compressed)
    {
        if (compressed.Length != 33 || compressed[0] is not (2 or 3))
        {
            return null;
        }

        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        if (x >= Prime)
        {
            return null;
        }

        // The prime is 3 modulo 4, so a square root is the (p + 1) / 4th power.
        var square = (BigInteger.ModPow(x, 3, Prime) + (Prime - 3) * x + B) % Prime;
        var y = BigInteger.ModPow(square, (Prime + 1) / 4, Prime);
        if (y * y % Prime != square)
        {
            return null;
        }

        if (y.IsEven == (compressed[0] == 3))
        {
            y = Prime - y;
        }

        var bytes = y.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static BigInteger Hex(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
