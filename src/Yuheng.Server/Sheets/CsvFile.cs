using System.Text;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Writes rows as text that Excel on any Windows opens rightly: UTF-8 with mark, CRLF, every cell quoted, active text
/// guarded with an apostrophe.
/// </summary>
internal static class CsvFile
{
    /// <summary>Writes the rows; the stream stays open.</summary>
    public static void Write(Stream stream, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                writer.Write(column == 0 ? "\"" : ",\"");
                writer.Write(SafeText.Guarded(row[column]).Replace("\"", "\"\""));
                writer.Write('"');
            }

            writer.WriteLine();
        }
    }
}
