using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Yuheng.Server.Sheets;

/// <summary>
/// Writes workbooks: text cells as inline text in format <c>@</c>, drop-downs, frozen heads, notes. Nothing that is
/// written is ever a formula.
/// </summary>
internal static class XlsxFile
{
    /// <summary>Excel's limits of a tab's name.</summary>
    private const int TabNameLength = 31;

    private const string ListsTab = "lists";

    /// <summary>Writes a workbook; the stream stays open and must be seekable.</summary>
    public static void Write(Stream stream, IReadOnlyList<OutSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = System.IO.Packaging.CompressionOption.Fast;
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStylesheet.Build();
        var tabs = new Xlsx.Sheets();
        var lists = new List<IReadOnlyList<string>>();
        foreach (var sheet in sheets)
        {
            AddTab(tabs, workbook, WriteSheet(workbook, sheet, lists), TabName(sheet.Name));
        }

        if (lists.Count > 0)
        {
            var part = WriteSheet(workbook, new OutSheet(ListsTab, ListRows(lists)), []);
            AddTab(tabs, workbook, part, ListsTab).State = SheetStateValues.Hidden;
        }

        workbook.Workbook = new Workbook(tabs);
    }

    private static Xlsx.Sheet AddTab(Xlsx.Sheets tabs, WorkbookPart workbook, WorksheetPart part, string name)
    {
        var tab = new Xlsx.Sheet
        {
            Id = workbook.GetIdOfPart(part),
            SheetId = (uint)tabs.ChildElements.Count + 1,
            Name = name,
        };
        tabs.Append(tab);
        return tab;
    }

    private static WorksheetPart WriteSheet(WorkbookPart workbook, OutSheet sheet, List<IReadOnlyList<string>> lists)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var comments = new List<XlsxComment>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            if (sheet.FrozenRows > 0)
            {
                writer.WriteElement(Frozen(sheet.FrozenRows));
            }

            if (sheet.Columns.Count > 0)
            {
                writer.WriteElement(Columns(sheet.Columns));
            }

            WriteRows(writer, sheet.Rows, comments);
            if (sheet.Choices.Count > 0)
            {
                writer.WriteElement(Validations(sheet.Choices, lists));
            }

            if (comments.Count > 0)
            {
                writer.WriteElement(new LegacyDrawing { Id = XlsxComments.DrawingId });
            }

            writer.WriteEndElement();
        }

        XlsxComments.Write(part, comments);
        return part;
    }

    private static void WriteRows(
        OpenXmlWriter writer, IEnumerable<IReadOnlyList<OutCell>> rows, List<XlsxComment> comments)
    {
        writer.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            writer.WriteStartElement(new Row { RowIndex = (uint)number });
            for (var column = 0; column < row.Count; column++)
            {
                var cell = row[column];
                if (cell is { Text: "", Value: null, Comment: null, Look: Look.Text })
                {
                    // Left out, so that the column's own format holds.
                    continue;
                }

                writer.WriteElement(Written(cell, CellAddress.Of(number, column)));
                if (cell.Comment is { } comment)
                {
                    comments.Add(new XlsxComment(number, column, comment));
                }
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static Xlsx.Cell Written(OutCell cell, string address)
    {
        var written = new Xlsx.Cell
        {
            CellReference = address,
            StyleIndex = XlsxStylesheet.Index(cell.Look, SafeText.IsActive(cell.Text)),
        };
        if (cell.Value is { } value)
        {
            written.CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text.Length > 0)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(
                new Text(XlsxText.Escape(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static SheetViews Frozen(int rows) => new(
        new SheetView(new Pane
        {
            VerticalSplit = rows,
            TopLeftCell = CellAddress.Of(rows + 1, 0),
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        });

    private static Xlsx.Columns Columns(IReadOnlyList<OutColumn> columns) => new(
        columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = XlsxStylesheet.Index(column.Look, false),
        }));

    private static DataValidations Validations(IReadOnlyList<OutChoice> choices, List<IReadOnlyList<string>> lists)
    {
        var validations = new DataValidations();
        foreach (var choice in choices.Where(choice => choice.Values.Count > 0))
        {
            var letters = CellAddress.Letters(lists.Count);
            lists.Add(choice.Values);
            validations.Append(new DataValidation(
                new Formula1($"{ListsTab}!${letters}$1:${letters}${choice.Values.Count}"))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = false,
                SequenceOfReferences = new ListValue<StringValue>(
                [
                    $"{CellAddress.Of(choice.FirstRow, choice.Column)}:{CellAddress.Of(choice.LastRow, choice.Column)}",
                ]),
            });
        }

        validations.Count = (uint)validations.ChildElements.Count;
        return validations;
    }

    private static IEnumerable<IReadOnlyList<OutCell>> ListRows(List<IReadOnlyList<string>> lists) =>
        Enumerable.Range(0, lists.Max(list => list.Count)).Select(row =>
            (IReadOnlyList<OutCell>)[.. lists.Select(list => new OutCell(row < list.Count ? list[row] : ""))]);

    private static string TabName(string name)
    {
        var clean = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c) && !char.IsControl(c)));
        return clean.Length > TabNameLength ? clean[..TabNameLength] : clean.Length == 0 ? "1" : clean;
    }
}
