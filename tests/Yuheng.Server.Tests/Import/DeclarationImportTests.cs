using CsCheck;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Inspection.Import;
using Yuheng.Server.Tests.Sheets;

namespace Yuheng.Server.Tests.Import;

public sealed class DeclarationImportTests
{
    private const int Lot = 1, Name = 2, Size = 4, Pressure = 5, Seal = 6, Heats = 8, Quantity = 9, Unit = 10, Hs = 11,
        Market = 12, Day = 13, Value = 14;

    private static readonly string[] Lines =
        ["A,阀,15,7,DE", "B,阀,15,0,DE", ",,,,", "合计,,,,", "C,,,,", "=1,x,-,y,火星", "\"a\"\"b\",阀,15,7,DE"];

    [Fact]
    public void A_clean_row_is_taken_whole()
    {
        var lot = Lists.With(0, "1").Value.ShouldNotBeNull();

        lot.LotNumber.ShouldBe("00123");
        lot.Product.ShouldBe(new ProductDraft("黄铜球阀", "Q11F-16T", "DN15", "PN16", "soft", "HPb59-1", "8481804090"));
        lot.Heats.ShouldBe(["R2607-31"]);
        (lot.Quantity, lot.Unit).ShouldBe((1200, "pcs"));
        lot.Markets.ShouldBe(["DE"]);
        lot.ProducedOn.ShouldBe(new DateOnly(2026, 8, 16));
        lot.Value.ShouldBe(new Money(14359.04m, "USD"));
        lot.Remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("５０００", 5000)]
    [InlineData("24,000", 24000)]
    [InlineData("24，000", 24000)]
    [InlineData("1200.00", 1200)]
    [InlineData("　1200 只", 1200)]
    [InlineData("100000000", 100_000_000)]
    public void A_quantity_is_understood_and_said(string given, int quantity)
    {
        var lot = Lists.With(Quantity, given).Value.ShouldNotBeNull();

        lot.Quantity.ShouldBe(quantity);
        lot.Remarks.Any(remark => remark.Column == "quantity").ShouldBe(given != "100000000");
    }

    [Theory]
    [InlineData("0", "quantity-not-positive", null)]
    [InlineData("-50", "quantity-not-positive", null)]
    [InlineData("", "missing", null)]
    [InlineData("一千二百", "quantity-in-words", "1200")]
    [InlineData("两万四千只", "quantity-in-words", "24000")]
    [InlineData("100000001", "quantity-too-large", null)]
    [InlineData("1000000000", "quantity-too-large", null)]
    [InlineData("99999999999999999999999999999999", "quantity-too-large", null)]
    [InlineData("1e9", "quantity-not-a-number", null)]
    [InlineData("12.5", "quantity-not-whole", null)]
    [InlineData("24,00", "quantity-not-whole", null)]
    [InlineData("NaN", "quantity-not-a-number", null)]
    [InlineData("约1200", "quantity-not-a-number", null)]
    public void A_wrong_quantity_is_refused_with_its_reason(string given, string reason, string? suggestion)
    {
        var error = Lists.With(Quantity, given).Errors.ShouldHaveSingleItem();

        error.Address.ShouldBe("J2");
        error.Reason.Code.ShouldBe("import.reason." + reason);
        error.Suggestion.ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("2026/10/20")]
    [InlineData("2026.10.20")]
    [InlineData("2026年10月20日")]
    [InlineData("20261020")]
    [InlineData("２０２６-10-20")]
    [InlineData("46315")]
    [InlineData("2026-10-20 00:00:00")]
    public void A_day_is_understood_in_any_form_with_the_year_first(string given) =>
        Lists.With(Day, given).Value.ShouldNotBeNull().ProducedOn.ShouldBe(new DateOnly(2026, 10, 20));

    [Theory]
    [InlineData("2026-02-30", "date-impossible", null)]
    [InlineData("20261301", "date-impossible", null)]
    [InlineData("2027-03-01", "date-future", null)]
    [InlineData("2026-11-25", "date-future", null)]
    [InlineData("1926-10-20", "date-too-old", null)]
    [InlineData("20/10/2026", "date-order", "2026-10-20")]
    [InlineData("03/04/2026", "date-order", null)]
    [InlineData("10-20", "date-not-understood", null)]
    [InlineData("昨天", "date-not-understood", null)]
    public void A_wrong_day_is_refused_with_its_reason(string given, string reason, string? suggestion)
    {
        var error = Lists.With(Day, given).Errors.ShouldHaveSingleItem();

        error.Reason.Code.ShouldBe("import.reason." + reason);
        error.Suggestion.ShouldBe(suggestion);
    }

    [Fact]
    public void Today_is_not_the_future() =>
        Lists.With(Day, "2026-11-24").IsGood.ShouldBeTrue();

    [Theory]
    [InlineData("美國", "US")]
    [InlineData("usa", "US")]
    [InlineData("United States of America", "US")]
    [InlineData("俄罗斯联邦", "RU")]
    [InlineData("沙特阿拉伯", "SA")]
    [InlineData("Hong Kong, China", "HK")]
    [InlineData("德国、法国/Italy", "DE,FR,IT")]
    [InlineData("欧盟", "EU")]
    public void Countries_are_understood_by_any_of_their_names(string given, string codes) =>
        string.Join(',', Lists.With(Market, given).Value.ShouldNotBeNull().Markets).ShouldBe(codes);

    [Theory]
    [InlineData("德囯", "德国")]
    [InlineData("Germny", "德国")]
    [InlineData("火星", null)]
    public void An_unknown_country_is_refused_with_what_was_probably_meant(string given, string? suggestion)
    {
        var error = Lists.With(Market, given).Errors.ShouldHaveSingleItem();

        error.Reason.ShouldBe(Phrase.Of("import.reason.market-unknown", given));
        error.Suggestion.ShouldBe(suggestion);
    }

    [Theory]
    [InlineData("R2606-21、R2605-11")]
    [InlineData("R2606-21，R2605-11")]
    [InlineData("R2606-21; R2605-11")]
    [InlineData("R2606-21/R2605-11")]
    [InlineData("R2606-21\nR2605-11")]
    public void Heats_are_told_apart(string given) =>
        Lists.With(Heats, given).Value.ShouldNotBeNull().Heats.ShouldBe(["R2606-21", "R2605-11"]);

    [Theory]
    [InlineData("00123", "00123", null)]
    [InlineData("００１２３", "00123", "understood")]
    [InlineData("=1+2", "=1+2", "formula-as-text")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "formula-as-text")]
    [InlineData("=\"00123\"", "00123", "understood")]
    public void A_lot_number_is_text(string given, string lotNumber, string? remark)
    {
        var lot = Lists.With(Lot, given).Value.ShouldNotBeNull();

        lot.LotNumber.ShouldBe(lotNumber);
        lot.Remarks.SingleOrDefault()?.Phrase.Code.ShouldBe("import.remark." + remark);
        lot.Remarks.Count.ShouldBe(remark is null ? 0 : 1);
    }

    [Fact]
    public void A_lot_number_twice_or_known_already_is_refused()
    {
        const string rest = ",阀,Q,DN15,,,,,10,,,德国,,\r\n";
        var context = Lists.Context with { LotNumbers = new HashSet<string> { "C" } };

        var rows = Lists.Declare($"{Lists.Head}1,A{rest}2,B{rest}3,A{rest}4,C{rest}", context).Rows;

        rows.Select(row => row.IsGood).ShouldBe([true, true, false, false]);
        rows[2].Errors.Single().Reason.ShouldBe(Phrase.Of("import.reason.lot-twice", "A", "2"));
        rows[3].Errors.Single().Reason.ShouldBe(Phrase.Of("import.reason.lot-exists", "C"));
    }

    [Theory]
    [InlineData(Size, "15", "DN15")]
    [InlineData(Size, "ＤＮ１５", "DN15")]
    [InlineData(Pressure, "1.6MPa", "PN16")]
    [InlineData(Pressure, "16bar", "PN16")]
    [InlineData(Hs, "8481.80.40.90", "8481804090")]
    [InlineData(Hs, "848180", "848180")]
    [InlineData(Value, "USD 14,359.04", "USD 14359.04")]
    [InlineData(Value, "1.5万美元", "USD 15000.0")]
    [InlineData(Unit, "個", "只")]
    [InlineData(Seal, "PTFE", "软密封")]
    public void What_is_understood_differently_is_said(int column, string given, string understood) =>
        Lists.With(column, given).Value.ShouldNotBeNull().Remarks.ShouldHaveSingleItem().Phrase.Args
            .ShouldContain(understood);

    [Theory]
    [InlineData(Size, "", "import.reason.missing")]
    [InlineData(Size, "DN0.5x", "refused.quantities.size-unknown")]
    [InlineData(Pressure, "very high", "refused.quantities.rating-unknown")]
    [InlineData(Hs, "84818", "import.reason.hs-length")]
    [InlineData(Hs, "8481A", "import.reason.hs-not-digits")]
    [InlineData(Value, "a lot", "import.reason.value-not-a-number")]
    [InlineData(Value, "5 XXX", "import.reason.currency-unknown")]
    [InlineData(Unit, "箱子", "import.reason.unit-unknown")]
    [InlineData(Seal, "木", "import.reason.seal-unknown")]
    [InlineData(Lot, "", "import.reason.missing")]
    public void A_wrong_cell_is_refused_with_its_reason(int column, string given, string reason) =>
        Lists.With(column, given).Errors.ShouldHaveSingleItem().Reason.Code.ShouldBe(reason);

    [Theory]
    [InlineData("16", "PN16")]
    [InlineData("17", null)]
    public void A_bare_pressure_is_not_guessed_only_suggested(string given, string? suggestion) =>
        Lists.With(Pressure, given).Errors.ShouldHaveSingleItem().Suggestion.ShouldBe(suggestion);

    [Theory]
    [InlineData("公称压力(MPa)", "1.6", "PN16")]
    [InlineData("公称压力/bar", "16", "PN16")]
    [InlineData("PN", "PN16", "PN16")]
    [InlineData("压力（磅级）", "150", "Class 150")]
    public void A_bare_pressure_takes_the_unit_of_its_heading(string heading, string given, string rating) =>
        Lists.Declare($"批号,型号,数量,通径(英寸),市场,{heading}\nA,Q,5,1/2,DE,{given}\n").Good.Single().Product
            .ShouldBe(new ProductDraft("", "Q", "DN15", rating, "", "", ""));

    [Fact]
    public void Ideographic_spaces_at_the_ends_go_away() =>
        Lists.With(Name, "　无铅球阀 ").Value.ShouldNotBeNull().Product.Name.ShouldBe("无铅球阀");

    [Fact]
    public void Columns_stand_in_any_order_and_language_under_a_title_and_above_totals()
    {
        var result = Lists.Declare(
            "Export lots,,,,\n\nDestination;x,Qty (pcs),Lot No.,Size (inch),Colour\n".Replace(";x", "")
            + "Germany,10,A-1,1/2,red\n合计,10,,,\n制表：王,,,,\n");

        result.Header.RowNumber.ShouldBe(3);
        result.Header.Ignored.ShouldBe(["Colour"]);
        result.Rows.ShouldHaveSingleItem().Errors.ShouldHaveSingleItem().Reason.Code
            .ShouldBe("import.reason.no-product");
        result.Skipped.Select(skipped => skipped.Why.Code)
            .ShouldBe(["import.skipped.total", "import.skipped.aside"]);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "no-header")]
    [InlineData("生产批号,批号,数量,通径,市场\n", "column-twice")]
    [InlineData("生产批号,型号,数量\n", "missing-columns")]
    public void A_file_without_a_usable_head_is_refused(string text, string code) =>
        Should.Throw<Refused>(() => Lists.Declare(text)).Code.ShouldBe(code);

    [Fact]
    public void A_formula_in_a_workbook_is_told_not_taken()
    {
        var file = Zipped.Sheet(
            """
            <row><c t="inlineStr"><is><t>批号</t></is></c><c t="inlineStr"><is><t>数量</t></is></c>
            <c t="inlineStr"><is><t>通径</t></is></c><c t="inlineStr"><is><t>市场</t></is></c>
            <c t="inlineStr"><is><t>型号</t></is></c></row>
            <row r="2"><c t="inlineStr"><is><t>A</t></is></c><c><f>6*7</f><v>42</v></c><c><v>15</v></c>
            <c t="inlineStr"><is><t>DE</t></is></c><c><v>7</v></c></row>
            """).Bytes();

        var error = Lists.Declare(file).Rows.Single().Errors.Single();

        error.Reason.ShouldBe(Phrase.Of("import.reason.formula", "=6*7"));
        error.Address.ShouldBe("B2");
    }

    [Fact]
    public void Rows_keep_their_order_and_every_row_is_accounted_for() =>
        Gen.Int[0, Lines.Length - 1].Select(i => Lines[i])
            .Array[0, 30].Sample(lines =>
            {
                var result = Lists.Declare("生产批号,产品名称,公称通径,数量,输往国家\n" + string.Join('\n', lines));
                var numbers = result.Rows.Select(row => row.Row).ToList();
                numbers.ShouldBe(numbers.Order());
                numbers.Concat(result.Skipped.Select(skipped => skipped.Row)).Order().ShouldBe(
                    Enumerable.Range(0, lines.Length).Where(i => lines[i] != ",,,,").Select(i => i + 2));
                result.Rows.ShouldAllBe(row => row.IsGood == (row.Errors.Count == 0));
            });

    [Fact]
    public void Any_cell_is_understood_or_refused() =>
        Gen.Select(Gen.Int[1, 14], Gen.Char["0159.,/-=+年月万一千DNPa美$　\"\n１"].Array[0, 14].Select(c => new string(c)))
            .Sample((column, cell) =>
            {
                var row = Lists.With(column, cell);
                return row.IsGood || row.Errors.All(
                    error => error.Reason.Code.StartsWith("import.reason.", StringComparison.Ordinal)
                        || error.Reason.Code.StartsWith("refused.quantities.", StringComparison.Ordinal));
            }, iter: 5_000);
}
