using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Reads a file of rows, whatever its name says: a workbook by its zip head, else text. What is neither is refused with
/// the way out, for example an old <c>.xls</c>, which Excel saves again as <c>.xlsx</c>.
/// </summary>
internal static class SheetFile
{
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    private static ReadOnlySpan<byte> OleFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Reads all visible sheets.</summary>
    /// <exception cref="Refused">Whatever the file is, only this is thrown; the code says what is wrong with
    /// it.</exception>
    public static Book Read(Upload upload)
    {
        var bytes = upload.Bytes.Span;
        if (bytes.StartsWith(Zip) && bytes.Length > 3 && bytes[2] < 9)
        {
            return XlsxBook.Read(upload.Bytes);
        }

        if (bytes.StartsWith(OleFile))
        {
            // Both the old binary format and a workbook behind a password are such files.
            throw SheetChecks.File("old-excel");
        }

        var (text, encoding) = FileText.Decode(upload.Bytes.Span);
        if (text.Contains('\0'))
        {
            throw SheetChecks.File("not-a-table");
        }

        if (text.AsSpan().TrimStart().StartsWith("<"))
        {
            throw SheetChecks.File("markup");
        }

        return new Book(BookFormat.Csv, encoding, [CsvSheet.Read(text)]);
    }
}
