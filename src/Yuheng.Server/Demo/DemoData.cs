using System.Text.Json;

namespace Yuheng.Server.Demo;

/// <summary>Names and products from which the synthetic zone is made; all of them invented.</summary>
internal sealed record DemoData(
    string[][] Syllables,
    string[][] Trades,
    string[][] Forms,
    string[] Place,
    string[] Towns,
    string[][] Surnames,
    string[] Given,
    string[] Zone,
    Dictionary<string, string[]> Parties,
    string[][] Products,
    string[] Markets)
{
    /// <summary>The data as it comes with the program.</summary>
    public static DemoData Load()
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream("demo/demo.json")!;
        return JsonSerializer.Deserialize<DemoData>(stream, JsonSerializerOptions.Web)!;
    }
}
