using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Supervision spot checks and acceptance on site.</summary>
internal static class SpotCases
{
    /// <summary>A spot check has some dozens of items.</summary>
    private const int MostItems = 1000;

    public static void Answer(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var input = question.Input;
        if (input.ObjectOrNull("results") is { } results)
        {
            Verdict(question, answer, results);
        }
        else if (input.Has("standardMax") || input.Has("declaredMax") || input.Has("result"))
        {
            Declared(question, answer);
        }
        else if (input.Has("pn_MPa") && !input.Has("lot"))
        {
            Parameters(question, answer, pack);
        }
        else
        {
            Sampling(question, answer, pack);
        }
    }

    private static void Verdict(CaseQuestion question, CaseAnswer answer, JsonRequest results)
    {
        var items = results.Element.EnumerateObject().Take(MostItems + 1)
            .Select(i => (i.Name, Word: question.Packs.Words.Result(results.Text(i.Name)))).ToList();
        var failed = items.Where(i => i.Word == "fail").Select(i => i.Name).ToList();
        if (items.Count is 0 or > MostItems || (failed.Count == 0 && items.Any(i => i.Word is null)))
        {
            answer.CannotJudge("judge.results-word-unknown",
                string.Join(", ", items.Where(i => i.Word is null).Select(i => i.Name)));
            return;
        }

        // The words of the verdict are the rule's own, in Chinese in both languages.
        var code = failed.Count == 0 ? "judging.spot.none-found" : "judging.spot.nonconforming";
        answer.Word("verdict", CliTexts.All.Say(Language.Chinese, code));
        answer.Words("failedItems", failed);
        answer.Because("3.2", code);
    }

    private static void Declared(CaseQuestion question, CaseAnswer answer)
    {
        var standard = question.NotNegativeOrNull("standardMax");
        var declared = question.NotNegativeOrNull("declaredMax");
        var mandatory = question.FlagOrNull("standardMandatory") ?? false;
        if (DeclaredQuality.LimitOf(declared, standard, mandatory, LimitSide.Maximum) is not { } applied)
        {
            answer.Status("not-applicable");
            answer.Because("3.2", "judge.declared-not-judged");
            return;
        }

        answer.Number("appliedLimit", applied);
        answer.Because("3.2", applied == declared ? "judge.declared-applies"
            : "judge.mandatory-applies", NumberText.Show(applied));
        if (question.NotNegativeOrNull("result") is { } result)
        {
            answer.Flag("conforms", result <= applied);
        }
        else
        {
            answer.CannotJudge("judging.test.nothing-recorded");
        }
    }

    private static void Parameters(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var working = new Reading(question.AboveZero("pn_MPa"), "MPa");
        var strength = TestPressures.Row(pack, "site-strength", "liquid");
        var tightness = TestPressures.Row(pack, "site-tightness", "liquid");
        if (strength is null || tightness is null)
        {
            answer.CannotJudge("judge.pressure-rule-missing", question.Test ?? "");
            return;
        }

        answer.Rests(strength.Confidence);
        answer.Number("strength_MPa", TestPressures.Demand(strength, working).Min.Value);
        answer.Number("strength_min_s", pack.Numbers["strengthSeconds"][0]);
        answer.Number("tightness_MPa", TestPressures.Demand(tightness, working).Min.Value);
        answer.Because(strength.Clause, "judge.site-parameters");
    }

    private static void Sampling(CaseQuestion question, CaseAnswer answer, Pack pack)
    {
        var stock = question.Input.CountOrNull("stock");
        var lot = question.Input.CountOrNull("lot");
        var row = pack.SpotChecks.FirstOrDefault(s =>
            (s.Products.Count == 0 || (question.ValveType is { } type
                && s.Products.Any(p => type.Contains(p, StringComparison.OrdinalIgnoreCase))))
            && (s.StockFrom is not { } from || stock >= from));
        if (row is null || (row.LotShare is not null && lot is not > 0))
        {
            answer.CannotJudge("judge.sampling-rule-missing", pack.Standard);
            return;
        }

        answer.Rests(row.Confidence);
        if (row.LotShare is { } share)
        {
            var all = question.FlagOrNull("onMainShutoff") == true
                || question.NotNegativeOrNull("pn_MPa") > row.AllAbovePressure
                || question.Pn / 10m > row.AllAbovePressure;
            var sample = all ? lot!.Value : Math.Max(1, (long)decimal.Ceiling(share * lot!.Value));
            answer.Number("sample", sample);
        }
        else
        {
            answer.Number("sampleTotal", row.Tested + row.Reserve);
            answer.Number("tested", row.Tested);
            answer.Number("reserve", row.Reserve);
            if (row.MetalReleaseTested is { } tested)
            {
                answer.Flag("metalReleaseTested", tested);
            }
        }

        answer.Because(row.Clause, "judge.sampling");
    }
}
