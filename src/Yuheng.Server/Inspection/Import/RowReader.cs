using System.Globalization;
using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Takes the cells of one row and gathers what is wrong and what was understood.</summary>
internal sealed class RowReader(FoundHeader header, SheetRow row)
{
    private readonly List<CellError> _errors = [];

    private readonly List<Understood> _remarks = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<CellError> Errors => _errors;

    /// <summary>What was understood so far.</summary>
    public IReadOnlyList<Understood> Remarks => _remarks;

    /// <summary>The row's number.</summary>
    public int Number => row.Number;

    /// <summary>A required value; where it is missing, that is an error and the default comes back.</summary>
    public T? Required<T>(string key, Func<string, Taken<T>> read) => Required(key, cell => read(cell.Text));

    /// <inheritdoc cref="Required{T}(string, Func{string, Taken{T}})"/>
    public T? Required<T>(string key, Func<Cell, Taken<T>> read)
    {
        if (IsBlank(key))
        {
            Refuse(key, Phrase.Of("import.reason.missing"), null);
            return default;
        }

        return Take(key, read);
    }

    /// <summary>An optional value; the default where the cell is empty or wrong.</summary>
    public T? Optional<T>(string key, Func<string, Taken<T>> read) =>
        IsBlank(key) ? default : Take(key, cell => read(cell.Text));

    /// <summary>Free text, empty where there is none.</summary>
    public string Text(string key, int longest = ImportLimits.Short) => IsBlank(key) ? "" : Take(key, cell =>
    {
        var text = CellText.Clean(cell.Text);
        return text.Length <= longest
            ? Taken.Of(text)
            : Taken.Bad<string>("too-long", null, Invariant(text.Length), Invariant(longest));
    }) ?? "";

    /// <summary>Whether nothing stands in the cell.</summary>
    public bool IsBlank(string key)
    {
        var cell = header.Cell(row, key);
        return cell.Kind == CellKind.Empty
            || (cell.Kind == CellKind.Text && CellText.Clean(cell.Text).Length == 0);
    }

    /// <summary>Notes an error at a cell.</summary>
    public void Refuse(string key, Phrase reason, string? suggestion) => _errors.Add(new CellError(
        row.Number, key, header.Address(row, key), header.Cell(row, key).Text, reason, suggestion));

    /// <summary>Notes how a cell, or with an empty key the row, was understood.</summary>
    public void Remark(string key, Phrase phrase) =>
        _remarks.Add(new Understood(key, header.Address(row, key), phrase));

    /// <summary>The row as it came out.</summary>
    public RowResult<T> Result<T>(Func<T> make)
        where T : class => new(row.Number, _errors.Count == 0 ? make() : null, _errors);

    private T? Take<T>(string key, Func<Cell, Taken<T>> read)
    {
        var cell = header.Cell(row, key);
        if (Unreadable(cell) is { } reason)
        {
            Refuse(key, reason, null);
            return default;
        }

        var outcome = read(cell);
        if (outcome.Reason is { } wrong)
        {
            Refuse(key, wrong, outcome.Suggestion);
            return default;
        }

        if (outcome.Remark is { } remark)
        {
            Remark(key, remark);
        }

        return outcome.Value;
    }

    private static Phrase? Unreadable(Cell cell) => cell.Kind switch
    {
        CellKind.Formula => Phrase.Of("import.reason.formula", Shortened(cell.Text)),
        CellKind.Error => Phrase.Of("import.reason.excel-error", Shortened(cell.Text)),
        CellKind.Merged => Phrase.Of("import.reason.merged"),
        _ when cell.Text.Length > ImportLimits.Long =>
            Phrase.Of("import.reason.too-long", Invariant(cell.Text.Length), Invariant(ImportLimits.Long)),
        _ => null,
    };

    private static string Shortened(string text) =>
        text.Length > ImportLimits.Short ? text[..ImportLimits.Short] + "\u2026" : text;

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
