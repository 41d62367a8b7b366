using System.Buffers.Binary;

namespace Yuheng.Core.Indicators;

/// <summary>
/// How a tally is kept: its counts and sums in a fixed order, eight bytes each, least significant first.
/// </summary>
internal static class TallyBytes
{
    private const int Word = 8;

    /// <summary>Length of the sums before the counts of characteristics.</summary>
    public const int Sums = 19 * Word;

    public static byte[] Write(ReadOnlySpan<long> counts, ReadOnlySpan<WeightedSum> weighted, int listed, long[][] by)
    {
        var bytes = new byte[Sums + (2 * listed * Word)];
        var place = 0;
        foreach (var count in counts)
        {
            Put(bytes, ref place, count);
        }

        foreach (var sum in weighted)
        {
            Put(bytes, ref place, BitConverter.DoubleToInt64Bits(sum.All));
            Put(bytes, ref place, BitConverter.DoubleToInt64Bits(sum.Having));
            Put(bytes, ref place, BitConverter.DoubleToInt64Bits(sum.Squares));
            Put(bytes, ref place, sum.Unknown);
        }

        foreach (var counted in by)
        {
            foreach (var count in counted.AsSpan(0, listed))
            {
                Put(bytes, ref place, count);
            }
        }

        return bytes;
    }

    public static long Long(ReadOnlySpan<byte> bytes, int index) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes[(index * Word)..]);

    public static WeightedSum Sum(ReadOnlySpan<byte> bytes, int index) => new(
        BitConverter.Int64BitsToDouble(Long(bytes, index)),
        BitConverter.Int64BitsToDouble(Long(bytes, index + 1)),
        BitConverter.Int64BitsToDouble(Long(bytes, index + 2)),
        Long(bytes, index + 3));

    private static void Put(byte[] bytes, ref int place, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place), value);
        place += Word;
    }
}
