using System.Text.Json;

namespace Yuheng.Core.Sampling;

/// <summary>
/// Reads the embedded table files once; what they hold is typed, and a wrong file fails at the first look-up.
/// </summary>
internal static class TableData
{
    public static TableLayout Layout { get; } = Read("letters-and-sizes", TableLayout.From);

    public static RawTables Iso { get; } = Read("iso-2859-1-1999", RawTables.From);

    public static RawTables Mil { get; } = Read("mil-std-105e", RawTables.From);

    public static Severity SeverityOf(string word) => Enum.Parse<Severity>(word, ignoreCase: true);

    private static T Read<T>(string file, Func<JsonElement, T> read)
    {
        using var stream = typeof(TableData).Assembly.GetManifestResourceStream($"sampling/{file}.json")!;
        using var document = JsonDocument.Parse(stream);
        return read(document.RootElement);
    }
}
