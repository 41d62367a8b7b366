using Yuheng.Core.Quantities;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>What the page of results shows.</summary>
/// <param name="Sheet">The bench's sheet.</param>
/// <param name="Shown">Columns in sight.</param>
/// <param name="Code">What the address named: a code, or all.</param>
/// <param name="From">First sample in sight.</param>
public sealed record ResultsModel(ResultsSheet Sheet, IReadOnlyList<TestColumn> Shown, string Code, int From)
{
    /// <summary>Ends the name of a row's own pressure.</summary>
    public const string PressureSuffix = "~pressure";

    /// <summary>Ends the name of a row's own holding time.</summary>
    public const string HoldSuffix = "~hold";

    /// <summary>Whether it is the firm's own bench.</summary>
    public required bool Own { get; init; }

    /// <summary>Whether results can be entered now.</summary>
    public required bool Open { get; init; }

    /// <summary>Files of the lot.</summary>
    public required IReadOnlyList<Attachment> Files { get; init; }

    /// <summary>Address of the page.</summary>
    public string Path => $"/lots/{Sheet.Lot.Id}/{(Own ? "own-results" : "results")}";

    /// <summary>Field of the samples that do not conform.</summary>
    public static string ExceptionsOf(TestColumn column) => "x." + column.Code;

    /// <summary>Column of an element.</summary>
    public static string ElementKey(TestColumn column, string element) => $"{column.Code}~{element}";

    /// <summary>Keys of the grid's columns in the order in which a block is pasted.</summary>
    public static IEnumerable<string> GridColumns(IReadOnlyList<TestColumn> shown) => shown.SelectMany(column =>
        column.Form == EntryForm.Elements
            ? column.First.Limit!.Elements.Select(e => ElementKey(column, e.Element))
            : shown.Count > 1 || !column.HasConditions
                ? [column.Code]
                : (string[])[column.Code, column.Code + PressureSuffix, column.Code + HoldSuffix]);

    /// <summary>The row's pressure where it is not the block's.</summary>
    public static string OwnPressure(Standing standing, ShownBlock block) =>
        Differing(standing.Observation.Pressure, block.Pressure);

    /// <summary>The row's holding time where it is not the block's.</summary>
    public static string OwnHold(Standing standing, ShownBlock block) =>
        Differing(standing.Observation.Hold, block.Hold);

    /// <summary>Rows in sight.</summary>
    public IReadOnlyList<BenchRow> Rows(Func<int, string> label)
    {
        var last = Math.Min(Shown.Max(c => c.Items), From + ResultsSheet.MostRows - 1);
        return
        [
            .. Enumerable.Range(From, Math.Max(0, last - From + 1))
                .Select(o => new BenchRow(ResultsSheet.Written(o), label(o))),
        ];
    }

    private static string Differing(Reading? own, Reading? block) =>
        own is null || own == block ? "" : ResultsSheet.Written(own);
}
