using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yuheng.Core.Credentials;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): members in the order of their UTF-16 code units, numbers as
/// ECMAScript writes them, no white space; the bytes that Data Integrity proofs sign.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes of a value that <see cref="StrictJson"/> has read.</summary>
    /// <exception cref="Refused">A number is outside the range of a double (<c>number-out-of-range</c>).</exception>
    public static byte[] Of(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A double as ECMAScript's Number::toString writes it (RFC 8785 section 3.2.2.3).</summary>
    /// <exception cref="Refused">NaN or infinite (<c>number-out-of-range</c>).</exception>
    public static string NumberText(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new Refused("refused.credentials.number-out-of-range");
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = ShortestDigits(Math.Abs(value));
        var text = Layout(digits, point);
        return value < 0 ? "-" + text : text;
    }

    // Significant digits without outer zeros, and the place of the decimal point counted from their start.
    private static (string Digits, int Point) ShortestDigits(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissaEnd = text.IndexOf('E');
        var mantissa = mantissaEnd < 0 ? text : text[..mantissaEnd];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).Trim('0');
        var point = mantissaEnd < 0
            ? PointOf(mantissa)
            : int.Parse(text.AsSpan(mantissaEnd + 1), CultureInfo.InvariantCulture) + 1;
        return (digits, point);
    }

    // The same place for a number written without exponent: 12.5 has it after 2 digits, 0.0012 two before the first.
    private static int PointOf(string mantissa)
    {
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa : mantissa[..point];
        return whole.TrimStart('0') is { Length: > 0 } trimmed
            ? trimmed.Length
            : -(mantissa.AsSpan(point + 1).IndexOfAnyExcept('0'));
    }

    private static string Layout(string digits, int point)
    {
        if (point is > 0 and <= 21)
        {
            return digits.Length <= point
                ? digits.PadRight(point, '0')
                : digits[..point] + "." + digits[point..];
        }

        if (point is > -6 and <= 0)
        {
            return "0." + new string('0', -point) + digits;
        }

        var exponent = point - 1;
        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, output);
                break;
            case JsonValueKind.Array:
                WriteArray(value, output);
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, output);
                break;
            case JsonValueKind.Number:
                Encoding.ASCII.GetBytes(NumberText(value.GetDouble()), output);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    private static void WriteObject(JsonElement value, ArrayBufferWriter<byte> output)
    {
        var members = value.EnumerateObject().Select(m => (m.Name, m.Value)).ToArray();
        Array.Sort(members, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            WriteText(members[i].Name, output);
            output.Write(":"u8);
            Write(members[i].Value, output);
        }

        output.Write("}"u8);
    }

    private static void WriteArray(JsonElement value, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            output.Write(first ? ""u8 : ","u8);
            first = false;
            Write(item, output);
        }

        output.Write("]"u8);
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= ' ' && text[i] is not ('"' or '\\'))
            {
                continue;
            }

            Encoding.UTF8.GetBytes(text.AsSpan(from, i - from), output);
            Encoding.ASCII.GetBytes(Escape(text[i]), output);
            from = i + 1;
        }

        Encoding.UTF8.GetBytes(text.AsSpan(from), output);
        output.Write("\""u8);
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => $"\\u{(int)character:x4}",
    };
}
