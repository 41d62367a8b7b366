using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yuheng.Core.Supervision;

/// <summary>
/// What a draw is made over, fixed when declarations close: the lots with their probabilities and sample sizes, and the
/// inspectors on duty. Its fingerprint is published before the public value is known and goes into the seed, so a
/// probability that is edited afterwards changes every later number.
/// </summary>
/// <param name="Zone">The zone's identifier.</param>
/// <param name="Name">Name of the draw, unique in the zone: a day, or a day and a number.</param>
/// <param name="Lots">All lots of the plan, drawn or not.</param>
/// <param name="Roster">Identifiers of the inspectors on duty.</param>
public sealed record FrozenPlan(
    string Zone,
    string Name,
    IReadOnlyList<PlannedLot> Lots,
    IReadOnlyList<string> Roster)
{
    /// <summary>
    /// SHA-256 over the line <c>yuheng.draw.plan/1</c>, one line a lot (<c>lot</c>, id, probability, size, count) and
    /// one
    /// line an inspector (<c>inspector</c>, id), fields parted by a tab, each group sorted by id as UTF-16 code units.
    /// </summary>
    public string Fingerprint()
    {
        var text = new StringBuilder("yuheng.draw.plan/1\n");
        foreach (var lot in Lots.OrderBy(l => l.LotId, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"lot\t{DrawText.Checked(lot.LotId)}\t{lot.Probability}\t");
            text.Append(CultureInfo.InvariantCulture, $"{lot.Size}\t{lot.Count}\n");
        }

        foreach (var inspector in Roster.Order(StringComparer.Ordinal))
        {
            text.Append("inspector\t").Append(DrawText.Checked(inspector)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The context line of the seed: zone, name and fingerprint parted by single spaces.</summary>
    public string Context() => $"{Zone} {Name} {Fingerprint()}";

    /// <summary>The lots as drawn.</summary>
    public IReadOnlyList<DrawnLot> Draw(DrawSeed seed) => [.. Lots.Select(lot => DrawnLot.Of(seed, lot))];
}

/// <summary>A lot in a plan.</summary>
/// <param name="LotId">Identifier of the lot.</param>
/// <param name="Probability">Chance of inspection, frozen.</param>
/// <param name="Size">Units in the lot.</param>
/// <param name="Count">Units to take if it is selected; 0 where no unit is drawn (every piece is inspected).</param>
public sealed record PlannedLot(string LotId, SelectionProbability Probability, long Size, int Count);
