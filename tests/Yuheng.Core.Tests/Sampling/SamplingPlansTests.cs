using CsCheck;
using Shouldly;
using Yuheng.Core.Sampling;

namespace Yuheng.Core.Tests.Sampling;

public sealed class SamplingPlansTests
{
    private const string Iso = "ISO 2859-1:1999";
    private const string Mil = "MIL-STD-105E";

    [Fact]
    public void An_arrow_changes_the_sample_size()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLot(Iso, "0.40", 500, "II"));

        plan.CodeLetter.ShouldBe("H");
        plan.FinalLetter.ShouldBe("G");
        plan.SampleSizes.ShouldBe([32]);
        plan.Explain.Select(p => p.Code).ShouldBe(["sampling.letter", "sampling.arrow-up", "sampling.single"]);
    }

    [Fact]
    public void A_sample_that_reaches_the_lot_means_every_item_with_the_numbers_of_the_table()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLot(Iso, "0.065", 150, "II"));

        plan.SampleSizes.ShouldBe([200]);
        plan.Ac.ShouldBe([0]);
        plan.InspectAll.ShouldBeTrue();
        plan.ItemsToInspect.ShouldBe(150);
        plan.Edition.ShouldBe("1999");
        plan.Explain.Select(p => p.Code)
            .ShouldBe(["sampling.letter", "sampling.arrow-down", "sampling.single", "sampling.whole-lot"]);
    }

    [Fact]
    public void A_lot_of_one_is_inspected_whole()
    {
        var plan = SamplingPlans.Find(PlanRequest.ForLot(Iso, "1.0", 1, "II"));

        plan.CodeLetter.ShouldBeNull();
        plan.InspectAll.ShouldBeTrue();
        plan.ItemsToInspect.ShouldBe(1);
        plan.Explain.ShouldHaveSingleItem().Code.ShouldBe("sampling.lot-of-one");
    }

    [Theory]
    [InlineData(2, "II", "A")]
    [InlineData(8, "III", "B")]
    [InlineData(9, "II", "B")]
    [InlineData(5000, "II", "L")]
    [InlineData(500000, "II", "P")]
    [InlineData(500001, "II", "Q")]
    [InlineData(1_000_000_000_000, "S-4", "K")]
    public void Lot_size_and_level_give_the_letter(long lot, string level, string letter) =>
        CodeLetters.For(lot, level).ShouldBe(letter);

    [Fact]
    public void Every_shared_code_letter_is_reproduced_at_both_ends_of_its_row()
    {
        foreach (var row in SharedTable.Read("sampling", "code-letters.csv"))
        {
            foreach (var level in CodeLetters.Levels)
            {
                CodeLetters.For(SharedTable.Int(row["lot_min"]), level).ShouldBe(row[level]);
                CodeLetters.For(row["lot_max"].Length == 0 ? 999_999_999_999 : SharedTable.Int(row["lot_max"]), level)
                    .ShouldBe(row[level]);
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3.0")]
    [InlineData("")]
    [InlineData("-1.0")]
    [InlineData("1,0")]
    [InlineData("1e0")]
    public void An_AQL_outside_the_series_is_refused(string aql) =>
        Refusal(PlanRequest.ForLot(Iso, aql, 500, "II")).ShouldBe(("aql-unknown", "aql"));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("0.1", "0.10")]
    [InlineData("10.00", "10")]
    [InlineData(".01", "0.010")]
    public void AQLs_are_compared_by_value(string aql, string same) =>
        AqlSeries.IndexOf(aql).ShouldBe(AqlSeries.IndexOf(same));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1_000_000_000_001)]
    public void A_lot_size_that_is_none_is_refused(long lot) =>
        Refusal(PlanRequest.ForLot(Iso, "1.0", lot, "II")).ShouldBe(("lot-size", "lotSize"));

    [Fact]
    public void Anything_else_not_offered_is_refused_and_named()
    {
        var request = PlanRequest.ForLot(Iso, "1.0", 500, "II");
        Refusal(request with { Level = "IV" }).ShouldBe(("level-unknown", "level"));
        Refusal(request with { Standard = "ISO 2859-1" }).ShouldBe(("standard-unknown", "standard"));
        Refusal(request with { Severity = Severity.Discontinued }).ShouldBe(("severity-unknown", "severity"));
        Refusal(request with { Plan = (PlanKind)3 }).ShouldBe(("plan-unknown", "plan"));
        Refusal(request with { CodeLetter = "H" }).ShouldBe(("lot-or-letter", "codeLetter"));
        Refusal(request with { Level = null, CodeLetter = "H" }).ShouldBe(("lot-or-letter", "codeLetter"));
        Refusal(request with { LotSize = null }).ShouldBe(("lot-or-letter", "lotSize"));
        Refusal(request with { Level = null }).ShouldBe(("lot-or-letter", "level"));
        Refusal(PlanRequest.ForLetter(Iso, "1.0", "I")).ShouldBe(("letter-unknown", "codeLetter"));
        Refusal(PlanRequest.ForLetter(Iso, "1.0", "S")).ShouldBe(("letter-s-only-by-arrow", "codeLetter"));
    }

    [Fact]
    public void The_2026_edition_is_offered_as_far_as_it_is_known()
    {
        var request = PlanRequest.ForLot("ISO 2859-1:2026", "6.5", 500, "II");
        SamplingPlans.Find(request).Ac.ShouldBe([7]);
        SamplingPlans.Find(request).Explain.ShouldContain(p => p.Code == "sampling.table-1-of-1999");
        Refusal(request with { Aql = "10" }).ShouldBe(("edition-partly-known", "aql"));
        Refusal(request with { Plan = PlanKind.Double }).ShouldBe(("edition-partly-known", "plan"));
    }

    [Fact]
    public void Double_and_multiple_plans_follow_from_the_single_cell()
    {
        var multiple = Letter(Iso, PlanKind.Multiple, Severity.Normal, "2.5", "K");
        multiple.SampleSizes.ShouldBe([32, 32, 32, 32, 32]);
        multiple.Ac.ShouldBe([0, 1, 3, 5, 9]);
        multiple.Re.ShouldBe([4, 6, 8, 9, 10]);

        var double_ = Letter(Iso, PlanKind.Double, Severity.Normal, "2.5", "K");
        double_.SampleSizes.ShouldBe([80, 80]);
        double_.Ac.ShouldBe([3, 9]);
        double_.Re.ShouldBe([6, 10]);

        Letter(Iso, PlanKind.Multiple, Severity.Normal, "1.5", "H").Ac.ShouldBe([null, 0, 0, 1, 3]);
    }

    [Fact]
    public void A_plan_that_the_letter_lacks_falls_back_and_says_so()
    {
        var plan = Letter(Iso, PlanKind.Multiple, Severity.Normal, "15", "B");
        plan.PlanUsed.ShouldBe(PlanKind.Double);
        plan.Explain.ShouldContain(p => p.Code == "sampling.fall-back-multiple-double");

        Letter(Iso, PlanKind.Double, Severity.Normal, "0.25", "H").PlanUsed.ShouldBe(PlanKind.Single);
        Letter(Iso, PlanKind.Double, Severity.Normal, "0.25", "H").Explain
            .ShouldContain(p => p.Code == "sampling.fall-back-double-single");
        Letter(Iso, PlanKind.Multiple, Severity.Normal, "0.25", "H").Explain
            .ShouldContain(p => p.Code == "sampling.fall-back-multiple-single");
    }

    [Fact]
    public void A_cell_on_which_sources_differ_says_so()
    {
        var plan = Letter(Iso, PlanKind.Double, Severity.Reduced, "4.0", "J");

        plan.Confidence.ShouldBe(Confidence.Low);
        plan.Explain.ShouldContain(p => p.Code == "sampling.confidence-low");
    }

    [Fact]
    public void The_gap_of_reduced_105E_plans_is_explained() =>
        Letter(Mil, PlanKind.Single, Severity.Reduced, "1.0", "J").Explain
            .ShouldContain(p => p.Code == "sampling.reduced-gap");

    // What other implementations get wrong (docs/domain/sampling.md).
    [Theory]
    [InlineData("L", "100")]
    [InlineData("M", "100")]
    [InlineData("N", "100")]
    [InlineData("P", "100")]
    public void Double_normal_at_AQL_100_ends_at_27(string letter, string aql) =>
        Letter(Mil, PlanKind.Double, Severity.Normal, aql, letter).Re.ShouldBe([16, 27]);

    [Fact]
    public void Known_wrong_answers_of_other_tools_are_right_here()
    {
        var b = Letter(Mil, PlanKind.Double, Severity.Normal, "10", "A");
        (b.FinalLetter, b.PlanUsed, b.SampleSizes[0]).ShouldBe(("C", PlanKind.Double, 3));
        Letter(Mil, PlanKind.Double, Severity.Normal, "15", "A").FinalLetter.ShouldBe("B");
        Letter(Mil, PlanKind.Multiple, Severity.Normal, "100", "F").SampleSizes[0].ShouldBe(3);
        var e = Letter(Mil, PlanKind.Multiple, Severity.Normal, "150", "F");
        (e.FinalLetter, e.SampleSizes[0]).ShouldBe(("E", 3));
        Letter(Mil, PlanKind.Multiple, Severity.Tightened, "1.0", "J").Re[0].ShouldBe(2);
        var tightened = Letter("ISO 2859-1:2026", PlanKind.Single, Severity.Tightened, "4.0", "D");
        (tightened.SampleSizes[0], tightened.Ac[0]).ShouldBe((20, 1));
        Letter("ISO 2859-1:2026", PlanKind.Single, Severity.Reduced, "1.5", "K").SampleSizes[0].ShouldBe(50);
        Letter(Iso, PlanKind.Double, Severity.Tightened, "1000", "A").PlanUsed.ShouldBe(PlanKind.Single);
        Letter(Iso, PlanKind.Double, Severity.Tightened, "1000", "B").Ac.ShouldBe([23, 52]);
        Letter(Iso, PlanKind.Multiple, Severity.Tightened, "0.025", "S").Re.ShouldBe([2, 2, 2, 2, 2]);
        Letter(Iso, PlanKind.Multiple, Severity.Reduced, "2.5", "K").Confidence.ShouldBe(Confidence.Low);
    }

    [Fact]
    public void Every_shared_row_of_stages_and_sizes_is_reproduced()
    {
        foreach (var row in SharedTable.Read("sampling", "single-to-double-multiple-map.csv"))
        {
            var tables = row["standard"] == "105E" ? TableData.Mil : TableData.Iso;
            var severity = Enum.Parse<Severity>(row["severity"], true);
            var key = (Enum.Parse<PlanKind>(row["plan"], true), severity, row["single_ac_re"]);
            string.Join(' ', tables.Stages[key].Ac.Select(ac => ac is null ? "#" : $"{ac}")).ShouldBe(row["stage_ac"]);
            string.Join(' ', tables.Stages[key].Re).ShouldBe(row["stage_re"]);
        }

        foreach (var row in SharedTable.Read("sampling", "sample-sizes-by-letter.csv"))
        {
            var severity = Enum.Parse<Severity>(row["severity"], true);
            int? Size(string column) => row[column].Length == 0 ? null : SharedTable.Int(row[column]);
            TableData.Layout.SampleSize(severity, PlanKind.Single, row["letter"]).ShouldBe(Size("single_n"));
            TableData.Layout.SampleSize(severity, PlanKind.Double, row["letter"]).ShouldBe(Size("double_n_per_stage"));
            TableData.Layout.SampleSize(severity, PlanKind.Multiple, row["letter"])
                .ShouldBe(Size("multiple_n_per_stage"));
        }
    }

    [Fact]
    public void Every_letter_and_AQL_has_a_plan_that_can_accept_and_reject() =>
        Gen.Select(
            Gen.Int[0, 3].Select(i => Standards.All[i]), Gen.Int[0, 15], Gen.Int[0, 25], Gen.Int[0, 2], Gen.Int[0, 2])
            .Where((standard, _, aql, plan, _) => standard.SingleUpTo is null || (aql <= 14 && plan == 0))
            .Sample((standard, letter, aql, plan, severity) =>
            {
                var found = Letter(
                    standard.Name, (PlanKind)plan, (Severity)severity, AqlSeries.Values[aql], CodeLetters.All[letter]);
                found.Ac.Length.ShouldBe(found.SampleSizes.Length);
                found.Re.Length.ShouldBe(found.SampleSizes.Length);
                found.Ac.Zip(found.Re).ShouldAllBe(stage => (stage.First ?? -1) < stage.Second);
                (found.Re[^1] - found.Ac[^1]!.Value).ShouldBeGreaterThanOrEqualTo(1);
            });

    [Fact]
    public void Every_reason_has_a_sentence_in_both_languages()
    {
        foreach (var standard in Standards.All.Where(s => s.SingleUpTo is null))
        {
            foreach (var lot in new long[] { 1, 20, 5000 })
            {
                var request = PlanRequest.ForLot(standard.Name, "2.5", lot, "II") with { Plan = PlanKind.Multiple };
                foreach (var reason in SamplingPlans.Find(request).Explain)
                {
                    Texts.OfCore.Say(Language.Chinese, reason).ShouldNotContain("{");
                    Texts.OfCore.Say(Language.English, reason).ShouldNotContain("{");
                }
            }
        }
    }

    private static SamplingPlan Letter(string standard, PlanKind plan, Severity severity, string aql, string letter) =>
        SamplingPlans.Find(new PlanRequest(standard, plan, severity, aql, null, null, letter));

    private static (string Code, string? Field) Refusal(PlanRequest request)
    {
        var refused = Should.Throw<Refused>(() => SamplingPlans.Find(request));
        Texts.OfCore.Say(Language.English, refused.Phrase).ShouldNotContain("{");
        return (refused.Code, refused.Field);
    }
}
