namespace Yuheng.Server.Sheets;

/// <summary>
/// Text that a spreadsheet program would take for a formula. In a workbook such text stays text (inline string, quote
/// prefix); in a text file an apostrophe is put before it, which <see cref="CsvSheet"/> takes away again.
/// </summary>
internal static class SafeText
{
    /// <summary>The apostrophe that spreadsheets understand as "text follows".</summary>
    public const char Guard = '\'';

    /// <summary>Whether the text would be computed when typed into a cell.</summary>
    public static bool IsActive(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>
    /// Guards active text. Text that already looks guarded gets one more apostrophe, so that reading is exact.
    /// </summary>
    public static string Guarded(string text) => IsActive(text.AsSpan().TrimStart(Guard)) ? Guard + text : text;

    /// <summary>Takes one guard away, if what follows is active.</summary>
    public static string Unguarded(string text) =>
        text.Length > 1 && text[0] == Guard && IsActive(text.AsSpan().TrimStart(Guard)) ? text[1..] : text;
}
