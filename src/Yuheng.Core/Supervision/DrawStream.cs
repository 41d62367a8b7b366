using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Core.Supervision;

/// <summary>
/// Numbers from a seed for one purpose and one subject. Block k is SHA-256 of the lines <c>yuheng.draw.stream/1</c>,
/// seed, purpose, subject and k = 0, 1, 2…; it is read as four unsigned 64-bit numbers, most significant byte first.
/// </summary>
internal sealed class DrawStream
{
    /// <summary>
    /// A word is rejected with a chance below 2^-24 for ranges up to 10^12; this many in a row is a bug.
    /// </summary>
    private const int MostRejections = 64;

    /// <summary>Digits of the largest counter and the line feed.</summary>
    private const int CounterBytes = 21;

    private readonly byte[] _text;
    private readonly int _prefix;
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private ulong _counter;
    private int _read = SHA256.HashSizeInBytes;

    public DrawStream(DrawSeed seed, string purpose, string subject)
    {
        var lines = $"yuheng.draw.stream/1\n{seed.Hex}\n{purpose}\n{DrawText.Checked(subject)}\n";
        _prefix = Encoding.UTF8.GetByteCount(lines);
        _text = new byte[_prefix + CounterBytes];
        Encoding.UTF8.GetBytes(lines, _text);
    }

    /// <summary>
    /// A number from 0 to <paramref name="range"/> − 1, each equally likely: words at or above the largest multiple of
    /// the range are passed over, the others are taken modulo the range.
    /// </summary>
    public ulong Below(ulong range)
    {
        var surplus = ((ulong.MaxValue % range) + 1) % range;
        for (var attempt = 0; attempt < MostRejections; attempt++)
        {
            var word = Next();
            if (surplus == 0 || word < 0 - surplus)
            {
                return word % range;
            }
        }

        throw new InvalidOperationException("the draw's stream is broken");
    }

    private ulong Next()
    {
        if (_read == _block.Length)
        {
            Utf8Formatter.TryFormat(_counter++, _text.AsSpan(_prefix), out var digits);
            _text[_prefix + digits] = (byte)'\n';
            SHA256.HashData(_text.AsSpan(0, _prefix + digits + 1), _block);
            _read = 0;
        }

        var word = BinaryPrimitives.ReadUInt64BigEndian(_block.AsSpan(_read));
        _read += sizeof(ulong);
        return word;
    }
}
