using CsCheck;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class JudgingPropertiesTests
{
    private static readonly string[] Units = ["mm", "um", "cm", "in", "m"];
    private static readonly Gen<decimal> Value = Gen.Int[0, 40_000].Select(i => i / 1000m);

    [Fact]
    public void Tightening_a_limit_never_turns_fail_into_pass() => Gen.Select(Value, Value, Value, Gen.Bool)
        .Sample((limit, tighter, value, maximum) =>
        {
            var loose = Of(maximum, limit);
            var strict = Of(maximum, maximum ? Math.Min(limit, tighter) : Math.Max(limit, tighter));
            return Judge(loose, value, "mm") == TestStatus.Pass || Judge(strict, value, "mm") != TestStatus.Pass;
        });

    [Fact]
    public void A_change_of_unit_never_changes_a_verdict() =>
        Gen.Select(Value, Gen.Int[0, 40_000], Gen.Int[0, 4], Gen.Bool).Sample((limit, steps, unit, maximum) =>
        {
            // The value is a whole number of steps in the other unit, so that both writings are exact.
            var other = Units[unit];
            var value = new Reading(steps / 1000m, other);
            var inMillimetres = value.In("mm").ToDecimal();
            return Judge(Of(maximum, limit), value.Value, other) == Judge(Of(maximum, limit), inMillimetres, "mm");
        });

    [Fact]
    public void Guarded_acceptance_never_accepts_what_simple_acceptance_rejects() =>
        Gen.Select(Value, Value, Gen.Int[0, 5000], Gen.Int[0, 30]).Sample((limit, value, u, r) =>
        {
            var requirement = Of(true, limit);
            var guarded = requirement with { Rule = new DecisionRule(DecisionRuleId.Guarded, r / 10m) };
            var nonBinary = requirement with { Rule = new DecisionRule(DecisionRuleId.NonBinary, r / 10m) };
            var simple = Judge(requirement, value, "mm", u / 1000m);
            return simple == TestStatus.Pass
                ? Judge(nonBinary, value, "mm", u / 1000m) == TestStatus.Pass
                : Judge(guarded, value, "mm", u / 1000m) != TestStatus.Pass
                    && Judge(nonBinary, value, "mm", u / 1000m) != TestStatus.Pass;
        });

    [Fact]
    public void A_missing_observation_never_passes_a_lot() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 35], Gen.Int[0, 12]).Sample((specimens, drop, ac) =>
        {
            var all = BenchLot.AllGood(specimens);
            all.RemoveAt(drop % all.Count);
            return LotDecision.Decide(BenchLot.Facts(all, specimens, ac)).Conclusion != Conclusion.Conforming;
        });

    [Fact]
    public void One_more_failure_never_helps_a_lot() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 23].List[0, 6], Gen.Int[0, 23], Gen.Int[0, 4])
            .Sample((specimens, failures, more, ac) =>
        {
            List<Observation> With(IEnumerable<int> at)
            {
                var all = BenchLot.AllGood(specimens);
                foreach (var i in at)
                {
                    var good = all[i % all.Count];
                    all[i % all.Count] = good with { Value = good.Value! with { Value = 2m } };
                }

                return all;
            }

            var before = LotDecision.Decide(BenchLot.Facts(With(failures), specimens, ac)).Conclusion;
            var after = LotDecision.Decide(BenchLot.Facts(With([.. failures, more]), specimens, ac)).Conclusion;
            return before == Conclusion.Conforming || after != Conclusion.Conforming;
        });

    [Fact]
    public void The_order_of_observations_changes_nothing() =>
        Gen.Shuffle(BenchLot.AllGood(6).Select((o, i) => i % 4 == 0 ? o with { Hold = new Reading(9m, "s") } : o)
            .ToArray())
            .Sample(shuffled =>
            {
                var ordered = shuffled.OrderBy(o => o.Id, StringComparer.Ordinal).ToArray();
                return JudgingJson.Bytes(LotDecision.Decide(BenchLot.Facts(shuffled, 6)))
                    .SequenceEqual(JudgingJson.Bytes(LotDecision.Decide(BenchLot.Facts(ordered, 6))));
            });

    private static TestStatus Judge(Requirement requirement, decimal value, string unit, decimal? uncertainty = null) =>
        TestJudge.Judge(requirement, BenchLot.Good("wall", "1") with
        {
            Value = new Reading(value, unit), Uncertainty = uncertainty,
        }).Status;

    private static Requirement Of(bool maximum, decimal limit) => BenchLot.Shell with
    {
        Id = "wall",
        TestPressure = null,
        MinDurationSeconds = null,
        Medium = null,
        Limit = new RequirementLimit
        {
            Kind = maximum ? LimitKind.Maximum : LimitKind.Minimum,
            Upper = maximum ? limit : null,
            Lower = maximum ? null : limit,
            Unit = "mm",
        },
    };
}
