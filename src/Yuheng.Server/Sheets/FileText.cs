using System.Text;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>
/// The encoding of a text file, decided once for the whole of it: by its mark, else strict UTF-8, else GB18030, in
/// which
/// Excel and WPS on Chinese Windows save text. Deciding line by line would read a short GB18030 line as UTF-8.
/// </summary>
internal static class FileText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Utf16Little = new UnicodeEncoding(false, false, throwOnInvalidBytes: true);

    private static readonly Encoding Utf16Big = new UnicodeEncoding(true, false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text and the name of its encoding.</summary>
    /// <exception cref="Refused"><c>encoding</c>: in none of the encodings is every byte a character.</exception>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return (Try(Utf8, bytes[3..]) ?? throw Unreadable(), "utf-8");
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return (Try(Utf16Little, bytes[2..]) ?? throw Unreadable(), "utf-16");
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return (Try(Utf16Big, bytes[2..]) ?? throw Unreadable(), "utf-16");
        }

        return Try(Utf8, bytes) is { } utf8 ? (utf8, "utf-8")
            : Try(Gb18030, bytes) is { } gb ? (gb, "GB18030")
            : throw Unreadable();
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Refused Unreadable() => SheetChecks.File("encoding");
}
