using Yuheng.Core;

namespace Yuheng.Server.Inspection.Import;

/// <summary>How a cell was understood.</summary>
/// <param name="Column">Key of the column; empty for the row as a whole.</param>
/// <param name="Address">Address in the file.</param>
/// <param name="Phrase">What to say.</param>
internal sealed record Understood(string Column, string? Address, Phrase Phrase);

/// <summary>A cell that is not accepted.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Column">Key of the column.</param>
/// <param name="Address">Address in the file (<c>J29</c>); null where the file lacks the column.</param>
/// <param name="Given">What stands there.</param>
/// <param name="Reason">Why not, and what is expected.</param>
/// <param name="Suggestion">What was probably meant, or null.</param>
internal sealed record CellError(
    int Row, string Column, string? Address, string Given, Phrase Reason, string? Suggestion);

/// <summary>What became of a row: a value to go on with, or the cells that are wrong; never both.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Value">The value; null where there are errors.</param>
/// <param name="Errors">Errors by cell.</param>
internal sealed record RowResult<T>(int Row, T? Value, IReadOnlyList<CellError> Errors)
    where T : class
{
    /// <summary>Whether the row can go through.</summary>
    public bool IsGood => Value is not null;
}

/// <summary>What became of a file.</summary>
/// <param name="Header">The head that was found, with what was ignored.</param>
/// <param name="Rows">Every row that says something, in order.</param>
/// <param name="Skipped">Rows that are none, with why: examples, totals, repeated heads, rows not filled in.</param>
internal sealed record ImportResult<T>(
    FoundHeader Header, IReadOnlyList<RowResult<T>> Rows, IReadOnlyList<SkippedRow> Skipped)
    where T : class
{
    /// <summary>The values of the good rows.</summary>
    public IEnumerable<T> Good => Rows.Where(row => row.IsGood).Select(row => row.Value!);

    /// <summary>The errors of all rows.</summary>
    public IEnumerable<CellError> Errors => Rows.SelectMany(row => row.Errors);
}

/// <summary>A row that was passed over.</summary>
internal sealed record SkippedRow(int Row, Phrase Why);
