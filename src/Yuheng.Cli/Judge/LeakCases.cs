using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Leakage: limits, the usual rate, what was seen against the limit, conversions.</summary>
internal static class LeakCases
{
    public static void DefaultRate(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        if ((question.Input.TextOrNull("rate") ?? UsualRate(question, pack)) is not { } rate)
        {
            answer.CannotJudge("judging.unknown.rate-not-agreed");
            return;
        }

        answer.Rests(pack.LeakRates?.DefaultConfidence);
        answer.Word("rate", rate);
        answer.Because(pack.LeakRates?.Clause ?? "", "judge.default-rate", question.Seat ?? "", rate);
    }

    public static void Limit(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        if (pack.LeakRates is not null)
        {
            if (RateLimit(question, answer, pack) is { } limit)
            {
                WriteRateLimit(answer, limit.Value);
            }
        }
        else
        {
            RowLimit(question, answer, pack);
        }
    }

    public static void Verdict(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack || RateLimit(question, answer, pack) is not { } limit)
        {
            return;
        }

        var volumes = new LeakVolumes(question.NotNegativeOrNull("drop_mm3") ?? pack.DropMm3,
            question.NotNegativeOrNull("bubble_mm3") ?? pack.BubbleMm3);
        if (question.NotNegativeOrNull("measured") is not { } value)
        {
            answer.CannotJudge("judging.test.nothing-recorded");
            return;
        }

        var reading = new Reading(value, Unit.Read(question.Input.TextOrNull("unit"), "unit").Code);
        var counted = Unit.Get(reading.Unit).Dimension;
        var otherMedium = counted == (question.MediumCode == "gas" ? Dimension.Drops : Dimension.Bubbles);
        if (otherMedium || LeakAmount.InMm3PerSecond(reading, null, volumes) is not { } leak)
        {
            answer.CannotJudge("judging.test.not-convertible", reading.ToString(), "mm3/s");
            return;
        }

        var conforms = limit.Value is { } number ? leak <= Ratio.Of(number) : leak <= Ratio.Of(0m);
        answer.Number("measured_mm3_per_s", leak);
        answer.Number("limit_mm3_per_s", limit.Value);
        answer.Flag("conforms", conforms);
        answer.Because(pack.LeakRates!.Clause, conforms ? "judging.test.within-limit" : "judging.test.beyond-limit",
            reading.ToString(), limit.Value is { } shown ? NumberText.Show(shown) + " mm3/s" : "none visible");
    }

    /// <summary>
    /// "0 bubbles" is fewer than one in the minimum duration: what a test can resolve turns on how long it lasts.
    /// </summary>
    public static void Resolution(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        var seen = question.NotNegativeOrNull("bubbles_observed");
        if (seen is not { } bubbles || question.NotNegativeOrNull("test_duration_s") is not { } seconds || seconds == 0)
        {
            answer.CannotJudge("judging.test.nothing-recorded");
            return;
        }

        var type = question.IsCheck ? "check" : "other";
        if (question.Dn is not { } dn || question.Nps is not { } nps
            || Durations.Row(pack, "closure", type) is not { } row
            || LeakLimits.Row(pack, question.SeatCode, type, nps) is not { } limits
            || limits.Numbers.FirstOrDefault(n => n.Unit == "bubbles/min") is not { } limit)
        {
            answer.CannotJudge("judging.unknown.no-leak-row", question.Seat ?? "?", NumberText.Show(question.Dn ?? 0));
            return;
        }

        var least = Durations.Seconds(row, dn);
        answer.Rests(row.Confidence);
        answer.Rests(Confidence.Medium);
        var allowed = LeakLimits.Value(limits, limit, nps);
        var enough = seconds >= least;
        var conforms = allowed == 0 ? bubbles * least < seconds : bubbles * 60m <= allowed * seconds;
        answer.Flag("conforms", conforms && enough);
        if (!enough)
        {
            answer.Status("invalid-test");
            answer.Because(row.Clause, "judging.test.hold-too-short", Seconds(seconds), Seconds(least));
            return;
        }

        answer.Because(limits.Clause, conforms ? "judge.resolution-kept" : "judge.resolution-broken",
            NumberText.Show(bubbles), Seconds(seconds), Seconds(least));
    }

    public static void UnitConversion(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var bubbles = question.NotNegativeOrNull("bubbles_per_min");
        if (bubbles is { } rate && pack.BubbleMm3 is { } bubble)
        {
            var leak = new Reading(rate, "bubbles/min").InBase() * Ratio.Of(bubble);
            answer.Number("mm3_per_bubble", bubble);
            answer.Number("mm3_per_s", leak);
            answer.Number("ml_per_min", leak / Unit.Get("ml/min").Factor);
            answer.Because("", "judge.bubble", pack.Standard, NumberText.Show(bubble));
        }

        var drops = question.NotNegativeOrNull("drops");
        if (drops is { } count && pack.DropMm3 is { } drop)
        {
            answer.Number("ml", Ratio.Of(count) * Ratio.Of(drop) / Ratio.Of(1000m));
            answer.Number("mm3_per_drop", drop);
            answer.Because("", "judge.drop", pack.Standard, NumberText.Show(drop));
        }

        if ((bubbles is null || pack.BubbleMm3 is null) && (drops is null || pack.DropMm3 is null))
        {
            answer.CannotJudge("judge.no-volume", pack.Standard);
        }
    }

    private static (decimal? Value, string Rate)? RateLimit(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var rate = question.Input.TextOrNull("rate") ?? UsualRate(question, pack);
        if (pack.LeakRates is not { } rates || rate is null)
        {
            answer.CannotJudge("judging.unknown.rate-not-agreed");
            return null;
        }

        if (question.MediumCode is not { } medium || question.Dn is not { } dn)
        {
            answer.CannotJudge("judge.medium-and-size");
            return null;
        }

        var (limit, k) = LeakLimits.OfRate(pack, rate, medium, dn);
        answer.Because(rates.Clause, k is null ? "judging.limit.rate-none-visible" : "judging.limit.rate", rate,
            NumberText.Show(k ?? 0), "DN" + dn.ToString(CultureInfo.InvariantCulture));
        return (limit, rate);
    }

    private static void WriteRateLimit(CaseAnswer answer, decimal? limit)
    {
        answer.Number("limit_mm3_per_s", limit);
        answer.Word("limit_mm3_per_s_exact", limit is { } number ? Normalised.Text(number) : null);
        if (limit is { } value)
        {
            answer.Number("limit_ml_per_min", Ratio.Of(value) / Unit.Get("ml/min").Factor);
        }
        else
        {
            answer.Number("limit_ml_per_min", (decimal?)null);
        }
    }

    private static void RowLimit(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var type = question.IsCheck ? "check" : "other";
        if (question.Nps is not { } nps || LeakLimits.Row(pack, question.SeatCode, type, nps) is not { } row)
        {
            answer.CannotJudge("judging.unknown.no-leak-row", question.Seat ?? "?", NumberText.Show(question.Nps ?? 0));
            return;
        }

        answer.Rests(row.Confidence);
        foreach (var number in row.Numbers.Where(n => question.MediumCode is null || n.Medium == question.MediumCode))
        {
            var reading = new Reading(LeakLimits.Value(row, number, nps), number.Unit);
            answer.Number(number.Member, reading.Value);
            answer.Because(row.Clause, "judge.limit-is", reading.ToString());
            Derived(answer, pack, reading);
        }
    }

    // The same limit in the other units that benches read in.
    private static void Derived(CaseAnswer answer, Pack pack, Reading reading)
    {
        if (LeakAmount.InMm3PerSecond(reading, null, pack.Volumes) is not { } leak)
        {
            return;
        }

        switch (reading.Unit)
        {
            case "drops/min":
                answer.Number("liquid_mm3_per_s_at_16_drops_per_ml", leak);
                break;
            case "ml/h" when pack.DropMm3 is { } drop:
                answer.Number("liquid_drops_per_min", leak / Ratio.Of(drop) * Ratio.Of(60m));
                break;
            case "scfh" when pack.BubbleMm3 is { } bubble:
                answer.Number("gas_ml_per_min", leak / Unit.Get("ml/min").Factor);
                answer.Number("gas_bubbles_per_min_" + NumberText.Show(decimal.Truncate(1000m / bubble)) + "_per_ml",
                    leak / Ratio.Of(bubble) * Ratio.Of(60m));
                break;
        }
    }

    private static string? UsualRate(CaseQuestion question, Pack pack) =>
        question.SeatCode is { } seat ? pack.LeakRates?.DefaultBySeat.GetValueOrDefault(seat) : null;

    private static string Seconds(decimal seconds) => NumberText.Show(seconds) + " s";
}
