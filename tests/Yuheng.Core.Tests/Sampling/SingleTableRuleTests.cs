using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

public sealed class SingleTableRuleTests
{
    [Fact]
    public void The_rule_and_the_printed_tables_agree_in_every_cell()
    {
        var differing = new List<string>();
        var compared = 0;
        foreach (var gap in new[] { false, true })
        {
            var printed = gap ? TableData.Mil : TableData.Iso;
            foreach (var (severity, letter, aql) in Cells())
            {
                compared++;
                var byRule = SingleTableRule.Cell(gap, severity, letter, aql);
                if (byRule != printed.Cell(severity, letter, AqlSeries.IndexOf(aql)))
                {
                    differing.Add($"{gap} {severity} {letter} {aql}: rule {byRule}");
                }
            }
        }

        differing.ShouldBeEmpty();
        compared.ShouldBe(2 * 3 * 17 * 26);
    }

    [Theory]
    [InlineData("iso2859-1", false)]
    [InlineData("mil105e", true)]
    public void Every_shared_cell_is_reproduced_by_rule_and_by_data(string prefix, bool gap)
    {
        for (var severity = Severity.Normal; severity <= Severity.Reduced; severity++)
        {
            var file = $"{prefix}-single-{severity.ToString().ToLowerInvariant()}-raw.csv";
            foreach (var row in SharedTable.Read("sampling", file))
            {
                foreach (var aql in AqlSeries.Values)
                {
                    var expected = row[aql].Length == 0 ? "." : row[aql];
                    SingleTableRule.Cell(gap, severity, row["letter"], aql).ToString().ShouldBe(expected);
                    (gap ? TableData.Mil : TableData.Iso)
                        .Cell(severity, row["letter"], AqlSeries.IndexOf(aql)).ToString().ShouldBe(expected);
                }
            }
        }
    }

    [Theory]
    [InlineData(false, Severity.Reduced, "A", "10", "v")]
    [InlineData(true, Severity.Reduced, "A", "10", "v")]
    [InlineData(true, Severity.Reduced, "R", "0.015", "^")]
    [InlineData(false, Severity.Normal, "K", "2.5", "7/8")]
    [InlineData(false, Severity.Tightened, "S", "0.025", "1/2")]
    [InlineData(false, Severity.Tightened, "S", "0.040", ".")]
    [InlineData(false, Severity.Reduced, "J", "4.0", "5/6")]
    [InlineData(true, Severity.Reduced, "J", "4.0", "3/6")]
    public void Written_exceptions_and_disputed_cells_are_as_read(
        bool gap, Severity severity, string letter, string aql, string cell) =>
        SingleTableRule.Cell(gap, severity, letter, aql).ToString().ShouldBe(cell);

    [Fact]
    public void Every_shared_fractional_cell_is_reproduced_and_no_other_cell_has_one()
    {
        var expected = SharedTable.Read("sampling", "iso2859-1-fractional-cells.csv").ToDictionary(
            row => (Enum.Parse<Severity>(row["severity"], true), row["letter"], row["aql"]),
            row => SharedTable.Int(row["fractional_ac"].Split('/')[1]));

        foreach (var (severity, letter, aql) in Cells())
        {
            SingleTableRule.FractionDenominator(severity, letter, aql).ShouldBe(
                expected.TryGetValue((severity, letter, aql), out var denominator) ? denominator : null,
                $"{severity} {letter} {aql}");
        }
    }

    [Theory]
    [InlineData(Severity.Normal, "H", "0.40", 3)]
    [InlineData(Severity.Normal, "H", "0.65", 2)]
    [InlineData(Severity.Tightened, "H", "0.65", 3)]
    [InlineData(Severity.Reduced, "H", "0.40", 5)]
    [InlineData(Severity.Reduced, "H", "1.0", 2)]
    [InlineData(Severity.Reduced, "H", "1.5", null)]
    [InlineData(Severity.Tightened, "S", "0.010", null)]
    public void Fractional_numbers_stand_between_Ac_0_and_Ac_1(
        Severity severity, string letter, string aql, int? denominator) =>
        SingleTableRule.FractionDenominator(severity, letter, aql).ShouldBe(denominator);

    private static IEnumerable<(Severity Severity, string Letter, string Aql)> Cells() =>
        from severity in new[] { Severity.Normal, Severity.Tightened, Severity.Reduced }
        from letter in CodeLetters.All
        from aql in AqlSeries.Values
        select (severity, letter, aql);
}
