using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

/// <summary>A month of draws as a zone would publish them: one commitment, a public value each day.</summary>
internal static class PublishedDraws
{
    public static readonly string[] Roster = ["chen", "li", "sun", "wang", "zhao"];

    public static IReadOnlyList<DrawRecord> Month(int days = 30, int lotsADay = 12)
    {
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes("secret of June"));
        var start = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var commitment = DrawCommitment.To(secret, start.AddDays(-1)).Reveal(secret, start.AddDays(40));
        return [.. Enumerable.Range(0, days).Select(day => OfDay(secret, commitment, start.AddDays(day), lotsADay))];
    }

    private static DrawRecord OfDay(byte[] secret, DrawCommitment commitment, DateTimeOffset opens, int lots)
    {
        var name = opens.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] probabilities = ["1/20", "1/10", "7/20", "1"];
        var plan = new FrozenPlan(
            "yuhuan",
            name,
            [.. Enumerable.Range(0, lots).Select(i => new PlannedLot(
                $"{name}-{i}", SelectionProbability.Parse(probabilities[i % 4]), 500 + (100 * i), 20))],
            Roster);
        var times = new DrawTimes(opens, opens.AddHours(16), opens.AddHours(17));
        var value = new PublicValue("lottery of the day", $"3 9 14 22 27 {opens.Day} + 08");
        var record = DrawRecord.Of(plan, commitment, secret, new PublicEvent(times, value));
        var seed = record.DeriveSeed();
        var bars = new VisitBars([new InspectorExclusion("sun", "leave")], []);
        return record with { Visits = [DrawnVisit.Of(seed, name + "-v1", Roster, bars)] };
    }
}
