using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>Alloys and dezincification.</summary>
internal static class MaterialCases
{
    public static void Limit(CaseQuestion question, CaseAnswer answer)
    {
        var (pack, alloy) = Alloy(question);
        answer.From(pack);
        var element = question.Input.Text("element");
        answer.Rests(alloy.Confidence);
        if (alloy.Elements.FirstOrDefault(e => e.Element == element) is { } limit)
        {
            answer.Rests(limit.Confidence);
            answer.Number("min_percent", limit.Min);
            answer.Number("max_percent", limit.Max);
            answer.Because(alloy.Clause, "judge.element", alloy.Name, element);
        }
        else if (alloy.OthersEach is { } each)
        {
            answer.Number("min_percent", null);
            answer.Number("max_percent", each);
            answer.Because(alloy.Clause, "judge.element-other", alloy.Name, element);
        }
        else
        {
            answer.CannotJudge("judge.element-not-limited", alloy.Name, element);
        }
    }

    public static void Verdict(CaseQuestion question, CaseAnswer answer)
    {
        if (question.NotNegativeOrNull("pbPercentInArticle") is { } inArticle)
        {
            LeadLaw(question, answer, inArticle, "svhcPercent");
        }
        else if (question.NotNegativeOrNull("pbPercent") is { } lead)
        {
            LeadLaw(question, answer, lead, "leadPercent");
        }
        else
        {
            Analysis(question, answer);
        }
    }

    /// <summary>ISO 6509-1 is a method for brasses with more than 15 % zinc; it defines no acceptance.</summary>
    public static void Dezincification(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        if (question.NotNegativeOrNull("znPercent") is { } zinc
            && pack.Numbers.TryGetValue("znAbovePercent", out var above))
        {
            answer.Flag("methodApplicable", zinc > above[0]);
            answer.Because("scope", "judge.dezincification-method", NumberText.Show(above[0]));
        }
        else if (question.Input.TextOrNull("question") is { } asked
            && asked.Contains("acceptance", StringComparison.OrdinalIgnoreCase))
        {
            answer.Flag("acceptanceDefined", false);
            answer.Because("scope", "judge.dezincification-acceptance");
        }
        else
        {
            answer.CannotJudge("judge.question-unknown");
        }
    }

    private static void Analysis(CaseQuestion question, CaseAnswer answer)
    {
        var (pack, alloy) = Alloy(question);
        answer.From(pack);
        answer.Rests(alloy.Confidence);
        if (question.Input.ObjectOrNull("result_percent") is not { } result)
        {
            answer.CannotJudge("judging.test.nothing-recorded");
            return;
        }

        var analysis = result.Element.EnumerateObject().Select(e => new ElementReading(e.Name, result.Decimal(e.Name)))
            .ToList();
        if (analysis.Count == 0)
        {
            answer.CannotJudge("judging.test.nothing-recorded");
            return;
        }

        if (!CompositionJudge.IsPossible(analysis))
        {
            throw new Refused("refused.judge.analysis-impossible", NumberText.Show(analysis.Sum(e => e.Percent)))
            {
                Field = "result_percent",
            };
        }

        var others = OtherElements(alloy, analysis);
        var violations = analysis.Select(e => e.Element)
            .Where(e => CompositionJudge.Violations(alloy.Elements, analysis).Contains(e) || others.Contains(e))
                .ToList();
        answer.Flag("conforms", violations.Count == 0);
        answer.Words("violations", violations);
        answer.Flag("complete", CompositionJudge.Missing(alloy.Elements, analysis).Count == 0);
        answer.Because(alloy.Clause, violations.Count == 0 ? "judge.composition-kept"
            : "judge.composition-broken", alloy.Name,
            string.Join(", ", violations));
    }

    // Elements that the alloy does not list are impurities: each, or their sum, has a limit. Zinc is the balance of a
    // brass.
    private static List<string> OtherElements(Alloy alloy, List<ElementReading> analysis)
    {
        var others = analysis.Where(e => e.Element != "Zn" && alloy.Elements.All(l => l.Element != e.Element)).ToList();
        return alloy.OthersEach is { } each ? [.. others.Where(e => e.Percent > each).Select(e => e.Element)]
            : alloy.OthersTotal is { } total && others.Sum(e => e.Percent) > total ? [.. others.Select(e => e.Element)]
            : [];
    }

    private static void LeadLaw(CaseQuestion question, CaseAnswer answer, decimal lead, string number)
    {
        var pack = question.AnyPack(answer);
        if (lead > 100 || !pack.Numbers.TryGetValue(number, out var limit))
        {
            throw new Refused("refused.judge.analysis-impossible", NumberText.Show(lead)) { Field = "pbPercent" };
        }

        // RoHS 6(c) exempts copper alloys only.
        if (number == "leadPercent" && question.Input.TextOrNull("material") is { } material
            && !material.Contains("copper", StringComparison.OrdinalIgnoreCase)
            && !material.Contains("brass", StringComparison.OrdinalIgnoreCase)
            && Alloys.Find(question.Packs, material, null) is not { Alloy.Family: "copper-alloy" })
        {
            answer.CannotJudge("judge.exemption-material", material);
            return;
        }

        var conforms = lead <= limit[0];
        answer.Flag("conforms", conforms);
        answer.Words("violations", conforms ? [] : ["Pb"]);
        answer.Because(pack.Standard, conforms ? "judge.lead-law-kept" : "judge.lead-law-broken", NumberText.Show(lead),
            NumberText.Show(limit[0]));
    }

    private static (Pack Pack, Alloy Alloy) Alloy(CaseQuestion question)
    {
        var name = question.Input.Text("alloy");
        return Alloys.Find(question.Packs, name, question.Standard)
            ?? throw new Refused("refused.judge.alloy-unknown", name) { Field = "alloy" };
    }
}
