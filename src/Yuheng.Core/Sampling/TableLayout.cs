using System.Collections.Frozen;
using System.Text.Json;

namespace Yuheng.Core.Sampling;

/// <summary>
/// What all editions share: the AQL series, table 1 with its code letters, and the sample sizes by letter.
/// </summary>
internal sealed record TableLayout(
    IReadOnlyList<string> Aqls,
    IReadOnlyList<string> Levels,
    IReadOnlyList<long> LotsFrom,
    IReadOnlyList<IReadOnlyList<string>> LettersByLot,
    FrozenDictionary<(Severity Severity, PlanKind Plan, string Letter), int> SampleSizes)
{
    /// <summary>The letters in order; S is a row of the tightened tables only.</summary>
    public static IReadOnlyList<string> Letters { get; } = "A B C D E F G H J K L M N P Q R S".Split(' ');

    /// <summary>The stage's sample size, or null where the letter has no such plan.</summary>
    public int? SampleSize(Severity severity, PlanKind plan, string letter) =>
        SampleSizes.TryGetValue((severity, plan, letter), out var size) ? size : null;

    public static TableLayout From(JsonElement file)
    {
        var lots = file.GetProperty("lots").EnumerateArray().ToList();
        return new TableLayout(
            file.GetProperty("aql").GetString()!.Split(' '),
            file.GetProperty("levels").GetString()!.Split(' '),
            [.. lots.Select(lot => lot.GetProperty("from").GetInt64())],
            [.. lots.Select(lot => lot.GetProperty("letters").GetString()!.Split(' '))],
            SizesOf(file.GetProperty("sampleSizes")).ToFrozenDictionary(size => size.Key, size => size.Size));
    }

    private static IEnumerable<((Severity, PlanKind, string) Key, int Size)> SizesOf(JsonElement tables) =>
        from table in tables.EnumerateObject()
        from row in table.Value.EnumerateArray()
        from plan in Enum.GetValues<PlanKind>()
        let size = row.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(plan.ToString()))
        where size.ValueKind == JsonValueKind.Number
        select ((TableData.SeverityOf(table.Name), plan, row.GetProperty("letter").GetString()!), size.GetInt32());
}
