using System.Text.Json;
using Yuheng.Core.Supervision;

namespace Yuheng.Server.Inspection;

/// <summary>How a frozen plan is kept with its round: the lots with probability as an exact fraction, size and count.</summary>
internal static class FrozenPlans
{
    /// <summary>The plan's lots as JSON.</summary>
    public static string Write(FrozenPlan plan) =>
        JsonSerializer.Serialize(plan.Lots.Select(l => new Row(l.LotId, l.Probability.ToString(), l.Size, l.Count)));

    /// <summary>The plan of a closed round.</summary>
    public static FrozenPlan Read(DrawRound round) =>
        new(
            round.ZoneId.ToString(),
            round.Id.ToString(),
            [
                .. JsonSerializer.Deserialize<Row[]>(round.FrozenPlan!)!
                    .Select(r => new PlannedLot(r.LotId, SelectionProbability.Parse(r.Probability), r.Size, r.Count)),
            ],
            []
        );

    private sealed record Row(string LotId, string Probability, long Size, int Count);
}
