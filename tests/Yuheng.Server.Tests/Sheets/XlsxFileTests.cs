using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Yuheng.Server.Sheets;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Yuheng.Server.Tests.Sheets;

public sealed class XlsxFileTests
{
    [Fact]
    public void What_was_written_reads_back_the_same() =>
        Gen.Char["ab0=+-@'\"_x0D\t\r\n 　中é<&\u0001\uD83D\uFFFF"].Array[0, 12].Select(c => new string(c))
            .Array[1, 5].Array[1, 6].Sample(rows =>
            {
                var back = SheetFileTests.Read(Written(rows)).Sheets[0].Rows;
                foreach (var row in back)
                {
                    var meant = rows[row.Number - 1];
                    for (var column = 0; column < meant.Length; column++)
                    {
                        row.At(column).Text.ShouldBe(string.IsNullOrWhiteSpace(meant[column]) ? "" : meant[column]);
                        row.At(column).Kind.ShouldBeOneOf(CellKind.Text, CellKind.Empty);
                    }
                }

                back.Count.ShouldBe(rows.Count(row => row.Any(text => !string.IsNullOrWhiteSpace(text))));
            }, iter: 60);

    [Fact]
    public void A_number_reads_back_as_the_number()
    {
        using var stream = new MemoryStream();
        XlsxFile.Write(stream, [new OutSheet("n", [[OutCell.Of(14359.04m), OutCell.Of(-2m)]])]);

        SheetFileTests.Read(stream.ToArray()).Sheets[0].Rows[0].Cells
            .ShouldBe([new Cell("14359.04", CellKind.Number), new Cell("-2", CellKind.Number)]);
    }

    [Fact]
    public void A_workbook_with_lists_notes_and_a_frozen_head_follows_the_schema()
    {
        using var stream = new MemoryStream();
        XlsxFile.Write(stream,
        [
            new OutSheet("批次[1]", [
                [new OutCell("生产批号", Look.Required), new OutCell("单位", Look.Header)],
                [new OutCell("=1+2", Look.Bad, "note \u0001 <b>"), new OutCell("只", Look.Good)],
            ])
            {
                Columns = [new OutColumn(20), new OutColumn(8, Look.Number)],
                FrozenRows = 1,
                Choices = [new OutChoice(1, 2, 100, ["只", "套"])],
            },
            new OutSheet("b", [[new OutCell("x", Look.Paragraph)]]),
        ]);

        using var document = SpreadsheetDocument.Open(stream, false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, CancellationToken.None)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        SheetFileTests.Read(stream.ToArray()).Sheets.Select(sheet => sheet.Name).ShouldBe(["批次1", "b"]);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() =>
        Written([["00123", "=1+2"], ["a"]]).ShouldBe(Written([["00123", "=1+2"], ["a"]]));

    [Fact]
    public void Text_that_looks_like_a_formula_is_prefixed_and_never_one()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written([["=1+2", "00123"]])), false);
        var workbook = document.WorkbookPart!;
        var cells = workbook.WorksheetParts.Single().Worksheet!.Descendants<Xlsx.Cell>().ToArray();
        var formats = workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<Xlsx.CellFormat>().ToArray();

        cells.ShouldAllBe(cell => cell.CellFormula == null && cell.DataType! == Xlsx.CellValues.InlineString);
        cells.Select(cell => formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value ?? false).ShouldBe([true, false]);
        formats.ShouldAllBe(format => format.NumberFormatId!.Value == 49 || format.NumberFormatId.Value == 0);
    }

    internal static byte[] Written(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        XlsxFile.Write(
            stream, [new OutSheet("t", rows.Select(row => row.Select(text => new OutCell(text)).ToArray()))]);
        return stream.ToArray();
    }
}
