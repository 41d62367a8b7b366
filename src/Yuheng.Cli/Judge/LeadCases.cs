using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Lead content, and what taps give off into water: three questions that are never mixed.</summary>
internal static class LeadCases
{
    /// <summary>A product has some dozens of wetted parts.</summary>
    private const int MostComponents = 10_000;

    public static void Content(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        if (!question.Input.Has("components"))
        {
            Solder(question, answer);
            return;
        }

        var components = question.Input.Objects("components");
        if (components.Length is 0 or > MostComponents)
        {
            throw new Refused("refused.judge.components", $"{MostComponents}") { Field = "components" };
        }

        Ratio lead = Ratio.Of(0m), area = Ratio.Of(0m);
        foreach (var component in components)
        {
            component.Only("pbPercent", "wettedArea", "name", "alloy");
            var (percent, wetted) = (component.Decimal("pbPercent"), component.Decimal("wettedArea"));
            if (percent is < 0 or > 100 || wetted < 0)
            {
                throw new Refused(
                    "refused.judge.component-impossible", NumberText.Show(percent), NumberText.Show(wetted))
                {
                    Field = "components",
                };
            }

            lead += Ratio.Of(percent) * Ratio.Of(wetted);
            area += Ratio.Of(wetted);
        }

        if (area.CompareTo(Ratio.Of(0m)) == 0)
        {
            throw new Refused("refused.judge.not-above-zero", "wettedArea") { Field = "components" };
        }

        var limits = question.Packs.Get("nsf-372-2020").Numbers;
        var limit = limits["leadContentPercent"][0];
        var decimals = (int)limits["decimals"][0];
        var content = lead / area;
        var rounded = content.Round(decimals);
        answer.Number("wlc_percent", content);
        answer.Number("wlc_rounded_2dp_E29", rounded);
        answer.Number("limit_percent", limit);
        answer.Flag("conforms", rounded <= limit);
        answer.Flag("conforms_absoluteComparison", content <= Ratio.Of(limit));
        answer.Because(pack.Standard, "judge.lead-content", NumberText.Show(rounded), NumberText.Show(limit));
    }

    public static void ReleaseLimit(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var analyte = Analyte(question);
        var day = question.DayOrNull("date");
        var rows = pack.Releases.Where(r => r.Analyte == analyte).ToList();
        var device = question.Packs.Words.Device(question.ValveType);
        if (rows.Any(r => r.Device == "in-line"))
        {
            ByDay(answer, rows, device, day);
        }
        else if (rows.Any(r => r.Device == "end"))
        {
            ByDevice(question, answer, rows);
        }
        else if (rows is [var row])
        {
            answer.Rests(row.Confidence);
            answer.Number("limit_ug_per_L", new Reading(row.Limit!.Value, row.Unit).In("ug/L"));
            answer.Because(row.Clause, "judge.release-limit", analyte, NumberText.Show(row.Limit.Value), row.Unit);
        }
        else
        {
            answer.CannotJudge("judge.analyte-unknown", analyte, pack.Standard);
        }
    }

    public static void ReleaseStatistic(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var doses = question.Input.Has("sampleDosages_ug") ? question.Input.Numbers("sampleDosages_ug") : null;
        var n = doses?.Length ?? question.Input.CountOrNull("n") ?? 0;
        var first = pack.Numbers.TryGetValue("k1FirstN", out var from) ? (int)from[0] : int.MaxValue;
        if (n < first || n - first >= pack.Numbers["k1"].Count)
        {
            answer.CannotJudge("judge.k1-unknown", $"{n}");
            return;
        }

        var k1 = pack.Numbers["k1"][(int)n - first];
        if (doses is null)
        {
            answer.Number("k1", k1);
            answer.Because(pack.Standard, "judge.k1", $"{n}");
            return;
        }

        if (doses.Any(d => d <= 0))
        {
            throw new Refused("refused.judge.not-above-zero", "sampleDosages_ug") { Field = "sampleDosages_ug" };
        }

        var q = LeadRelease.Q(doses, (double)k1);
        answer.Number("n", n);
        answer.Number("k1", k1);
        answer.Statistic("Q_ug", q);
        answer.Flag("conforms_Q1", q <= 1);
        answer.Flag("conforms_Q5", q <= 5);
        answer.Because(pack.Standard, "judge.q", $"{n}");
    }

    public static void ReleaseVerdict(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var analyte = Analyte(question);
        var device = question.Packs.Words.Device(question.ValveType);
        var day = question.DayOrNull("date");
        var reading = question.NotNegativeOrNull("result_mg_per_L") is { } mg ? new Reading(mg, "mg/L")
            : question.NotNegativeOrNull("result_ug_per_L") is { } ug ? new Reading(ug, "ug/L") : null;
        var rows = pack.Releases.Where(
            r => r.Analyte == analyte && (r.Device == "any" || r.Device == device) && InForce(r, day));
        var row = Best(rows, question.Input.TextOrNull("mainMaterial"));
        if (reading is null || row?.Limit is not { } limit || Unit.Get(row.Unit).Dimension != Dimension.Concentration)
        {
            answer.CannotJudge(reading is null ? "judging.test.nothing-recorded"
                : "judge.analyte-unknown", analyte, pack.Standard);
            return;
        }

        answer.Rests(row.Confidence);
        var conforms = reading.CompareTo(new Reading(limit, row.Unit)) <= 0;
        answer.Flag("conforms", conforms);
        answer.Because(row.Clause, conforms ? "judging.test.within-limit"
            : "judging.test.beyond-limit", reading.ToString(),
            NumberText.Show(limit) + " " + row.Unit);
    }

    private static void Solder(CaseQuestion question, CaseAnswer answer)
    {
        var material = question.Input.Text("material");
        var lead = question.NotNegative("pbPercent");
        if (material is not ("solder" or "flux") || lead > 100)
        {
            answer.CannotJudge("judge.lead-content-material", material);
            return;
        }

        // The statute gives 0.2 % without a rounding rule: compared as it is.
        var limit = question.Packs.Get("us-40cfr143").Numbers["solderPercent"][0];
        answer.Number("limit_percent", limit);
        answer.Flag("conforms", lead <= limit);
        answer.Because("SDWA 1417", "judge.lead-content", NumberText.Show(lead), NumberText.Show(limit));
    }

    private static void ByDay(CaseAnswer answer, List<ReleaseRow> rows, string? device, DateOnly? day)
    {
        if (device is null or "other" || day is null)
        {
            answer.CannotJudge("judge.device-and-day");
            return;
        }

        var own = rows.Where(r => r.Device == device).ToList();
        var row = own.First(r => InForce(r, day));
        answer.Rests(row.Confidence);
        answer.Number("limit_ug", row.Limit);
        answer.Flag("newQLimitApplies", row.From is not null);
        answer.Because(row.Clause, row.Limit is null ? "judge.q-not-for-device" : "judge.release-limit", "Pb",
            NumberText.Show(row.Limit ?? 0), row.Unit);
    }

    private static void ByDevice(CaseQuestion question, CaseAnswer answer, List<ReleaseRow> rows)
    {
        var material = question.Input.TextOrNull("mainMaterial");
        foreach (var (device, member) in new[] { ("end", "endDevice_mg_per_L"), ("other", "otherDevice_mg_per_L") })
        {
            if (Best(rows.Where(r => r.Device == device), material) is { } row)
            {
                answer.Rests(row.Confidence);
                answer.Number(member, new Reading(row.Limit!.Value, row.Unit).In("mg/L"));
                answer.Because(row.Clause, "judge.release-limit", row.Analyte, NumberText.Show(row.Limit.Value),
                    row.Unit);
            }
        }
    }

    // A row for the material of the main parts goes before the general one.
    private static ReleaseRow? Best(IEnumerable<ReleaseRow> rows, string? material) => rows
        .Where(r => r.MainMaterial is null || r.MainMaterial == material)
        .OrderByDescending(r => r.MainMaterial is not null).FirstOrDefault();

    private static bool InForce(ReleaseRow row, DateOnly? day) =>
        day is { } d ? !(d < row.From) && !(d > row.To) : row is { From: null, To: null };

    // "leaching Pb": the analyte is the last word of the test where it is not given apart.
    private static string Analyte(CaseQuestion question) => question.Input.TextOrNull("analyte")
        ?? (question.Test?.Contains("lead", StringComparison.OrdinalIgnoreCase) == true ? "Pb"
            : question.Test?.Split(' ')[^1] ?? throw new Refused(
                "refused.line.missing-member", "analyte") { Field = "analyte" });
}
