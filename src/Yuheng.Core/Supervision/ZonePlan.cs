namespace Yuheng.Core.Supervision;

/// <summary>
/// The plan of a zone: for every firm and product family the level after its events, the risk after the alerts and the
/// mode; and for every declared lot its chance, fitted to the lanes' quotas. Pure: the same facts give the same plan.
/// </summary>
public static class ZonePlan
{
    /// <summary>Where each firm's product family stands.</summary>
    /// <exception cref="Refused">A fact is not possible, or a choice breaks a rule.</exception>
    public static IReadOnlyList<FamilyStanding> Standings(
        ZoneRules rules,
        IEnumerable<FamilyFacts> families,
        DateOnly on) =>
        [.. families.Select(facts => Standing(rules, facts, on))];

    /// <summary>The lots of the plan with their chances; a lane without a quota is not scaled.</summary>
    public static IReadOnlyList<PlannedChance> Chances(
        IReadOnlyList<DeclaredLot> lots,
        IReadOnlyDictionary<string, FamilyStanding> standings,
        IReadOnlyDictionary<string, decimal> quotas)
    {
        var planned = new PlannedChance[lots.Count];
        foreach (var lane in lots.Index().GroupBy(l => l.Item.Lane, StringComparer.Ordinal))
        {
            var members = lane.ToArray();
            var asked = members.Select(m => Lot(m.Item, standings)).ToArray();
            var quota = quotas.TryGetValue(lane.Key, out var expected) ? expected : decimal.MaxValue;
            var allocation = LaneQuota.Allocate(asked, quota);
            for (var i = 0; i < members.Length; i++)
            {
                var (index, lot) = members[i];
                planned[index] = new PlannedChance(lot.LotId, allocation.Chances[i], allocation.Reason);
            }
        }

        return planned;
    }

    private static FamilyStanding Standing(ZoneRules rules, FamilyFacts facts, DateOnly on)
    {
        var scheme = rules.Schemes.On(on, facts.HsCode).Scheme;
        var level = LevelTriggers.Apply(scheme, facts.Level, facts.Events);
        var scope = new AlertScope(facts.Family, facts.Market, on);
        var risk = rules.AlertRules.Apply(rules.Engine.Grade(facts.Hazards), rules.Alerts, scope);
        var mode = ModeDecision.Of(
            scheme,
            new ModeInputs(level.Level.Level, risk.Grade, facts.WorstCreditTier, LotsSinceNew: facts.LotsSinceNew),
            facts.Choice);
        return new FamilyStanding(facts.Key, level, risk, mode);
    }

    private static LaneLot Lot(DeclaredLot lot, IReadOnlyDictionary<string, FamilyStanding> standings)
    {
        var mode = standings.TryGetValue(lot.Key, out var standing)
            ? standing.Mode.Mode
            : throw new Refused("refused.supervision.no-standing", lot.LotId, lot.Key);
        return new LaneLot(lot.LotId, mode.Probability, mode.Floor);
    }
}

/// <summary>The rules by which a zone plans.</summary>
public sealed record ZoneRules(
    Schemes Schemes,
    ProductEngine Engine,
    AlertRules AlertRules,
    IReadOnlyList<Alert> Alerts);

/// <summary>What is known about one firm's product family.</summary>
/// <param name="Key">Identifier of firm and family together.</param>
/// <param name="Family">Product family.</param>
/// <param name="HsCode">Customs code.</param>
/// <param name="Market">Main market.</param>
/// <param name="Level">Level in force before the events.</param>
/// <param name="Events">Events since, in order.</param>
/// <param name="Hazards">Hazards of the product.</param>
/// <param name="WorstCreditTier">Worst tier among the credit inputs.</param>
/// <param name="LotsSinceNew">Lots since product, process or material was new.</param>
/// <param name="Choice">A recorded choice where the matrix leaves one.</param>
public sealed record FamilyFacts(
    string Key,
    string Family,
    string HsCode,
    string Market,
    LevelHistory Level,
    IReadOnlyList<QualityEvent> Events,
    IReadOnlyList<ProductHazard> Hazards,
    int WorstCreditTier = 2,
    int LotsSinceNew = ModeInputs.FirstLotsInspected,
    ModeChoice? Choice = null);

/// <summary>Level, risk and mode of a firm's product family, each with its reasons.</summary>
public sealed record FamilyStanding(string Key, LevelAfter Level, RiskDecision Risk, ModeDecision Mode);

/// <summary>A lot to be planned.</summary>
/// <param name="LotId">Lot.</param>
/// <param name="Key">Firm and family.</param>
/// <param name="Lane">Team or area whose inspectors would go.</param>
public sealed record DeclaredLot(string LotId, string Key, string Lane);

/// <summary>A lot's chance, to be frozen, with the reason of its lane.</summary>
public sealed record PlannedChance(string LotId, SelectionProbability Probability, Phrase Reason);
