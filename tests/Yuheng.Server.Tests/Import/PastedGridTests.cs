using CsCheck;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Inspection.Import;

namespace Yuheng.Server.Tests.Import;

public sealed class PastedGridTests
{
    [Fact]
    public void A_block_from_Excel_is_read_cell_by_cell()
    {
        var cells = PastedGrid.Readings("2.40\t０\r\n\tNaN\r\n");

        cells.Select(cell => (cell.Row, cell.Column, cell.Value)).ShouldBe(
            [(0, 0, 2.40m), (0, 1, 0m), (1, 0, null), (1, 1, (decimal?)null)]);
        cells[0].Value!.Value.Scale.ShouldBe((byte)2);
        cells[2].Reason.ShouldBeNull();
        cells[3].Reason!.Code.ShouldBe("import.reason.reading-not-a-number");
    }

    [Theory]
    [InlineData("\"a\tb\nc\"\"d\"\te", "a\tb\nc\"d|e")]
    [InlineData("\"3/4\tb", "\"3/4|b")]
    [InlineData("a\t", "a|")]
    public void Quotes_hold_tabs_and_breaks_and_inches_stay_inches(string block, string cells) =>
        string.Join('|', PastedGrid.Cells(block).Single()).ShouldBe(cells);

    [Fact]
    public void Too_large_a_block_is_refused()
    {
        Should.Throw<Refused>(() => PastedGrid.Cells(new string('\n', 5_001))).Code.ShouldBe("block-too-large");
        Should.Throw<Refused>(() => PastedGrid.Cells(new string('\t', 50))).Code.ShouldBe("block-too-large");
        Should.Throw<Refused>(() => PastedGrid.Cells(new string('x', 1_000_001))).Code.ShouldBe("block-too-large");
    }

    [Fact]
    public void Plain_blocks_keep_every_cell() =>
        Gen.Char["01.-x"].Array[0, 4].Select(c => new string(c)).Array[1, 5].Array[1, 5].Sample(rows =>
            PastedGrid.Cells(string.Concat(rows.Select(row => string.Join('\t', row) + "\n")))
                .ShouldBe(rows.Select(row => (IReadOnlyList<string>)row)));
}
