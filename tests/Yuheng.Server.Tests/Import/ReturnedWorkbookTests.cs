using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Import;

public sealed class ReturnedWorkbookTests
{
    private const string Mixed = Lists.Head
        + "1,00123,黄铜球阀,Q11F-16T,DN15,PN16,软密封,HPb59-1,R1,1200,只,8481804090,德国,2026-08-16,14359.04\r\n"
        + "2,=1+2,黄铜球阀,Q11F-16T,DN15,PN16,软密封,HPb59-1,R1,一千二百,只,8481804090,德囯,2026-08-16,1\r\n";

    private static readonly Texts Texts = new(typeof(Texts).Assembly, typeof(Program).Assembly);

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Bad_rows_come_back_with_reasons_and_can_be_sent_again(Language language)
    {
        var first = Lists.Declare(Mixed);
        var returned = Written(first, ReturnedRows.Bad, language);
        var sheet = SheetFile.Read(Upload.Of(returned)).Sheets.Single();

        sheet.Rows.Count.ShouldBe(2);
        sheet.Rows[1].At(1).ShouldBe(new Cell("=1+2", CellKind.Text));
        sheet.Rows[1].At(15).Text.ShouldContain("1200");
        var again = Lists.Declare(returned);
        again.Rows.Single().Errors.Select(error => (error.Column, error.Reason, error.Suggestion))
            .ShouldBe(first.Errors.Select(error => (error.Column, error.Reason, error.Suggestion)));
        Lists.Declare(Written(again, ReturnedRows.Bad, language)).Header.Sheet.Rows[0].Cells.Count.ShouldBe(16);
    }

    [Fact]
    public void All_rows_come_back_where_that_is_asked() =>
        Lists.Declare(Written(Lists.Declare(Mixed), ReturnedRows.All, Language.Chinese)).Rows
            .Select(row => row.IsGood).ShouldBe([true, false]);

    [Fact]
    public void A_corrected_workbook_goes_through()
    {
        var returned = SheetFile.Read(Upload.Of(Written(Lists.Declare(Mixed), ReturnedRows.Bad, Language.Chinese)));
        var rows = returned.Sheets[0].Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray()).ToArray();
        (rows[1][9], rows[1][12]) = ("1200", "德国");

        Lists.Declare(Tests.Sheets.XlsxFileTests.Written(rows)).Rows.Single().IsGood.ShouldBeTrue();
    }

    private static byte[] Written(ImportResult<LotDraft> result, ReturnedRows which, Language language)
    {
        using var stream = new MemoryStream();
        ReturnedWorkbook.Write(stream, result, which, new Saying(Texts, language, DeclarationImport.Columns));
        return stream.ToArray();
    }
}
