using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Yuheng.Core.Supervision;

/// <summary>
/// What is drawn from a seed: lots, units, orders, inspectors. Pure, without bias, and written so that another program
/// can repeat it: docs/domain/supervision.md gives the exact bytes.
/// </summary>
public static class Draw
{
    /// <summary>The largest lot, as in the sampling tables.</summary>
    public const long LargestLot = 1_000_000_000_000;

    /// <summary>More units than any sampling plan asks for; a bound for a wrong number, not a rule.</summary>
    public const int LargestSample = 1_000_000;

    /// <summary>
    /// Whether a lot is inspected: SHA-256 of the lines <c>yuheng.draw.lot/1</c>, seed, lot, read as a fraction of
    /// 2^256, lies below the probability. A higher probability therefore never deselects a lot.
    /// </summary>
    public static bool Select(DrawSeed seed, string lotId, SelectionProbability probability)
    {
        var hash = DrawText.Hash("yuheng.draw.lot/1", seed.Hex, lotId);

        // The leading 64 bits decide but for one lot in 2^64 / denominator; those are compared in full.
        var leading = (UInt128)BinaryPrimitives.ReadUInt64BigEndian(hash);
        var (below, limit) = (leading * (ulong)probability.Denominator, (UInt128)(ulong)probability.Numerator << 64);
        if (below >= limit)
        {
            return false;
        }

        return below + (ulong)probability.Denominator <= limit || BelowInFull(hash, probability);
    }

    /// <summary>Unit numbers, 1-based and sorted, drawn without replacement.</summary>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="lotId">The lot; each lot has a stream of its own.</param>
    /// <param name="lotSize">Units in the lot, 1 to 10^12.</param>
    /// <param name="count">Units to draw, 0 to the lot size.</param>
    /// <exception cref="Refused">Lot size or count out of range.</exception>
    public static IReadOnlyList<long> Units(DrawSeed seed, string lotId, long lotSize, int count)
    {
        var units = UnitsInDrawOrder(seed, lotId, lotSize, count);
        Array.Sort(units);
        return units;
    }

    /// <summary>
    /// The same units in the order in which they were drawn. A longer draw begins with the shorter one, so the second
    /// sample of a double plan is what follows the first, and a spare is what follows the sample.
    /// </summary>
    public static long[] UnitsInDrawOrder(DrawSeed seed, string lotId, long lotSize, int count)
    {
        if (lotSize is < 1 or > LargestLot)
        {
            throw new Refused("refused.supervision.lot-size", Text(lotSize)) { Field = "lotSize" };
        }

        if (count < 0 || count > lotSize || count > LargestSample)
        {
            throw new Refused("refused.supervision.sample-size", Text(count), Text(lotSize)) { Field = "count" };
        }

        // Fisher-Yates over the numbers 1..N of which only the exchanged places are kept: memory follows the sample.
        var stream = new DrawStream(seed, "units", lotId);
        var moved = new Dictionary<long, long>(count);
        var units = new long[count];
        for (var place = 0L; place < count; place++)
        {
            var other = place + (long)stream.Below((ulong)(lotSize - place));
            units[place] = moved.GetValueOrDefault(other, other) + 1;
            moved[other] = moved.GetValueOrDefault(place, place);
        }

        return units;
    }

    /// <summary>
    /// Units that step in for drawn units which could not be found, in the order in which they were missed: each takes
    /// the next number of the same stream. A spare that is missing too is reported like any other.
    /// </summary>
    /// <exception cref="Refused">A unit was not drawn, is named twice, or the lot has no unit left.</exception>
    public static IReadOnlyList<UnitReplacement> Replace(
        DrawSeed seed,
        string lotId,
        UnitSample sample,
        IReadOnlyList<long> missing)
    {
        if (sample.Count + missing.Count > sample.LotSize)
        {
            throw new Refused("refused.supervision.no-unit-left", Text(sample.LotSize));
        }

        var order = UnitsInDrawOrder(seed, lotId, sample.LotSize, sample.Count + missing.Count);
        var present = order.Take(sample.Count).ToHashSet();
        var replaced = new List<UnitReplacement>(missing.Count);
        foreach (var unit in missing)
        {
            if (!present.Remove(unit))
            {
                throw new Refused("refused.supervision.unit-not-drawn", Text(unit));
            }

            var spare = order[sample.Count + replaced.Count];
            present.Add(spare);
            replaced.Add(new UnitReplacement(unit, spare));
        }

        return replaced;
    }

    /// <summary>
    /// Identifiers in a drawn order. How they were listed makes no difference: they are sorted first.
    /// </summary>
    /// <exception cref="Refused">An identifier stands twice.</exception>
    public static IReadOnlyList<string> Order(DrawSeed seed, string subject, IReadOnlyCollection<string> ids) =>
        Shuffled(new DrawStream(seed, "order", subject), ids);

    /// <summary>
    /// The two inspectors of a visit, drawn from those eligible less those excluded; the first one leads.
    /// </summary>
    /// <exception cref="Refused">Fewer than two remain, or an identifier stands twice.</exception>
    public static InspectorPair Pair(
        DrawSeed seed,
        string visitId,
        IReadOnlyCollection<string> eligible,
        IReadOnlyCollection<InspectorExclusion> exclusions)
    {
        var order = InspectorOrder(seed, visitId, eligible, exclusions);
        return order.Count >= 2
            ? new InspectorPair(order[0], order[1])
            : throw new Refused("refused.supervision.two-inspectors", Text(order.Count));
    }

    /// <summary>
    /// All remaining inspectors in drawn order: an inspector who cannot go is followed by the next one. The whole
    /// roster
    /// is put in order first and the excluded are passed over, so an exclusion moves nobody else.
    /// </summary>
    public static IReadOnlyList<string> InspectorOrder(
        DrawSeed seed,
        string visitId,
        IReadOnlyCollection<string> eligible,
        IReadOnlyCollection<InspectorExclusion> exclusions)
    {
        var excluded = exclusions.Select(e => e.InspectorId).ToHashSet(StringComparer.Ordinal);
        return [.. Shuffled(new DrawStream(seed, "inspectors", visitId), eligible).Where(id => !excluded.Contains(id))];
    }

    private static bool BelowInFull(byte[] hash, SelectionProbability probability)
    {
        var number = new BigInteger(hash, isUnsigned: true, isBigEndian: true);
        return number * probability.Denominator < BigInteger.Pow(2, 256) * probability.Numerator;
    }

    private static string[] Shuffled(DrawStream stream, IReadOnlyCollection<string> ids)
    {
        var sorted = ids.Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < sorted.Length; i++)
        {
            DrawText.Checked(sorted[i]);
            if (i > 0 && sorted[i] == sorted[i - 1])
            {
                throw new Refused("refused.supervision.listed-twice", sorted[i]);
            }
        }

        for (var i = 0; i < sorted.Length - 1; i++)
        {
            var other = i + (int)stream.Below((ulong)(sorted.Length - i));
            (sorted[i], sorted[other]) = (sorted[other], sorted[i]);
        }

        return sorted;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A sample asked for: so many units of a lot of that size.</summary>
public sealed record UnitSample(long LotSize, int Count);

/// <summary>A drawn unit that was missing, and the unit drawn in its place.</summary>
public sealed record UnitReplacement(long Missing, long By);

/// <summary>Two inspectors; the first leads.</summary>
public sealed record InspectorPair(string Lead, string Second);

/// <summary>
/// An inspector who may not take part in a visit, and the recorded reason (a relation to the firm, leave).
/// </summary>
public sealed record InspectorExclusion(string InspectorId, string Reason);
