using System.Globalization;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>What holds in a market on a day.</summary>
internal static class MarketCases
{
    public static void Answer(CaseQuestion question, CaseAnswer answer)
    {
        var pack = question.AnyPack(answer);
        var lead = question.NotNegativeOrNull("wlc_percent");
        if (question.DayOrNull("date") is not { } day)
        {
            answer.CannotJudge("judge.dates-missing");
            return;
        }

        var market = question.Packs.Words.Market(question.Input.TextOrNull("market"));
        var rules = pack.DatedRules.Where(r => market is null || r.Markets.Contains(market.Code)
            || r.Markets.Any(market.Unions.Contains)).ToList();
        if (rules.Count == 0)
        {
            answer.CannotJudge("judge.market-rule-missing", pack.Standard);
            return;
        }

        foreach (var kind in rules.GroupBy(r => r.Rule))
        {
            var now = kind.FirstOrDefault(r => !(day < r.From) && !(day > r.To));
            var rule = now ?? kind.First();
            answer.Rests(rule.Confidence);
            Write(question, answer, (kind.Key, now), lead);
            answer.Because(rule.Clause, now is null ? "judge.rule-not-yet" : "judge.rule-in-force",
                rule.From is { } from ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
        }
    }

    private static void Write(CaseQuestion question, CaseAnswer answer, (string Kind, DatedRule? Now) rule,
        decimal? lead)
    {
        switch (rule.Kind)
        {
            case "tap-water-lead":
                answer.Number("limit_ug_per_L", rule.Now?.Limit);
                break;
            case "third-party-certification":
                answer.Flag("certificationRequired", rule.Now is not null);
                break;
            case "lead-free":
                Installable(question, answer, rule.Now, lead);
                break;
            case "eu-regime":
                answer.Word("regime", rule.Now is null ? "national" : "EU");
                answer.Flag("applies", rule.Now is not null);
                break;
        }
    }

    // Lead is rounded as NSF/ANSI/CAN 372 rounds it; spare parts of what is installed already are not concerned.
    private static void Installable(CaseQuestion question, CaseAnswer answer, DatedRule? now, decimal? lead)
    {
        var product = question.Input.TextOrNull("product") ?? "";
        if (now is null || now.Exempt.Any(e => product.Contains(e, StringComparison.OrdinalIgnoreCase)))
        {
            answer.Flag("installable", true);
        }
        else if (lead is { } content)
        {
            var decimals = (int)question.Packs.Get("nsf-372-2020").Numbers["decimals"][0];
            answer.Flag("installable", new Rounding(RoundingMethod.AstmE29, decimals)
                .Apply(Ratio.Of(content)) <= Ratio.Of(now.Limit!.Value));
        }
        else
        {
            answer.CannotJudge("judging.test.nothing-recorded");
        }
    }
}
