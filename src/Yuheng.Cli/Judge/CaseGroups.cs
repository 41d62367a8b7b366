using System.Collections.Frozen;
using Yuheng.Core;
using Yuheng.Core.Packs;

namespace Yuheng.Cli.Judge;

/// <summary>The groups of cases: which members each reads, and who answers.</summary>
public static class CaseGroups
{
    private static readonly FrozenDictionary<string,
        (string[] Members, Action<CaseQuestion, CaseAnswer> Answer)> Groups =
        new Dictionary<string, (string[], Action<CaseQuestion, CaseAnswer>)>(StringComparer.Ordinal)
        {
            ["certificate"] = (["pcIssued", "shipment", "statement", "testResults", "validatedBy"],
                PaperCases.Certificate),
            ["composition-limit"] = (["alloy", "element"], MaterialCases.Limit),
            ["composition-verdict"] = (
                ["alloy", "material", "pbPercent", "pbPercentInArticle", "product", "result_percent"],
                MaterialCases.Verdict),
            ["decision-rule"] = (
                ["AL", "AU", "TL", "TU", "U", "guardBandFactor_r", "k", "lower", "lowerLimit", "measured",
                "prior_mean", "prior_u", "process_mean", "process_sd", "u", "u_m", "unit", "upper", "upperLimit", "w",
                    "y"],
                RuleCases.Answer),
            ["dezincification"] = (["question", "znPercent"], MaterialCases.Dezincification),
            ["duration"] = ([], PressureCases.Duration),
            ["duration-verdict"] = (["held_s", "lot", "pedCategory", "pressure_ok", "shellTested", "visible_leak"],
                PressureCases.DurationVerdict),
            ["edition"] = (["date", "edition", "leak_drops_per_min", "nps", "seat"], PaperCases.Edition),
            ["flow"] = (["Q_m3_per_h", "dp_bar", "rho"], GeometryCases.Flow),
            ["lead-content"] = (["components", "material", "pbPercent", "title"], LeadCases.Content),
            ["leakage-default-rate"] = (["rate"], LeakCases.DefaultRate),
            ["leakage-limit"] = (["rate"], LeakCases.Limit),
            ["leakage-resolution"] = (["bubbles_observed", "test_duration_s"], LeakCases.Resolution),
            ["leakage-verdict"] = (["bubble_mm3", "drop_mm3", "measured", "rate", "unit"], LeakCases.Verdict),
            ["market-date"] = (["date", "market", "product", "wlc_percent"], MarketCases.Answer),
            ["metal-release-limit"] = (["analyte", "date", "mainMaterial"], LeadCases.ReleaseLimit),
            ["metal-release-statistic"] = (["n", "sampleDosages_ug"], LeadCases.ReleaseStatistic),
            ["metal-release-verdict"] = (["analyte", "date", "mainMaterial", "result_mg_per_L", "result_ug_per_L"],
                LeadCases.ReleaseVerdict),
            ["pressure-verdict"] = (["applied_MPa", "held_s", "visible_leak"], PressureCases.PressureVerdict),
            ["required-tests"] = (["classRange", "range"], ScopeCases.RequiredTests),
            ["scope"] = (["bodyMaterial", "mop_bar", "temp_C"], ScopeCases.Scope),
            ["spot-check"] = (["declaredMax", "lot", "onMainShutoff", "pn_MPa", "result", "results", "scope",
                "standardMandatory", "standardMax", "stock"], SpotCases.Answer),
            ["test-pressure"] = (
                ["allowable_dp_bar", "applied_psi", "cwp_bar", "material", "npsRange", "rating_100F_psi",
                "rating_38C_bar"], PressureCases.TestPressure),
            ["thread"] = (["majorDiameter_mm", "measuredGaugeLength_mm", "question", "size", "tpi"],
                GeometryCases.Thread),
            ["unit-conversion"] = (["bubbles_per_min", "drops"], LeakCases.UnitConversion),
            ["wall-thickness"] = (["di_mm", "f_MPa", "insideDiameter_mm", "measuredMin_mm", "p_MPa", "requiredMin_mm"],
                GeometryCases.Wall),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Answers one case.</summary>
    /// <exception cref="Refused">The case cannot be read.</exception>
    public static void Answer(PackSet packs, JsonExchange exchange)
    {
        exchange.Request.Only("id", "group", "standard", "edition", "valveType", "seat", "dn", "nps", "pn", "class",
            "test",
            "medium", "input");
        var group = exchange.Request.Text("group");
        if (!Groups.TryGetValue(group, out var known))
        {
            throw new Refused("refused.judge.group-unknown", group,
                string.Join(", ", Groups.Keys.Order())) { Field = "group" };
        }

        var question = new CaseQuestion(packs, exchange.Request, known.Members);
        var answer = new CaseAnswer(exchange);
        known.Answer(question, answer);
        answer.Close(packs);
    }
}
