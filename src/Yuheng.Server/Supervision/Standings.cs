using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yuheng.Core;
using Yuheng.Core.Supervision;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;

namespace Yuheng.Server.Supervision;

/// <summary>What a standing is asked for.</summary>
public sealed record StandingQuestion(Guid FirmId, string Family, string HsCode, string Market, DateTimeOffset At)
{
    /// <summary>Lots since product, process or material was new.</summary>
    public int LotsSinceNew { get; init; } = ModeInputs.FirstLotsInspected;

    /// <summary>The zone's day.</summary>
    public DateOnly On => Registry.Zones.DayOf(At);
}

/// <summary>Scheme, level, risk and mode of a firm's product family, each with its reasons.</summary>
[Door]
public sealed record FirmStanding(
    SchemeInForce Scheme, LevelAfter Level, RiskDecision Risk, ModeDecision Mode, double Expected);

/// <summary>
/// Where a firm's product family stands: from dated facts alone, so that the same question for a past instant gives
/// what was decided then.
/// </summary>
[Door]
internal sealed class Standings(Database database)
{
    /// <summary>A firm without a level is level 3, as the scheme's rule for first declarations says.</summary>
    public const int DefaultLevel = 3;

    /// <summary>Chance of a nonconforming lot where no grade says otherwise: the zone's 7.5 % (own design).</summary>
    private const double UnknownChance = 0.075;

    /// <summary>Events read at most: more since the last change of a level do not change the outcome.</summary>
    private const int MostEvents = 1000;

    private const int MostAlerts = 200;

    /// <summary>The mode and chance of a lot that is being planned.</summary>
    public async Task<Selection> Select(Lot lot, CancellationToken cancellation)
    {
        await using var db = database.Read(Sight.Whole(lot.ZoneId));
        var standing = await Of(db, await Question(db, lot, cancellation), cancellation);
        var mode = standing.Mode.Mode;
        return new Selection(mode.Id, SelectionProbability.Of(mode.Probability));
    }

    /// <summary>What a lot asks.</summary>
    public static async Task<StandingQuestion> Question(Db db, Lot lot, CancellationToken cancellation)
    {
        var earlier = await db.Set<Lot>()
            .Where(l => l.FirmId == lot.FirmId && l.ProductId == lot.ProductId && l.DeclaredAt < lot.DeclaredAt)
            .Take(ModeInputs.FirstLotsInspected).CountAsync(cancellation);
        var market = lot.Markets.Split(',')[0];
        var family = Families.Of(lot.ValveType);
        return new StandingQuestion(lot.FirmId, family, lot.HsCode, market, lot.DeclaredAt) { LotsSinceNew = earlier };
    }

    /// <summary>The standing.</summary>
    /// <exception cref="Refused">No scheme holds on that day.</exception>
    public static async Task<FirmStanding> Of(Db db, StandingQuestion asked, CancellationToken cancellation)
    {
        var scheme = Schemes.Embedded.On(asked.On, asked.HsCode);
        var level = LevelTriggers.Apply(
            scheme.Scheme, await LevelBefore(db, asked, cancellation), await Events(db, asked, cancellation));
        var (graded, expected) = await Graded(db, asked, cancellation);
        var scope = new AlertScope(asked.Family, asked.Market, asked.On);
        var risk = AlertRules.Default.Apply(graded, await Alerts(db, asked, cancellation), scope);
        var inputs = new ModeInputs(level.Level.Level, risk.Grade, LotsSinceNew: asked.LotsSinceNew);
        var mode = await Decide(db, scheme.Scheme, (asked, inputs), cancellation);
        return new FirmStanding(scheme, level, risk, mode, expected);
    }

    private static async Task<ModeDecision> Decide(
        Db db, Scheme scheme, (StandingQuestion Asked, ModeInputs Inputs) on, CancellationToken cancellation)
    {
        var (asked, inputs) = on;
        var choice = await db.Set<ChoiceRecord>()
            .Where(c => c.FirmId == asked.FirmId && c.Family == asked.Family && c.ValidFrom <= asked.At)
            .OrderByDescending(c => c.ValidFrom).FirstOrDefaultAsync(cancellation);
        var cell = scheme.Cell(inputs.Class, inputs.Risk);
        // A choice was for a cell; when level or risk have moved on it no longer applies and the stricter mode holds.
        var holds = choice is not null && cell.Count > 1 && cell.Any(m => m.Id == choice.Mode);
        return ModeDecision.Of(
            scheme, inputs, holds ? new ModeChoice(choice!.Mode, choice.Reason, choice.ChosenBy) : null);
    }

    private static async Task<LevelHistory> LevelBefore(
        Db db, StandingQuestion asked, CancellationToken cancellation)
    {
        var row = await db.Set<LevelInForce>()
            .Where(l => l.FirmId == asked.FirmId && l.Family == asked.Family && l.ValidFrom <= asked.On)
            .OrderByDescending(l => l.ValidFrom).ThenByDescending(l => l.Id)
            .FirstOrDefaultAsync(cancellation);
        return new LevelHistory(row?.Level ?? DefaultLevel, row?.ValidFrom ?? DateOnly.MinValue);
    }

    private static async Task<IReadOnlyList<QualityEvent>> Events(
        Db db, StandingQuestion asked, CancellationToken cancellation)
    {
        var since = (await LevelBefore(db, asked, cancellation)).Since;
        var rows = await db.Set<QualityRecord>()
            .Where(e => e.FirmId == asked.FirmId && e.Family == asked.Family && !e.Dismissed)
            .Where(e => e.HappenedOn >= since && e.HappenedOn <= asked.On)
            .OrderByDescending(e => e.HappenedOn).ThenByDescending(e => e.Id).Take(MostEvents)
            .ToListAsync(cancellation);
        return [.. rows.AsEnumerable().Reverse().Select(AsEvent)];
    }

    internal static QualityEvent AsEvent(QualityRecord row) =>
        new(row.SubjectId.ToString(), row.Kind, row.HappenedOn);

    private static async Task<(RiskDecision, double)> Graded(
        Db db, StandingQuestion asked, CancellationToken cancellation)
    {
        var row = await db.Set<RiskRecord>()
            .Where(r => r.Family == asked.Family && r.ValidFrom <= asked.At)
            .OrderByDescending(r => r.ValidFrom).FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            // Not graded yet: the middle grade, so that nothing is looked at less for lack of a decision.
            return (new RiskDecision(RiskGrade.LessHigh, [Phrase.Of("supervision.risk.ungraded")]), UnknownChance);
        }

        var reasons = JsonSerializer.Deserialize<List<Phrase>>(row.Reasons, JournalJson.Options)!;
        return (new RiskDecision(RiskGrades.Parse(row.Grade), reasons), row.Expected);
    }

    private static async Task<IReadOnlyList<Alert>> Alerts(
        Db db, StandingQuestion asked, CancellationToken cancellation)
    {
        var rows = await db.Set<AlertRecord>()
            .Where(a => a.Family == asked.Family && a.ValidUntil >= asked.On && a.ValidFrom <= asked.On)
            .Take(MostAlerts).ToListAsync(cancellation);
        return
        [
            .. rows.Select(a => new Alert(a.Number, a.Level, a.Family, a.Market, a.ValidFrom, a.ValidUntil)),
        ];
    }

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
