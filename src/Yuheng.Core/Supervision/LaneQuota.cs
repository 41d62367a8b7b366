using System.Globalization;

namespace Yuheng.Core.Supervision;

/// <summary>
/// Fits the chances of a lane's lots to the inspectors there are: every chance is scaled by one factor, but none below
/// its floor, and what must be inspected stays certain. The expected number of inspections then fits the quota.
/// </summary>
public static class LaneQuota
{
    /// <summary>The factor is found to a millionth; chances are written with six decimals.</summary>
    private const int Steps = 1_000_000;

    /// <summary>The chances, in the order of the lots.</summary>
    /// <param name="lots">Lots with the chance of their mode and its floor.</param>
    /// <param name="expected">Inspections that the lane's inspectors can do.</param>
    public static LaneAllocation Allocate(IReadOnlyList<LaneLot> lots, decimal expected)
    {
        // Few modes, many lots: the sum is taken over groups of equal lots.
        var groups = lots.GroupBy(l => (l.Probability, l.Floor)).Select(g => (g.Key, Count: g.Count())).ToArray();
        decimal Sum(int step) => groups.Sum(g => g.Count * Chance(g.Key.Probability, g.Key.Floor, step));

        var (low, high) = (0, Steps);
        if (Sum(Steps) > expected)
        {
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                (low, high) = Sum(middle) <= expected ? (middle, high) : (low, middle);
            }
        }
        else
        {
            low = Steps;
        }

        var chances = groups.ToDictionary(
            g => g.Key,
            g => SelectionProbability.Of(Chance(g.Key.Probability, g.Key.Floor, low)));
        var sum = Sum(low);
        var reason = sum > expected
            ? Phrase.Of("supervision.quota.short", Text(expected), Text(sum))
            : Phrase.Of("supervision.quota.fits", Text(expected), Text(sum), Text((decimal)low / Steps));
        var inOrder = lots.Select(l => chances[(l.Probability, l.Floor)]);
        return new LaneAllocation([.. inOrder], sum, sum > expected, reason);
    }

    private static decimal Chance(decimal probability, decimal floor, int step)
    {
        if (probability >= 1)
        {
            return 1;
        }

        var scaled = decimal.Truncate(probability * step) / Steps;
        return Math.Max(floor, scaled);
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>A lot in a lane: the chance of its mode and the least that it may become.</summary>
public sealed record LaneLot(string LotId, decimal Probability, decimal Floor);

/// <summary>The chances of a lane.</summary>
/// <param name="Chances">In the order of the lots.</param>
/// <param name="Expected">Expected number of inspections.</param>
/// <param name="IsShort">Floors and certain lots alone exceed the quota: inspectors are missing, and the plan says
/// so.</param>
/// <param name="Reason">The reason, for the plan.</param>
public sealed record LaneAllocation(
    IReadOnlyList<SelectionProbability> Chances,
    decimal Expected,
    bool IsShort,
    Phrase Reason);
