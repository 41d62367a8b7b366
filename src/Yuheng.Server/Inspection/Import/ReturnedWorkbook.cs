using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Inspection.Import;

/// <summary>Which rows come back to the person who sent them.</summary>
internal enum ReturnedRows
{
    /// <summary>Only rows with mistakes: the good ones have gone through.</summary>
    Bad,

    /// <summary>All rows, the good ones green.</summary>
    All,
}

/// <summary>
/// The rows as they were sent, with every wrong cell red, the reason as a note at the cell and in a last column,
/// ready to
/// be corrected and sent again: the head is the same and the column of reasons is passed over.
/// </summary>
internal static class ReturnedWorkbook
{
    private const double ReasonWidth = 60;

    /// <summary>Writes the workbook; the stream must be seekable and stays open.</summary>
    public static void Write<T>(Stream stream, ImportResult<T> result, ReturnedRows which, Saying saying)
        where T : class
    {
        var reasonColumn = ReasonColumn(result.Header);
        var head = result.Header.Sheet.Rows[result.Header.Index];
        var rows = result.Rows.Where(row => which == ReturnedRows.All || !row.IsGood)
            .Join(result.Header.Rows, row => row.Row, sent => sent.Number, (row, sent) => (row, sent));
        XlsxFile.Write(
            stream,
            [
                new OutSheet(
                    saying.Text("import.returned.sheet"),
                    rows.Select(pair => Row(pair.row, pair.sent, reasonColumn, saying))
                        .Prepend(Head(head, reasonColumn, saying)))
                {
                    FrozenRows = 1,
                    Columns =
                    [
                        .. Enumerable.Range(0, reasonColumn).Select(_ => new OutColumn(14)),
                        new OutColumn(ReasonWidth, Look.Remark),
                    ],
                },
            ]);
    }

    /// <summary>Where the reasons stand: where they stood the last time, else after the last heading.</summary>
    private static int ReasonColumn(FoundHeader header) => header.Places.TryGetValue("reason", out var place)
        ? place
        : header.Sheet.Rows[header.Index].Cells.Count;

    private static List<OutCell> Head(SheetRow head, int reasonColumn, Saying saying)
    {
        var cells = new List<OutCell>();
        for (var column = 0; column < reasonColumn; column++)
        {
            cells.Add(new OutCell(head.At(column).Text, Look.Header));
        }

        cells.Add(new OutCell(DeclarationImport.Columns["reason"].Title(saying.Language), Look.Header));
        return cells;
    }

    private static List<OutCell> Row<T>(RowResult<T> row, SheetRow sent, int reasonColumn, Saying saying)
        where T : class
    {
        var wrong = row.Errors.ToLookup(error => error.Address);
        var cells = new List<OutCell>();
        for (var column = 0; column < reasonColumn; column++)
        {
            var errors = wrong[CellAddress.Of(sent.Number, column)].ToArray();
            cells.Add(errors.Length > 0
                ? new OutCell(sent.At(column).Text, Look.Bad, string.Join('\n', errors.Select(saying.Reason)))
                : new OutCell(sent.At(column).Text, row.IsGood ? Look.Good : Look.Text));
        }

        var reasons = row.IsGood
            ? saying.Text("import.returned.accepted")
            : string.Join('\n', row.Errors.Select(saying.InRow));
        cells.Add(new OutCell(reasons, Look.Remark));
        return cells;
    }
}

/// <summary>Says reasons in a person's language.</summary>
/// <param name="Texts">All texts.</param>
/// <param name="Language">The language.</param>
/// <param name="Columns">The columns whose headings are named.</param>
internal sealed record Saying(Texts Texts, Language Language, ColumnList Columns)
{
    /// <summary>A plain text.</summary>
    public string Text(string key) => Texts.Say(Language, key);

    /// <summary>A reason alone.</summary>
    public string Reason(CellError error) => Texts.Say(Language, error.Reason);

    /// <summary>Column with address in the file that was sent, reason and suggestion in one line.</summary>
    public string Cell(CellError error) => Line(error, error.Address is null ? "" : $" {error.Address}");

    /// <summary>The same without the address, for where the row stands beside it under another number.</summary>
    public string InRow(CellError error) => Line(error, "");

    private string Line(CellError error, string address)
    {
        var column = Columns[error.Column];
        var heading = (Language == Language.Chinese ? column.Zh : column.En) + address;
        return error.Suggestion is { } suggestion
            ? Texts.Say(Language, "import.returned.cell-suggestion", heading, Reason(error), suggestion)
            : Texts.Say(Language, "import.returned.cell", heading, Reason(error));
    }
}
