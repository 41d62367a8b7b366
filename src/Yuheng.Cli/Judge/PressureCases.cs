using System.Globalization;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Test pressures and durations, and whether a test was one.</summary>
internal static class PressureCases
{
    private static readonly (string Member, string Unit)[] RatingMembers =
        [("rating_100F_psi", "psi"), ("rating_38C_bar", "bar"), ("cwp_bar", "bar"), ("allowable_dp_bar", "bar")];

    public static void Duration(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is { } pack && Minimum(question, answer, pack) is { } least)
        {
            answer.Number("min_duration_s", least.Seconds);
            answer.Because(least.Row.Clause, "judge.duration", Show(least.Seconds));
        }
    }

    public static void DurationVerdict(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        if (question.Input.TextOrNull("pedCategory") is { } category)
        {
            EveryValve(question, answer, category);
            return;
        }

        if (Minimum(question, answer, pack) is not { } least)
        {
            return;
        }

        if (question.FlagOrNull("pressure_ok") is not { } pressureOk)
        {
            answer.CannotJudge("judging.test.pressure-missing");
        }
        else if (!pressureOk)
        {
            answer.Status("invalid-test");
            answer.Because(least.Row.Clause, "judge.pressure-not-ok");
        }
        else
        {
            HeldAndSeen(question, answer, least);
        }
    }

    public static void PressureVerdict(CaseQuestion question, CaseAnswer answer)
    {
        var applied = question.NotNegativeOrNull("applied_MPa");
        if (question.EditionPack(answer) is not { } pack || Minimum(question, answer, pack) is not { } least)
        {
            return;
        }

        var test = question.Packs.Words.Test(question.Test);
        var row = test is null ? null : TestPressures.Row(pack, RuleOf(test, question.MediumCode), question.MediumCode);
        if (row is null || question.Pn is not { } pn || question.MediumCode is null)
        {
            answer.CannotJudge("judge.pressure-rule-missing", question.Test ?? "?");
            return;
        }

        var demand = TestPressures.Demand(row, new Reading(pn / 10m, "MPa"));
        answer.Rests(row.Confidence);
        answer.Number("required_MPa", demand.Min.In("MPa"));
        if (applied is not { } pressure)
        {
            answer.CannotJudge("judging.test.pressure-missing");
        }
        else if (new Reading(pressure, "MPa") is var given && given.CompareTo(demand.Min) < 0)
        {
            answer.Status("invalid-test");
            answer.Because(row.Clause, "judging.test.pressure-too-low", given.ToString(), demand.Min.ToString());
        }
        else if (demand.Max is { } max && given.CompareTo(max) > 0)
        {
            answer.Status("invalid-test");
            answer.Because(row.Clause, "judging.test.pressure-too-high", given.ToString(), max.ToString());
        }
        else
        {
            HeldAndSeen(question, answer, least);
        }
    }

    public static void TestPressure(CaseQuestion question, CaseAnswer answer)
    {
        if (question.EditionPack(answer) is not { } pack)
        {
            return;
        }

        var applied = question.NotNegativeOrNull("applied_psi");
        var test = question.Packs.Words.Test(question.Test);
        var medium = question.MediumCode ?? (applied is null ? null : "gas");
        var row = test is null ? null : Table(question, pack) ?? TestPressures.Row(pack, RuleOf(test, medium), medium);
        if (row is null || !Covers(row, question))
        {
            answer.CannotJudge("judge.pressure-rule-missing", question.Test ?? "?");
            return;
        }

        if (row.Multiplier is not null && Rating(question) is null)
        {
            answer.CannotJudge("judge.rating-missing");
            return;
        }

        answer.Rests(row.Confidence);
        var demand = TestPressures.Demand(row, Rating(question) ?? new Reading(0, "psi"));
        var fixedRange = row.Nominal is not null && demand.Max is not null;
        var least = fixedRange ? new Reading(row.Nominal!.Value, row.Unit!) : demand.Min;
        WritePressure(answer, "min", least);
        if (demand.Max is { } most && !fixedRange)
        {
            WritePressure(answer, "max", most);
        }

        answer.Because(row.Clause, demand.Rule.Code, demand.Rule.Args);
        if (applied is { } pressure)
        {
            var given = new Reading(pressure, "psi");
            var inRange = given.CompareTo(demand.Min) >= 0 && (demand.Max is not { } max || given.CompareTo(max) <= 0);
            answer.Status(inRange ? "in-range" : "invalid-test");
        }
    }

    private static void HeldAndSeen(CaseQuestion question, CaseAnswer answer, (DurationRow Row, int Seconds) least)
    {
        var leak = question.FlagOrNull("visible_leak");
        if (question.NotNegativeOrNull("held_s") is not { } held)
        {
            answer.CannotJudge("judging.test.hold-missing");
        }
        else if (held < least.Seconds)
        {
            answer.Status("invalid-test");
            answer.Because(least.Row.Clause, "judging.test.hold-too-short", NumberText.Show(held) + " s",
                Show(least.Seconds));
        }
        else if (leak is not { } seen)
        {
            answer.CannotJudge("judging.test.nothing-recorded");
        }
        else if (seen && question.Packs.Words.Test(question.Test) == "closure" && question.SeatCode != "soft")
        {
            // A closure that is not of rate A may leak to its limit; that something was seen does not yet fail it.
            answer.CannotJudge("judge.leak-without-amount");
        }
        else
        {
            answer.Status(seen ? "fail" : "pass");
            answer.Because(least.Row.Clause, seen ? "judging.test.leak-seen" : "judging.test.none-visible",
                seen ? [string.Empty, NumberText.Show(held) + " s"] : [NumberText.Show(held) + " s"]);
        }
    }

    // EN 12266-1 A.2.2.3: every valve is shell-tested; a statistical basis is allowed for PED category I only.
    private static void EveryValve(CaseQuestion question, CaseAnswer answer, string category)
    {
        const string clause = "A.2.2.3";
        var lot = question.Input.CountOrNull("lot");
        var tested = question.Input.CountOrNull("shellTested");
        if (lot is not > 0 || tested is not >= 0 || tested > lot)
        {
            answer.CannotJudge("judge.lot-and-tested");
            return;
        }

        var allowed = tested == lot || (category == "I" && tested > 0);
        answer.Status(allowed ? "allowed" : "invalid-test");
        answer.Because(clause, allowed ? "judge.shell-share-allowed" : "judge.shell-every-valve", category,
            tested.Value.ToString(CultureInfo.InvariantCulture), lot.Value.ToString(CultureInfo.InvariantCulture));
    }

    private static (DurationRow Row, int Seconds)? Minimum(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var test = question.Packs.Words.Test(question.Test);
        if (test is null || question.Dn is not { } dn
            || Durations.Row(pack, test, question.IsCheck ? "check" : "other") is not { } row)
        {
            answer.CannotJudge("judging.unknown.duration-not-given", pack.Standard, pack.Edition);
            return null;
        }

        answer.Rests(row.Confidence);
        return (row, Durations.Seconds(row, dn));
    }

    private static string RuleOf(string test, string? medium) => (test, medium) switch
    {
        ("closure", "gas") => "seat-gas-low",
        ("closure" or "closure-or-backseat", _) => "seat",
        ("shell", "gas") => "shell-gas",
        ("shell-type-test", _) => "shell",
        _ => test,
    };

    // A table entry for iron bodies goes before the rule of multiples.
    private static PressureRow? Table(CaseQuestion question, Pack pack)
    {
        if (question.Input.TextOrNull("material") is not { } material)
        {
            return null;
        }

        var (from, to) = question.Input.TextOrNull("npsRange") is { } range && range.Split('-') is [var low, var high]
            ? (NumberText.ReadDecimal(low, "npsRange"), NumberText.ReadDecimal(high, "npsRange"))
            : (question.Nps, question.Nps);
        return pack.Pressures.FirstOrDefault(p => p.Material == material && p.Class == question.Class
            && (p.NpsFrom is not { } first || (from >= first && to <= p.NpsTo)));
    }

    private static bool Covers(PressureRow row, CaseQuestion question) =>
        row.DnToAnyRating is not { } any || question.Dn is not { } dn || dn <= any
        || (dn <= row.DnTo && (question.Pn <= row.PnTo || question.Class <= row.ClassTo));

    private static Reading? Rating(CaseQuestion question)
    {
        foreach (var (member, unit) in RatingMembers)
        {
            if (question.Input.Has(member))
            {
                return new Reading(question.AboveZero(member), unit);
            }
        }

        return question.Pn is { } pn ? new Reading(pn, "bar") : null;
    }

    private static void WritePressure(CaseAnswer answer, string side, Reading pressure)
    {
        if (pressure.Unit == "psi")
        {
            answer.Number(side + "_psi", pressure.Value);
            return;
        }

        answer.Number(side + "_bar", pressure.In("bar"));
        answer.Number(side + "_MPa", pressure.In("MPa"));
    }

    private static string Show(int seconds) => seconds.ToString(CultureInfo.InvariantCulture) + " s";
}
