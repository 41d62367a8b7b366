using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Core.Supervision;

/// <summary>
/// The bytes that a draw hashes are plain UTF-8 lines, so that a person with <c>printf</c> and <c>sha256sum</c> can
/// repeat them. That holds only while no field contains a line break, which is checked here.
/// </summary>
internal static class DrawText
{
    /// <summary>Longer identifiers are a mistake or an attack; real ones are below 100 characters.</summary>
    private const int LongestField = 1000;

    /// <summary>Usual texts are short; they are put together without the heap.</summary>
    private const int OnStack = 512;

    /// <summary>SHA-256 of the lines, each ended by one line feed.</summary>
    public static byte[] Hash(params ReadOnlySpan<string> lines)
    {
        var length = 0;
        foreach (var line in lines)
        {
            length += Encoding.UTF8.GetByteCount(Checked(line)) + 1;
        }

        var text = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        var at = 0;
        foreach (var line in lines)
        {
            at += Encoding.UTF8.GetBytes(line, text[at..]);
            text[at++] = (byte)'\n';
        }

        return SHA256.HashData(text[..length]);
    }

    /// <summary>The field itself.</summary>
    /// <exception cref="Refused">Empty, too long, with a control character, or not valid Unicode.</exception>
    public static string Checked(string field)
    {
        if (field.Length is 0 or > LongestField)
        {
            throw new Refused(
                "refused.supervision.draw-field-length",
                field.Length.ToString(Invariant),
                LongestField.ToString(Invariant));
        }

        for (var i = 0; i < field.Length; i++)
        {
            var paired = char.IsHighSurrogate(field[i]) && i + 1 < field.Length && char.IsLowSurrogate(field[i + 1]);
            if (char.IsControl(field[i]) || (char.IsSurrogate(field[i]) && !paired))
            {
                throw new Refused("refused.supervision.draw-field-character", i.ToString(Invariant));
            }

            i += paired ? 1 : 0;
        }

        return field;
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
