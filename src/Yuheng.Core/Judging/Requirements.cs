using Yuheng.Core.Packs;

namespace Yuheng.Core.Judging;

/// <summary>
/// What must my product meet in this market today. The contract comes first (Standardization Law art. 26), what is
/// mandatory in the market stays, what is only recommended there yields to the contract, and the zone's agreement fills
/// what is left. Where nothing names a standard to test by, the answer is a question, never an empty plan.
/// </summary>
public static class Requirements
{
    /// <summary>The requirements in force on the day asked.</summary>
    /// <exception cref="Refused">Unknown family, or a standard named without edition.</exception>
    public static RequirementAnswer Ask(PackSet packs, RequirementQuestion question)
    {
        var family = packs.Words.Family(question.Family)
            ?? throw new Refused("refused.judging.family-unknown", question.Family) { Field = "family" };
        var answer = new RequirementCollector(packs, question, family);
        answer.AddNamed(question.Contract, Basis.Contract);
        answer.AddContractLimits();
        var market = packs.Words.Market(question.Market);
        var known = market is not null && answer.AddMarket(market);
        answer.AddNamed(question.Agreement, Basis.Agreement);
        answer.AddAlloy();
        return answer.Answer(market, known);
    }

    /// <summary>
    /// What is different between two days for the same product: added, ended, and dated rules that begin.
    /// </summary>
    public static RequirementChanges Changes(PackSet packs, RequirementQuestion question, DateOnly later)
    {
        var now = Ask(packs, question);
        var then = Ask(packs, question with { Day = later });
        var unions = packs.Words.Market(question.Market) is { } m ? m.Unions.Prepend(m.Code).ToList() : [];
        return new RequirementChanges
        {
            Added = [.. then.Requirements.Where(r => now.Requirements.All(n => n.Key != r.Key))],
            Ended = [.. now.Requirements.Where(r => then.Requirements.All(n => n.Key != r.Key))],
            Rules = [.. packs.All.SelectMany(
                p => p.DatedRules.Select(rule => new DatedNotice(rule, p.Standard, p.Confidence)))
                .Where(n => n.Rule.From > question.Day && n.Rule.From <= later && n.Rule.Markets.Any(unions.Contains))],
        };
    }

    /// <summary>The name of a characteristic as a phrase; its code where it has no name of its own.</summary>
    public static Phrase NameOf(string id) => Phrase.Of(Texts.OfCore.Has("judging.characteristic." + id)
        ? "judging.characteristic." + id
        : "judging.characteristic.other", id);
}
