using System.Text.Json;
using Yuheng.Core.Supervision;

namespace Yuheng.Server.Inspection;

/// <summary>
/// How a frozen plan is kept with its round: the lots with probability as an exact fraction, size and count.
/// </summary>
internal static class FrozenPlans
{
    /// <summary>The plan with the inspectors and what they declared, as JSON.</summary>
    public static string Write(FrozenPlan plan, IReadOnlyList<InspectorOnDuty> roster) =>
        JsonSerializer.Serialize(
            new Stored(
                [.. plan.Lots.Select(l => new Row(l.LotId, l.Probability.ToString(), l.Size, l.Count))],
                [.. roster.Select(i => new Duty(i.PersonId, [.. i.RelatedFirms]))]
            )
        );

    /// <summary>The plan of a closed round.</summary>
    public static FrozenPlan Read(DrawRound round) =>
        new(
            round.ZoneId.ToString(),
            round.Id.ToString(),
            [
                .. Of(round)
                    .Lots.Select(r => new PlannedLot(
                        r.LotId,
                        SelectionProbability.Parse(r.Probability),
                        r.Size,
                        r.Count
                    )),
            ],
            [.. Of(round).Roster.Select(d => d.PersonId)]
        );

    /// <summary>The inspectors on duty as they had declared when the round closed.</summary>
    public static IReadOnlyList<InspectorOnDuty> Roster(DrawRound round) =>
        [.. Of(round).Roster.Select(d => new InspectorOnDuty(d.PersonId, d.RelatedFirms))];

    private static Stored Of(DrawRound round) => JsonSerializer.Deserialize<Stored>(round.FrozenPlan!)!;

    private sealed record Stored(IReadOnlyList<Row> Lots, IReadOnlyList<Duty> Roster);

    private sealed record Row(string LotId, string Probability, long Size, int Count);

    private sealed record Duty(string PersonId, IReadOnlyList<string> RelatedFirms);
}
