using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Yuheng.Core.Sampling;

/// <summary>
/// The printed tables of one standard: the single cells, and what a double or multiple plan puts in place of each.
/// </summary>
internal sealed record RawTables(
    FrozenDictionary<(Severity Severity, string Letter), IReadOnlyList<TableCell>> Single,
    FrozenDictionary<(PlanKind Plan, Severity Severity, string Single), Stages> Stages)
{
    /// <summary>The cell of a row and column; rows that a severity lacks are empty.</summary>
    public TableCell Cell(Severity severity, string letter, int aql) =>
        Single.TryGetValue((severity, letter), out var row) ? row[aql] : new TableCell(CellKind.Empty);

    public static RawTables From(JsonElement file) => new(
        (from table in file.GetProperty("single").EnumerateObject()
         from row in table.Value.EnumerateObject()
         select (Key: (TableData.SeverityOf(table.Name), row.Name), Cells: CellsOf(row.Value)))
            .ToFrozenDictionary(row => row.Key, row => row.Cells),
        file.GetProperty("stages").EnumerateArray().ToFrozenDictionary(KeyOf, StagesOf));

    private static IReadOnlyList<TableCell> CellsOf(JsonElement row) =>
        [.. row.GetString()!.Split(' ').Select(TableCell.Parse)];

    private static (PlanKind, Severity, string) KeyOf(JsonElement row) => (
        Enum.Parse<PlanKind>(row.GetProperty("plan").GetString()!, ignoreCase: true),
        TableData.SeverityOf(row.GetProperty("severity").GetString()!),
        row.GetProperty("single").GetString()!);

    private static Stages StagesOf(JsonElement row) => new(
        [.. NumbersOf(row.GetProperty("ac"))],
        [.. NumbersOf(row.GetProperty("re")).Select(re => re!.Value)],
        Enum.Parse<Confidence>(row.GetProperty("confidence").GetString()!, ignoreCase: true));

    // '#': acceptance is not permitted at this stage.
    private static IEnumerable<int?> NumbersOf(JsonElement text) => text.GetString()!.Split(' ')
        .Select(number => number == "#" ? (int?)null : int.Parse(number, CultureInfo.InvariantCulture));
}

/// <summary>Cumulative acceptance and rejection numbers, one a stage; no Ac where a stage cannot accept.</summary>
internal sealed record Stages(ImmutableArray<int?> Ac, ImmutableArray<int> Re, Confidence Confidence);
