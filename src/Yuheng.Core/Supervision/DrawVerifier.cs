namespace Yuheng.Core.Supervision;

/// <summary>
/// Repeats published draws from what they themselves publish and names the first difference. It needs nothing but the
/// records: the public value is to be looked up at its source by the reader.
/// </summary>
public static class DrawVerifier
{
    /// <summary>The first difference in the file's order, or null when every draw is as its seed gives it.</summary>
    public static DrawDifference? FirstDifference(IReadOnlyList<DrawRecord> draws) =>
        FirstRepeated(draws) ?? draws.Select(FirstDifference).FirstOrDefault(d => d is not null);

    /// <summary>The first difference of one draw, or null.</summary>
    public static DrawDifference? FirstDifference(DrawRecord draw)
    {
        if (draw.Format != DrawRecord.CurrentFormat)
        {
            return new DrawDifference(draw.Name, "", "supervision.draw.format", draw.Format, DrawRecord.CurrentFormat);
        }

        try
        {
            return Promise(draw) ?? FirstLot(draw) ?? FirstVisit(draw);
        }
        catch (Refused refused)
        {
            // A published value that the draw itself would have refused (a probability above 1, a unit never drawn).
            return new DrawDifference(draw.Name, "", "supervision.draw.impossible", refused.Message, "");
        }
    }

    private static DrawDifference? FirstRepeated(IReadOnlyList<DrawRecord> draws)
    {
        var names = new HashSet<(string Zone, string Name)>();
        var revealed = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var draw in draws)
        {
            if (!names.Add((draw.Zone, draw.Name)))
            {
                return new DrawDifference(draw.Name, draw.Zone, "supervision.draw.made-twice", draw.Name, "");
            }

            if (!revealed.TryAdd(draw.Commitment.Hash, draw.Commitment.RevealedAt)
                && revealed[draw.Commitment.Hash] != draw.Commitment.RevealedAt)
            {
                return new DrawDifference(draw.Name, "", "supervision.draw.revealed-twice", draw.Commitment.Hash, "");
            }
        }

        return null;
    }

    private static DrawDifference? Promise(DrawRecord draw)
    {
        DrawDifference Differs(string code, string published, string derived) =>
            new(draw.Name, "", code, published, derived);

        if (!draw.Commitment.Opens(DrawFile.Bytes(draw.Secret)))
        {
            return Differs("supervision.draw.commitment", draw.Commitment.Hash, draw.Secret);
        }

        if (draw.Commitment.BrokenOrder(draw.Times) is { } broken)
        {
            return Differs(broken, "", "");
        }

        var plan = draw.FrozenPlan();
        if (plan.Fingerprint() is var fingerprint && fingerprint != draw.Plan)
        {
            return Differs("supervision.draw.plan", draw.Plan, fingerprint);
        }

        var twice = plan.Lots.GroupBy(l => l.LotId).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            return Differs("supervision.draw.lot-twice", twice.Key, "");
        }

        var seed = draw.DeriveSeed();
        return seed.Hex == draw.Seed ? null : Differs("supervision.draw.seed", draw.Seed, seed.Hex);
    }

    private static DrawDifference? FirstLot(DrawRecord draw)
    {
        var seed = draw.DeriveSeed();
        foreach (var lot in draw.Lots)
        {
            var probability = SelectionProbability.Parse(lot.Probability);
            var derived = DrawnLot.Of(seed, new PlannedLot(lot.Lot, probability, lot.Size, lot.Count));
            DrawDifference Differs(string code, string published, string expected) =>
                new(draw.Name, lot.Lot, code, published, expected);

            if (lot.Selected != derived.Selected)
            {
                return Differs("supervision.draw.selected", Word(lot.Selected), Word(derived.Selected));
            }

            if (!lot.Units.SequenceEqual(derived.Units))
            {
                return Differs("supervision.draw.units", Numbers(lot.Units), Numbers(derived.Units));
            }

            var missing = lot.Replaced.Select(r => r.Missing).ToArray();
            var spares = missing.Length == 0
                ? []
                : Draw.Replace(seed, lot.Lot, new UnitSample(lot.Size, lot.Selected ? lot.Count : 0), missing);
            if (!lot.Replaced.Select(r => r.By).SequenceEqual(spares.Select(s => s.By)))
            {
                return Differs(
                    "supervision.draw.replaced",
                    Numbers(lot.Replaced.Select(r => r.By)),
                    Numbers(spares.Select(s => s.By)));
            }
        }

        return null;
    }

    private static DrawDifference? FirstVisit(DrawRecord draw)
    {
        var seed = draw.DeriveSeed();
        foreach (var visit in draw.Visits)
        {
            var derived = DrawnVisit.Of(seed, visit.Visit, draw.Roster, new VisitBars(visit.Excluded, visit.StoodDown));
            if (visit.Lead != derived.Lead || visit.Second != derived.Second)
            {
                return new DrawDifference(
                    draw.Name,
                    visit.Visit,
                    "supervision.draw.inspectors",
                    $"{visit.Lead}, {visit.Second}",
                    $"{derived.Lead}, {derived.Second}");
            }
        }

        return null;
    }

    private static string Word(bool selected) => selected ? "true" : "false";

    private static string Numbers(IEnumerable<long> numbers) => string.Join(' ', numbers);
}

/// <summary>Where a published draw is not what its seed gives.</summary>
/// <param name="Draw">Name of the draw.</param>
/// <param name="Subject">The lot or visit, or empty when the draw as a whole is meant.</param>
/// <param name="Code">Code of the rule that is broken, a key of the texts.</param>
/// <param name="Published">What the record says.</param>
/// <param name="Derived">What follows from the seed.</param>
public sealed record DrawDifference(string Draw, string Subject, string Code, string Published, string Derived)
{
    /// <summary>The difference as a phrase: {0} draw, {1} subject, {2} published, {3} derived.</summary>
    public Phrase Phrase => Phrase.Of(Code, Draw, Subject, Published, Derived);
}
