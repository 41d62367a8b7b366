using System.Buffers;

namespace Yuheng.Core.Credentials;

/// <summary>Base 58 in the Bitcoin alphabet: the <c>z</c> of multibase (Controlled Identifiers 1.0, 2.4).</summary>
public static class Base58
{
    // Keys, signatures and digests are at most 200 bytes; the algorithm is quadratic, so longer text is refused.
    private const int MaxCharacters = 400;
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static readonly SearchValues<char> Known = SearchValues.Create(Alphabet);

    /// <summary>Bytes as base 58; leading zero bytes become leading ones.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = LeadingZeros(bytes);
        var digits = new List<byte>(bytes.Length * 138 / 100 + 1);
        foreach (var value in bytes[zeros..])
        {
            int carry = value;
            for (var i = 0; i < digits.Count; i++)
            {
                carry += digits[i] << 8;
                digits[i] = (byte)(carry % 58);
                carry /= 58;
            }

            for (; carry > 0; carry /= 58)
            {
                digits.Add((byte)(carry % 58));
            }
        }

        digits.Reverse();
        return new string('1', zeros) + string.Concat(digits.Select(d => Alphabet[d]));
    }

    /// <summary>Base 58 as bytes; false when a character is not of the alphabet or the text is too long.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length > MaxCharacters || text.ContainsAnyExcept(Known))
        {
            return false;
        }

        var ones = text.IndexOfAnyExcept('1');
        var zeros = ones < 0 ? text.Length : ones;
        var values = new List<byte>(text.Length);
        foreach (var character in text[zeros..])
        {
            var carry = Alphabet.IndexOf(character);
            for (var i = 0; i < values.Count; i++)
            {
                carry += values[i] * 58;
                values[i] = (byte)carry;
                carry >>= 8;
            }

            for (; carry > 0; carry >>= 8)
            {
                values.Add((byte)carry);
            }
        }

        values.Reverse();
        bytes = [.. new byte[zeros], .. values];
        return true;
    }

    private static int LeadingZeros(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExcept((byte)0);
        return first < 0 ? bytes.Length : first;
    }
}
