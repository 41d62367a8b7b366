using CsCheck;
using Shouldly;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Sheets;

public sealed class XlsxBookTests
{
    private const string Styles =
        """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/>
        <numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
        <numFmt numFmtId="166" formatCode="0.00_ ;[Red]-0.00"/>
        <numFmt numFmtId="167" formatCode="[$-804]m/d/yy h:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/>
        <xf numFmtId="167"/><xf numFmtId="49"/></cellXfs></styleSheet>
        """;

    private static readonly string[] XmlParts =
    [
        "<row>", "</row>", "<c r=\"ZZZZZZZ9\">", "<c t=\"s\" s=\"99\">", "<c>",
        "</c>", "<v>", "</v>", "1", "1E999", "<f>",
        "</f>", "<is>", "</is>", "<t>", "</t>", "<row r=\"99999999999\">", "<row r=\"2147483647\">", "<rPh>", "</rPh>",
        "<v/>", "&#1;", "_x0000_",
    ];

    [Theory]
    [InlineData("""<c s="1"><v>123</v></c>""", "00123", nameof(CellKind.Number))]
    [InlineData("""<c><v>14359.040000000001</v></c>""", "14359.04", nameof(CellKind.Number))]
    [InlineData("""<c><v>8.4818040900000002E9</v></c>""", "8481804090", nameof(CellKind.Number))]
    [InlineData("""<c s="3"><v>2.4</v></c>""", "2.40", nameof(CellKind.Number))]
    [InlineData("""<c s="3"><v>2.456</v></c>""", "2.456", nameof(CellKind.Number))]
    [InlineData("""<c s="2"><v>46315</v></c>""", "2026-10-20", nameof(CellKind.Date))]
    [InlineData("""<c s="4"><v>46315</v></c>""", "2026-10-20", nameof(CellKind.Date))]
    [InlineData("""<c s="5"><v>46346.333784722221</v></c>""", "2026-11-20 08:00:39", nameof(CellKind.Date))]
    [InlineData("""<c s="4"><v>-5</v></c>""", "-5", nameof(CellKind.Number))]
    [InlineData("""<c t="s"><v>0</v></c>""", "00123", nameof(CellKind.Text))]
    [InlineData("""<c t="s"><v>1</v></c>""", "黄铜球阀", nameof(CellKind.Text))]
    [InlineData("""<c t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>""", "a b", nameof(CellKind.Text))]
    [InlineData("""<c><f>1+2</f><v>3</v></c>""", "=1+2", nameof(CellKind.Formula))]
    [InlineData("""<c t="str"><f t="shared" si="0"/><v>x</v></c>""", "=", nameof(CellKind.Formula))]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "#N/A", nameof(CellKind.Error))]
    [InlineData("""<c t="b"><v>1</v></c>""", "TRUE", nameof(CellKind.Text))]
    public void A_cell_is_what_its_format_shows(string cell, string text, string kind) =>
        SheetFileTests.Read(Book($"<row>{cell}</row>").Bytes()).Sheets[0].Rows[0].At(0)
            .ShouldBe(new Cell(text, Enum.Parse<CellKind>(kind)));

    [Fact]
    public void Days_counted_from_1904_are_the_same_days() =>
        SheetFileTests.Read(Book("""<row><c s="4"><v>44853</v></c></row>""").With("xl/workbook.xml",
            """
            <workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="s"/></sheets></workbook>
            """).Bytes())
            .Sheets[0].Rows[0].At(0).Text.ShouldBe("2026-10-20");

    [Fact]
    public void Rows_keep_their_numbers_hidden_ones_say_so_and_merged_cells_are_told()
    {
        var rows = SheetFileTests.Read(Book(
            """
            <row r="2"><c r="C2" t="inlineStr"><is><t>x</t></is></c></row><row r="3" spans="1:3"><c r="A3" s="1"/></row>
            <row r="7" hidden="1"><c r="B7"><v>1</v></c></row>
            """,
            """
            <mergeCells><mergeCell ref="C2:C9"/><mergeCell ref="A1:XFD1048576"/></mergeCells>
            """).Bytes()).Sheets[0].Rows;

        rows.Select(row => (row.Number, row.Hidden)).ShouldBe([(2, false), (7, true)]);
        rows[0].At(2).Text.ShouldBe("x");
        rows[1].At(2).Kind.ShouldBe(CellKind.Merged);
    }

    [Fact]
    public void Macros_and_hidden_sheets_are_not_opened() =>
        SheetFileTests.Read(Book("<row><c><v>1</v></c></row>")
            .With("xl/vbaProject.bin", "not even a macro")
            .With("xl/workbook.xml",
                """
                <workbook xmlns:r="r"><sheets><sheet name="H" state="veryHidden" r:id="gone"/>
                <sheet name="S" r:id="s"/></sheets></workbook>
                """).Bytes()).Sheets.Select(sheet => sheet.Name).ShouldBe(["S"]);

    [Fact]
    public void A_document_type_is_refused() =>
        SheetFileTests.Code(Book("").With("xl/sharedStrings.xml",
            """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst><si><t>&e;</t></si></sst>""").Bytes())
            .ShouldBe("broken");

    [Fact]
    public void A_workbook_without_a_sheet_is_refused()
    {
        SheetFileTests.Code(Book("").With("xl/workbook.xml", "<workbook><sheets/></workbook>").Bytes())
            .ShouldBe("no-sheet");
        SheetFileTests.Code(Book("").Without("xl/workbook.xml").Bytes()).ShouldBe("no-sheet");
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_what_it_unpacks_to()
    {
        SheetFileTests.Code(Zipped.Sheet(new string(' ', 30_000_000)).Bytes()).ShouldBe("zip-bomb");
        SheetFileTests.Code(Enumerable.Range(0, 501).Aggregate(Book(""), (book, i) => book.With($"x{i}", "")).Bytes())
            .ShouldBe("zip-entries");
    }

    [Fact]
    public void A_zip_that_lies_about_its_sizes_is_refused()
    {
        var bytes = Zipped.Sheet(new string(' ', 30_000_000)).Bytes();
        Forge(bytes, 30_000_000);

        SheetFileTests.Code(bytes).ShouldBeOneOf("broken", "zip-bomb");
    }

    [Fact]
    public void A_truncated_or_altered_workbook_is_read_or_refused()
    {
        var whole = Book("""<row><c t="s"><v>1</v></c><c s="4"><v>46315</v></c></row>""").Bytes();
        for (var length = 4; length < whole.Length; length += 7)
        {
            SheetFileTests.NeverThrows(whole[..length]).ShouldBeTrue();
        }

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var altered = (byte[])whole.Clone();
            foreach (var (at, value) in changes)
            {
                altered[at] = value;
            }

            return SheetFileTests.NeverThrows(altered);
        }, iter: 10_000);
    }

    [Fact]
    public void Any_xml_is_read_or_refused() =>
        Gen.Int[0, XmlParts.Length - 1].Select(i => XmlParts[i])
            .Array[0, 25].Sample(
                parts => SheetFileTests.NeverThrows(Book(string.Concat(parts)).Bytes()), iter: 3_000);

    private static Zipped Book(string rows, string after = "") => Zipped.Sheet(rows, after)
        .With("xl/styles.xml", Styles)
        .With("xl/sharedStrings.xml",
            """<sst><si><t>00123</t></si><si><r><t>黄铜</t></r><r><t>球阀</t></r><rPh><t>kana</t></rPh></si></sst>""");

    private static void Forge(byte[] bytes, int size)
    {
        var span = bytes.AsSpan();
        var found = 0;
        for (var at = 0; at + 4 <= span.Length; at++)
        {
            if (BitConverter.ToInt32(span[at..]) is var value && value >= size && value < size + 1000)
            {
                BitConverter.TryWriteBytes(span[at..], 1000);
                found++;
            }
        }

        found.ShouldBeGreaterThan(0);
    }
}
