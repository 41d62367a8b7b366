namespace Yuheng.Core.Supervision;

/// <summary>One draw as published: everything that a stranger needs to repeat it. Shape of the JSON file.</summary>
/// <param name="Format">Always <c>yuheng-draw/1</c>.</param>
/// <param name="Zone">The zone's identifier.</param>
/// <param name="Name">Name of the draw, unique in the zone.</param>
/// <param name="Commitment">The hash that was published, and when; when the secret was revealed.</param>
/// <param name="Secret">The revealed secret, 64 lower-case hexadecimal digits.</param>
/// <param name="Times">When declarations opened and closed and the public value became known.</param>
/// <param name="PublicValue">The public value and where anyone can look it up.</param>
/// <param name="Plan">Fingerprint of the frozen plan.</param>
/// <param name="Seed">The seed, 64 lower-case hexadecimal digits.</param>
/// <param name="Lots">All lots of the plan, with what was drawn.</param>
/// <param name="Roster">Inspectors on duty.</param>
/// <param name="Visits">Visits with their two inspectors.</param>
public sealed record DrawRecord(
    string Format,
    string Zone,
    string Name,
    DrawCommitment Commitment,
    string Secret,
    DrawTimes Times,
    PublicValue PublicValue,
    string Plan,
    string Seed,
    IReadOnlyList<DrawnLot> Lots,
    IReadOnlyList<string> Roster,
    IReadOnlyList<DrawnVisit> Visits)
{
    /// <summary>The only format there is.</summary>
    public const string CurrentFormat = "yuheng-draw/1";

    /// <summary>The plan that the record says was frozen.</summary>
    public FrozenPlan FrozenPlan() => new(
        Zone,
        Name,
        [.. Lots.Select(l => new PlannedLot(l.Lot, SelectionProbability.Parse(l.Probability), l.Size, l.Count))],
        Roster);

    /// <summary>
    /// Makes the record of a draw from its frozen plan and the revealed secret; visits are added later.
    /// </summary>
    /// <exception cref="Refused">The secret is not the committed one, or the order of events is broken.</exception>
    public static DrawRecord Of(FrozenPlan plan, DrawCommitment commitment, byte[] secret, PublicEvent fixing)
    {
        var seed = commitment.Seed(secret, fixing.Times, fixing.Value.Value, plan.Context());
        return new DrawRecord(
            CurrentFormat,
            plan.Zone,
            plan.Name,
            commitment,
            Convert.ToHexStringLower(secret),
            fixing.Times,
            fixing.Value,
            plan.Fingerprint(),
            seed.Hex,
            plan.Draw(seed),
            plan.Roster,
            []);
    }

    /// <summary>The seed again, from the revealed secret.</summary>
    public DrawSeed DeriveSeed() =>
        DrawSeed.Of(DrawFile.Bytes(Secret), PublicValue.Value, FrozenPlan().Context());
}

/// <summary>The public value as it was fixed, with the instants around it.</summary>
public sealed record PublicEvent(DrawTimes Times, PublicValue Value);

/// <summary>A value that nobody here can choose and everybody can look up.</summary>
/// <param name="Source">The configured source in words, with its address and the edition or number.</param>
/// <param name="Value">The value as text, exactly as hashed.</param>
public sealed record PublicValue(string Source, string Value);

/// <summary>A lot of the plan and what the draw gave it.</summary>
/// <param name="Lot">Identifier.</param>
/// <param name="Probability">Frozen probability, as fraction or decimal.</param>
/// <param name="Size">Units in the lot.</param>
/// <param name="Count">Units asked for.</param>
/// <param name="Selected">Whether the lot is inspected.</param>
/// <param name="Units">Unit numbers, sorted; empty if not selected.</param>
/// <param name="Replaced">Drawn units that were missing, in the order in which they were missed.</param>
public sealed record DrawnLot(
    string Lot,
    string Probability,
    long Size,
    int Count,
    bool Selected,
    IReadOnlyList<long> Units,
    IReadOnlyList<ReplacedUnit> Replaced)
{
    /// <summary>The lot as the seed draws it.</summary>
    public static DrawnLot Of(DrawSeed seed, PlannedLot lot)
    {
        var selected = Supervision.Draw.Select(seed, lot.LotId, lot.Probability);
        var units = selected ? Supervision.Draw.Units(seed, lot.LotId, lot.Size, lot.Count) : [];
        return new DrawnLot(lot.LotId, lot.Probability.ToString(), lot.Size, lot.Count, selected, units, []);
    }
}

/// <summary>A missing unit, the one drawn for it, and why it was missing.</summary>
public sealed record ReplacedUnit(long Missing, long By, string Reason);

/// <summary>A visit and the two inspectors drawn for it.</summary>
/// <param name="Visit">Identifier of the visit.</param>
/// <param name="Excluded">Inspectors of the roster who may not go, with reasons, known before the draw.</param>
/// <param name="StoodDown">Inspectors who were drawn and could not go, with reasons; each is a changed
/// assignment.</param>
/// <param name="Lead">The inspector who leads.</param>
/// <param name="Second">The other one.</param>
public sealed record DrawnVisit(
    string Visit,
    IReadOnlyList<InspectorExclusion> Excluded,
    IReadOnlyList<InspectorExclusion> StoodDown,
    string Lead,
    string Second)
{
    /// <summary>The visit as the seed draws it.</summary>
    /// <exception cref="Refused">Fewer than two inspectors remain.</exception>
    public static DrawnVisit Of(DrawSeed seed, string visitId, IReadOnlyList<string> roster, VisitBars bars)
    {
        var pair = Supervision.Draw.Pair(seed, visitId, roster, [.. bars.Excluded, .. bars.StoodDown]);
        return new DrawnVisit(visitId, bars.Excluded, bars.StoodDown, pair.Lead, pair.Second);
    }
}

/// <summary>Who cannot go on a visit: excluded beforehand, or stood down after being drawn.</summary>
public sealed record VisitBars(
    IReadOnlyList<InspectorExclusion> Excluded,
    IReadOnlyList<InspectorExclusion> StoodDown);
