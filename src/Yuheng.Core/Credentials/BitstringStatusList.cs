using System.IO.Compression;

namespace Yuheng.Core.Credentials;

/// <summary>
/// One bit for each credential (W3C Bitstring Status List 1.0): compressed with gzip, written as base64url multibase.
/// Index 0 is the left-most bit of the first byte.
/// </summary>
public sealed class BitstringStatusList
{
    /// <summary>Fewest entries: asking for a list shall not tell which credential is meant (section 2.2).</summary>
    public const int MinimumLength = 131_072;

    // 134 million credentials; a small file that grows beyond this when unpacked is a bomb.
    private const int MaxBytes = 16_777_216;

    private readonly byte[] _bits;

    private BitstringStatusList(byte[] bits) => _bits = bits;

    /// <summary>A list with no bit set.</summary>
    /// <param name="length">How many entries; rounded up to a whole byte, at least <see cref="MinimumLength"/>.</param>
    public BitstringStatusList(int length) => _bits = new byte[(Math.Max(length, MinimumLength) + 7) / 8];

    /// <summary>How many entries.</summary>
    public int Length => _bits.Length * 8;

    /// <summary>Whether the bit of an entry is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the list.</exception>
    public bool this[int index]
    {
        get => (_bits[Byte(index)] & Mask(index)) != 0;
        set
        {
            var kept = _bits[Byte(index)] & ~Mask(index);
            _bits[Byte(index)] = (byte)(value ? kept | Mask(index) : kept);
        }
    }

    /// <summary>The list as <c>encodedList</c>.</summary>
    public string Encode()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(_bits);
        }

        return Multibase.Base64UrlOf(packed.ToArray());
    }

    /// <summary>Reads an <c>encodedList</c>; null when it is no gzip in base64url, too short or too long.</summary>
    public static BitstringStatusList? TryDecode(string? encoded)
    {
        if (encoded is null || !encoded.StartsWith('u') || !Multibase.TryDecode(encoded, out var packed))
        {
            return null;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var bits = new MemoryStream();
            var buffer = new byte[65_536];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                bits.Write(buffer, 0, read);
                if (bits.Length > MaxBytes)
                {
                    return null;
                }
            }

            return bits.Length * 8 < MinimumLength ? null : new BitstringStatusList(bits.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private int Byte(int index) =>
        index >= 0 && index < Length ? index / 8 : throw new ArgumentOutOfRangeException(nameof(index));

    private static int Mask(int index) => 0x80 >> (index % 8);
}
