namespace Yuheng.Core.Judging;

/// <summary>
/// Decides a lot: test, then characteristic, then group, then lot. Failures that are proven decide at once; otherwise
/// anything missing, invalid or unconfirmed keeps the lot open. Nothing passes for want of evidence.
/// </summary>
public static class LotDecision
{
    /// <summary>Version of the rules below, stored with each verdict.</summary>
    public const string Engine = "1";

    /// <summary>A line of 80,000 failures is read no better than its first hundred; the counts stay whole.</summary>
    public const int MostReasons = 100;

    /// <summary>The verdict. Pure: the same facts give the same bytes.</summary>
    public static LotVerdict Decide(LotFacts facts)
    {
        var current = Current(facts.Observations);
        var lines = facts.Requirements.Select(r => LineDecision.Decide(facts, r, current)).ToList();
        var groups = facts.Plan.Select(p => GroupDecision.Decide(facts, p, lines)).ToList();
        var unconfirmed = facts.Requirements
            .Where(r => r.Confidence != Confidence.High && !Confirmed(facts, r)).Select(r => r.Key).ToList();
        var open = OpenPoints(facts, lines, groups);
        var safety = facts.Requirements.Zip(lines)
            .Any(x => x.First.Safety && x.Second.Conclusion == Conclusion.Nonconforming);
        var conclusion = Conclude(facts, lines, groups, open);
        return new LotVerdict
        {
            Engine = Engine,
            Lot = facts.Lot,
            Conclusion = conclusion,
            Statement = Statement(facts, conclusion, safety),
            Lines = lines,
            Groups = groups,
            Open = open,
            Unconfirmed = unconfirmed,
            SafetyFailed = safety,
        };
    }

    internal static bool Waits(LotFacts facts, Requirement requirement) =>
        requirement.Confidence != Confidence.High && requirement.Confidence >= (facts.WaitsFrom ?? Confidence.Low)
        && !Confirmed(facts, requirement);

    // A corrected observation is out; it stays in the facts so that anyone can see what was corrected.
    private static ILookup<(string, string), Observation> Current(IReadOnlyList<Observation> observations)
    {
        var replaced = observations.Where(o => o.Replaces is not null).Select(o => o.Replaces!)
            .ToHashSet(StringComparer.Ordinal);
        return observations.Where(o => !replaced.Contains(o.Id)).ToLookup(o => (o.Characteristic, o.Specimen));
    }

    private static bool Confirmed(LotFacts facts, Requirement requirement) => facts.Confirmations.Any(c =>
        c.Key == requirement.Key && c.Day <= facts.Day
        && (requirement.Pack is null || c.PackHash == requirement.Pack.Hash));

    private static List<Phrase> OpenPoints(LotFacts facts, List<CharacteristicVerdict> lines, List<GroupVerdict> groups)
    {
        var open = lines.Where(l => l.Conclusion == Conclusion.Indeterminate).Select(l => l.Summary.Says)
            .Concat(groups.Where(g => g.Conclusion == Conclusion.Indeterminate).Select(g => g.Says)).ToList();
        if (facts.Requirements.Count == 0)
        {
            open.Add(Phrase.Of("judging.lot.no-requirements"));
        }

        return open;
    }

    private static Conclusion Conclude(LotFacts facts, List<CharacteristicVerdict> lines, List<GroupVerdict> groups,
        List<Phrase> open)
    {
        if (groups.Any(g => g.Conclusion == Conclusion.Nonconforming)
            || facts.Requirements.Zip(lines).Any(x => x.Second.Conclusion == Conclusion.Nonconforming
                && Decisive(facts, x.First)))
        {
            return Conclusion.Nonconforming;
        }

        return open.Count > 0 ? Conclusion.Indeterminate : Conclusion.Conforming;
    }

    // A failed line decides by itself when it is a safety characteristic, in a spot check, or of class A without a plan
    // that allows failures. Class C without a plan is reported only; all else is counted in its group.
    private static bool Decisive(LotFacts facts, Requirement requirement) =>
        requirement.Safety
        || facts.Purpose == InspectionPurpose.Supervision
        || (facts.Plan.All(p => !p.Characteristics.Contains(requirement.Id))
            && requirement.Class != Packs.CharacteristicClass.C);

    private static Phrase Statement(LotFacts facts, Conclusion conclusion, bool safety) =>
        (facts.Purpose, conclusion) switch
    {
        (_, Conclusion.Indeterminate) => Phrase.Of("judging.lot.indeterminate"),
        (InspectionPurpose.Supervision, Conclusion.Conforming) => Phrase.Of("judging.spot.none-found"),
        (InspectionPurpose.Supervision, _) => Phrase.Of("judging.spot.nonconforming"),
        (_, Conclusion.Conforming) => Phrase.Of("judging.lot.conforming"),
        _ => Phrase.Of(safety ? "judging.lot.nonconforming-safety" : "judging.lot.nonconforming"),
    };
}
