using System.Text;
using CsCheck;
using Shouldly;
using Yuheng.Server.Sheets;

namespace Yuheng.Server.Tests.Sheets;

public sealed class CsvFileTests
{
    private static readonly Gen<string> AnyText =
        Gen.Char["ab0=+-@'\",;\t\r\n 　中é#\\"].Array[0, 12].Select(c => new string(c));

    [Theory]
    [InlineData("=1+2", "\"'=1+2\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+86 576", "\"'+86 576\"")]
    [InlineData("-50", "\"'-50\"")]
    [InlineData("@SUM", "\"'@SUM\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("00123", "\"00123\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    public void Active_text_is_guarded_and_all_text_is_quoted(string text, string written) =>
        Encoding.UTF8.GetString(Written([[text]])).ShouldBe("\uFEFF" + written + "\r\n");

    [Fact]
    public void What_was_written_reads_back_the_same() =>
        AnyText.Array[1, 5].Array[1, 6].Sample(rows =>
        {
            var back = SheetFileTests.Read(Written(rows)).Sheets[0].Rows;
            foreach (var row in back)
            {
                var meant = rows[row.Number - 1];
                for (var column = 0; column < meant.Length; column++)
                {
                    row.At(column).Text.ShouldBe(string.IsNullOrWhiteSpace(meant[column]) ? "" : meant[column]);
                }
            }

            back.Count.ShouldBe(rows.Count(row => row.Any(text => !string.IsNullOrWhiteSpace(text))));
        });

    private static byte[] Written(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        CsvFile.Write(stream, rows);
        return stream.ToArray();
    }
}
