using DocumentFormat.OpenXml.Packaging;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace Yuheng.Server.Tests.Import;

public sealed class DeclarationTemplateTests
{
    private static readonly Texts Texts = new(typeof(Texts).Assembly, typeof(Program).Assembly);

    private static readonly KnownProduct Valve = new(
        Guid.Parse("00000000-0000-7000-8000-000000000001"),
        new ProductDraft("黄铜球阀", "Q11F-16T", "DN15", "PN16", "soft", "HPb59-1", "8481804090"),
        "pcs");

    private static readonly DeclarationContext Context = Lists.Context with { Products = new KnownProducts([Valve]) };

    [Theory]
    [InlineData(Language.Chinese, "批次申报", "填写说明")]
    [InlineData(Language.English, "Lots", "Instructions")]
    public void An_untouched_template_declares_nothing(Language language, string lots, string instructions)
    {
        var book = SheetFile.Read(Upload.Of(Written(language)));

        book.Sheets.Select(sheet => sheet.Name).ShouldBe([lots, instructions]);
        var result = DeclarationImport.Read(book, Context);
        result.Rows.ShouldBeEmpty();
        result.Header.Ignored.ShouldBeEmpty();
        result.Skipped.Select(skipped => skipped.Why.Code)
            .ShouldBe(["import.skipped.example", "import.skipped.not-filled-in"]);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_prepared_row_needs_only_the_lot_itself(Language language)
    {
        var sheet = SheetFile.Read(Upload.Of(Written(language))).Sheets[0];
        var head = FoundHeader.Find(new Book(BookFormat.Xlsx, null, [sheet]), DeclarationImport.Columns);
        var filled = Enumerable.Range(0, 24).Select(column => sheet.Rows[2].At(column)).ToArray();
        filled[head.Places["lotNumber"]] = Cell.Of("00123");
        filled[head.Places["quantity"]] = new Cell("1200", CellKind.Number);
        filled[head.Places["market"]] = Cell.Of("德国");

        var lot = Declared(sheet.Rows[0], filled);

        lot.Product.ShouldBe(Valve.Product with { Registered = Valve.Id });
        lot.Unit.ShouldBe("pcs");
    }

    [Fact]
    public void The_example_row_itself_would_be_right()
    {
        var sheet = SheetFile.Read(Upload.Of(Written(Language.Chinese))).Sheets[0];
        var cells = sheet.Rows[1].Cells.ToArray();
        cells[0] = Cell.Of("1");

        Declared(sheet.Rows[0], cells).LotNumber.ShouldBe("00123");
    }

    [Fact]
    public void Codes_are_text_heads_stay_and_lists_open()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Language.Chinese)), false);
        var workbook = document.WorkbookPart!;
        var part = workbook.WorksheetParts.Single(p => p.Worksheet!.Descendants<Xlsx.DataValidation>().Any());
        var formats = workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<Xlsx.CellFormat>().ToArray();
        var lot = part.Worksheet!.Descendants<Xlsx.Column>().ElementAt(2);

        formats[(int)lot.Style!.Value].NumberFormatId!.Value.ShouldBe(49u);
        part.Worksheet.Descendants<Xlsx.Pane>().Single().State!.Value.ShouldBe(Xlsx.PaneStateValues.Frozen);
        part.Worksheet.Descendants<Xlsx.DataValidation>().Count().ShouldBe(4);
    }

    [Fact]
    public void A_product_that_disagrees_with_its_row_is_refused()
    {
        var text = $"登记产品,生产批号,公称通径,数量,市场\n{Valve.Label},A,DN20,5,DE\n{Valve.Label}x,B,DN15,5,DE\n";

        var rows = Lists.Declare(text, Context).Rows;

        rows[0].Errors.Single().Reason.ShouldBe(Phrase.Of("import.reason.product-differs", "DN20", "DN15"));
        rows[1].Errors.First().Suggestion.ShouldBe(Valve.Label);
    }

    private static LotDraft Declared(SheetRow head, Cell[] cells) => DeclarationImport.Read(
        new Book(BookFormat.Xlsx, null, [new Sheet("", [head, new SheetRow(2, cells)])]), Context).Good.Single();

    private static byte[] Written(Language language)
    {
        using var stream = new MemoryStream();
        DeclarationTemplate.Write(stream, [Valve], Texts, language);
        return stream.ToArray();
    }
}
