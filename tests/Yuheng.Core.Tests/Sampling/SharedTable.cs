using System.Globalization;

namespace Yuheng.Core.Tests.Sampling;

/// <summary>
/// Rows of a shared CSV file, by column name; the tests that use it are skipped where the file is absent.
/// </summary>
internal static class SharedTable
{
    public static IReadOnlyList<Dictionary<string, string>> Read(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.Folder(folder), file));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }

    public static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
