using System.Text;
using CsCheck;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Sheets;

public sealed class SheetFileTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void Gb18030_without_a_mark_is_not_read_as_utf8()
    {
        var book = Read(Gb18030.GetBytes("生产批号,数量\r\n00123,1200\r\n"));

        book.Encoding.ShouldBe("GB18030");
        Texts(book).ShouldBe([["生产批号", "数量"], ["00123", "1200"]]);
    }

    [Fact]
    public void Utf8_with_a_mark_loses_the_mark() =>
        Texts(Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("生产批号,数量\n1,2\n")).ToArray()))[0][0]
            .ShouldBe("生产批号");

    [Fact]
    public void Utf16_text_with_tabs_as_Excel_saves_it_is_read() =>
        Texts(Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("批号\t数量\r\n00123\t5\r\n")]))
            .ShouldBe([["批号", "数量"], ["00123", "5"]]);

    [Fact]
    public void One_wrong_byte_in_marked_utf8_is_refused() =>
        Code([0xEF, 0xBB, 0xBF, (byte)'a', 0xC4, (byte)',']).ShouldBe("encoding");

    [Theory]
    [InlineData("a,b;c,d\n1,2,3\n", 3)]
    [InlineData("a;b;c\n\"1,2,3,4\";2;3\n", 3)]
    [InlineData("a\tb\n1\t2\n", 2)]
    [InlineData("sep=;\r\na,x;b\r\n", 2)]
    [InlineData("only\none\n", 1)]
    public void The_separator_is_found(string text, int columns) =>
        Read(Encoding.UTF8.GetBytes(text)).Sheets[0].Rows[0].Cells.Count.ShouldBe(columns);

    [Fact]
    public void Rows_keep_the_number_that_Excel_shows_past_blank_lines_and_hashes()
    {
        var rows = Read("title,\n\n#1,b\n,\n=1+2,d\n"u8.ToArray()).Sheets[0].Rows;

        rows.Select(row => row.Number).ShouldBe([1, 3, 5]);
        rows.Select(row => row.At(0).Text).ShouldBe(["title", "#1", "=1+2"]);
        rows[2].At(0).Kind.ShouldBe(CellKind.Text);
    }

    [Theory]
    [InlineData("%PDF-1.7 \0 stream", "not-a-table")]
    [InlineData(" <html><table>", "markup")]
    [InlineData("a,\"open\nb,c\n", "quote")]
    [InlineData("PK\u0003\u0004 and no more", "broken")]
    public void What_is_not_a_table_is_refused_with_the_way_out(string text, string code) =>
        Code(Encoding.UTF8.GetBytes(text)).ShouldBe(code);

    [Fact]
    public void An_old_binary_workbook_is_told_by_its_content() =>
        Code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).ShouldBe("old-excel");

    [Fact]
    public void Nothing_is_refused() => Code([]).ShouldBe("empty");

    [Fact]
    public async Task Fifty_megabytes_are_refused_before_they_are_held()
    {
        using var endless = new MemoryStream(new byte[50 * 1024 * 1024]);

        var refused = await Should.ThrowAsync<Refused>(Upload.ReadAsync(endless));

        refused.Code.ShouldBe("too-large");
        endless.Position.ShouldBeLessThan(SheetLimits.UploadBytes + 100_000);
    }

    [Fact]
    public void One_row_too_many_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("a,b\n", SheetLimits.Rows));
        Read(Encoding.UTF8.GetBytes(text)).Sheets[0].Rows.Count.ShouldBe(SheetLimits.Rows);
        Code(Encoding.UTF8.GetBytes(text + "a,b\n")).ShouldBe("too-many-rows");
    }

    [Fact]
    public void Empty_columns_beyond_the_limit_do_no_harm_but_full_ones_do()
    {
        Read(Encoding.UTF8.GetBytes("a" + new string(',', 500))).Sheets[0].Rows[0].At(0).Text.ShouldBe("a");
        Code(Encoding.UTF8.GetBytes("a" + new string(',', SheetLimits.Columns) + "b")).ShouldBe("too-many-columns");
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.Char["a,;\"\n\r\t'=#0\u0000中"].Array[0, 60].Select(c => Encoding.UTF8.GetBytes(c)))
            .Sample(bytes => NeverThrows(bytes), iter: 20_000);

    internal static Book Read(byte[] bytes) => SheetFile.Read(Upload.Of(bytes));

    internal static List<string[]> Texts(Book book) =>
        [.. book.Sheets[0].Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray())];

    internal static string Code(byte[] bytes) => Should.Throw<Refused>(() => Read(bytes)).Code;

    internal static bool NeverThrows(byte[] bytes)
    {
        try
        {
            return Read(bytes).Sheets.Count > 0;
        }
        catch (Refused refused)
        {
            return refused.Phrase.Code.StartsWith("refused.sheets.", StringComparison.Ordinal);
        }
    }
}
