using System.Globalization;
using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class LotDecisionTests
{
    [Fact]
    public void A_lot_with_all_evidence_good_conforms()
    {
        var verdict = LotDecision.Decide(BenchLot.Facts(BenchLot.AllGood(5), 5));

        verdict.Conclusion.ShouldBe(Conclusion.Conforming);
        verdict.Statement.Code.ShouldBe("judging.lot.conforming");
        verdict.Unconfirmed.ShouldBeEmpty();
        verdict.Open.ShouldBeEmpty();
    }

    [Fact]
    public void Any_missing_observation_keeps_the_lot_open()
    {
        var all = BenchLot.AllGood(5);
        for (var i = 0; i < all.Count; i++)
        {
            var without = all.Where((_, at) => at != i).ToList();
            LotDecision.Decide(BenchLot.Facts(without, 5)).Conclusion.ShouldBe(Conclusion.Indeterminate);
        }
    }

    [Fact]
    public void One_failure_of_a_safety_characteristic_rejects_whatever_the_acceptance_number()
    {
        var all = BenchLot.AllGood(5);
        all[0] = all[0] with { Value = new Reading(16m, "drops") };

        var verdict = LotDecision.Decide(BenchLot.Facts(all, 5, ac: 5));

        verdict.Conclusion.ShouldBe(Conclusion.Nonconforming);
        verdict.SafetyFailed.ShouldBeTrue();
        verdict.Statement.Code.ShouldBe("judging.lot.nonconforming-safety");
        var reason = verdict.Lines[0].Reasons[0];
        reason.Specimen.ShouldBe("1");
        reason.Reason.Clause.ShouldStartWith("GB/T 13927 2022, ");
        reason.Reason.Measured.ShouldBe("16");
    }

    [Theory]
    [InlineData(1, 2, Conclusion.Conforming)]
    [InlineData(2, 2, Conclusion.Conforming)]
    [InlineData(3, 2, Conclusion.Nonconforming)]
    public void Failures_that_are_not_of_safety_are_counted(int failures, int ac, Conclusion expected)
    {
        var all = BenchLot.AllGood(8)
            .Select(o =>
                o.Characteristic == "seat-liquid" && int.Parse(o.Specimen, CultureInfo.InvariantCulture) <= failures
                ? o with { Value = new Reading(1m, "drops") }
                : o)
            .ToList();

        LotDecision.Decide(BenchLot.Facts(all, 8, ac)).Conclusion.ShouldBe(expected);
    }

    [Fact]
    public void A_specimen_counts_once_however_many_characteristics_of_the_group_it_fails()
    {
        var all = BenchLot.AllGood(8)
            .Select(o => o.Characteristic != "shell" && o.Specimen == "1"
                ? o with { Value = o.Value! with { Value = 3m } }
                : o)
            .ToList();

        var verdict = LotDecision.Decide(BenchLot.Facts(all, 8, ac: 1));

        verdict.Conclusion.ShouldBe(Conclusion.Conforming);
        verdict.Groups[0].Nonconforming.ShouldBe(1);
    }

    [Fact]
    public void An_invalid_test_counts_as_missing_until_a_valid_one_is_there()
    {
        var all = BenchLot.AllGood(3);
        var valid = all[0];
        all[0] = valid with { Pressure = new Reading(2.10m, "MPa") };

        var open = LotDecision.Decide(BenchLot.Facts(all, 3));
        open.Conclusion.ShouldBe(Conclusion.Indeterminate);
        open.Lines[0].Invalid.ShouldBe(["1"]);

        LotDecision.Decide(BenchLot.Facts([.. all, valid with { Id = "again" }], 3))
            .Conclusion.ShouldBe(Conclusion.Conforming);
    }

    [Fact]
    public void A_corrected_observation_no_longer_counts()
    {
        var all = BenchLot.AllGood(3);
        var wrong = all[0] with { Id = "wrong", Value = new Reading(16m, "drops") };
        var right = all[0] with { Id = "right", Replaces = "wrong" };

        LotDecision.Decide(BenchLot.Facts([wrong, right, .. all.Skip(1)], 3)).Conclusion.ShouldBe(
            Conclusion.Conforming);
        LotDecision.Decide(BenchLot.Facts([wrong, right with { Replaces = null }, .. all.Skip(1)], 3))
            .Conclusion.ShouldBe(Conclusion.Nonconforming);
    }

    [Fact]
    public void A_low_confidence_limit_waits_for_a_person()
    {
        var facts = BenchLot.Facts(BenchLot.AllGood(3), 3) with { Confirmations = [] };

        var verdict = LotDecision.Decide(facts);

        verdict.Conclusion.ShouldBe(Conclusion.Indeterminate);
        verdict.Lines.Single(l => l.Key.StartsWith(
            "seat-gas-low", StringComparison.Ordinal)).Summary.Says.Code.ShouldBe("judging.line.waits");
        verdict.Unconfirmed.Count.ShouldBe(3);
    }

    [Fact]
    public void A_confirmation_of_other_content_confirms_nothing()
    {
        var facts = BenchLot.Facts(BenchLot.AllGood(3), 3);
        var other = facts.Confirmations.Select(c => c with { PackHash = "00" }).ToList();

        LotDecision.Decide(facts with { Confirmations = other }).Conclusion.ShouldBe(Conclusion.Indeterminate);
    }

    [Fact]
    public void A_spot_check_speaks_of_the_tested_items_only()
    {
        var facts = BenchLot.Facts(BenchLot.AllGood(1), 1) with { Purpose = InspectionPurpose.Supervision };
        LotDecision.Decide(facts).Statement.Code.ShouldBe("judging.spot.none-found");

        var leak = facts.Observations.Select(o => o.Characteristic == "seat-liquid"
            ? o with { Value = new Reading(1m, "drops") }
            : o).ToList();
        var verdict = LotDecision.Decide(facts with { Observations = leak });
        verdict.Statement.Code.ShouldBe("judging.spot.nonconforming");
        verdict.Conclusion.ShouldBe(Conclusion.Nonconforming);
    }

    [Fact]
    public void No_requirements_are_never_a_pass() =>
        LotDecision.Decide(BenchLot.Facts([], 1) with { Requirements = [], Plan = [] })
            .Conclusion.ShouldBe(Conclusion.Indeterminate);

    [Fact]
    public void Facts_and_verdict_are_stored_and_replayed_to_the_same_bytes()
    {
        var all = BenchLot.AllGood(4);
        all[0] = all[0] with { Value = new Reading(16m, "drops") };
        var facts = BenchLot.Facts(all, 4);
        var stored = JudgingJson.Bytes(facts);
        var verdict = JudgingJson.Bytes(LotDecision.Decide(facts));

        var read = JudgingJson.Facts(stored);

        JudgingJson.Bytes(read).ShouldBe(stored);
        JudgingJson.Bytes(LotDecision.Decide(read)).ShouldBe(verdict);
        JudgingJson.Bytes(JudgingJson.Verdict(verdict)).ShouldBe(verdict);
        System.Text.Encoding.UTF8.GetString(stored).ShouldContain("2.40");
    }
}
