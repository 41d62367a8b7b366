using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Turns a row of a pack into a requirement with its numbers worked out for the product.</summary>
internal static class RequirementBuilder
{
    internal sealed record Asked(RequirementQuestion Question, ProductFamily Family, NamedStandard? Named);

    /// <summary>The requirement of a row.</summary>
    public static Requirement Build((PackPin Pin, Pack Pack) from, RequirementRow row, Basis basis, Asked asked)
    {
        var pack = from.Pack;
        var (pressure, noPressure, pressureConfidence) = Pressure(pack, row, asked);
        var (seconds, noSeconds, secondsConfidence) = Seconds(pack, row, asked);
        var (limit, noLimit) = Limit(pack, row, asked);
        return new Requirement
        {
            Key = row.Id + "@" + pack.Id,
            Id = row.Id,
            Name = Requirements.NameOf(row.Id),
            Kind = row.Kind,
            Class = row.Class,
            Basis = basis,
            Safety = row.Safety || row.SafetyTraits.Any(asked.Family.Traits.Contains),
            Group = row.Group,
            Standard = pack.Standard,
            Edition = pack.Edition,
            Clause = row.Clause,
            Method = row.Method,
            Medium = row.Medium,
            TestPressure = pressure,
            MinDurationSeconds = seconds,
            Limit = limit,
            Rounding = row.Rounding,
            Rule = asked.Question.Rule,
            Unknown = noPressure ?? noSeconds ?? noLimit,
            Volumes = pack.Volumes,
            Confidence = Worst(row.Confidence ?? pack.Confidence, pressureConfidence, secondsConfidence),
            Source = row.Source ?? pack.Source,
            Since = row.From ?? pack.ValidFrom,
            Pack = from.Pin,
        };
    }

    private static (PressureDemand?, Phrase?, Confidence) Pressure(Pack pack, RequirementRow row, Asked asked)
    {
        if (row.FixedPressure is { } pressure)
        {
            return (new PressureDemand(pressure, null, Phrase.Of("judging.pressure.fixed", pressure.ToString())), null,
                Confidence.High);
        }

        if (row.Pressure is not { } test)
        {
            return (null, null, Confidence.High);
        }

        if (TestPressures.Row(pack, test, row.Medium) is not { } rule || !InRange(rule, asked.Question))
        {
            return (null, Phrase.Of("judging.unknown.pressure-not-given", test), Confidence.High);
        }

        return asked.Question.Rating.ColdWorkingPressure is { } cold || rule.Multiplier is null
            ? (TestPressures.Demand(rule, asked.Question.Rating.ColdWorkingPressure ?? new Reading(0, "MPa")), null,
                rule.Confidence ?? pack.Confidence)
            : (null, Phrase.Of("judging.unknown.class-without-rating", asked.Question.Rating.ToString()),
                Confidence.High);
    }

    // EN 12266-1 A.4: gas closure for DN <= 80 at any rating, above that only to DN 200 and PN 40 or Class 300.
    private static bool InRange(PressureRow rule, RequirementQuestion question)
    {
        if (rule.DnToAnyRating is not { } any || question.Size.Dn <= any)
        {
            return true;
        }

        var highest = question.Rating.Kind == RatingKind.Class ? rule.ClassTo : rule.PnTo;
        return question.Size.Dn <= rule.DnTo && question.Rating.Kind is RatingKind.Class or RatingKind.Pn
            && question.Rating.Number <= highest;
    }

    private static (int?, Phrase?, Confidence) Seconds(Pack pack, RequirementRow row, Asked asked)
    {
        if (row.Duration is not { } test)
        {
            return (row.Seconds, null, Confidence.High);
        }

        return Durations.Row(pack, test, asked.Family.ValveType) is { } bands
            ? (Durations.Seconds(bands, asked.Question.Size.Dn), null, bands.Confidence ?? pack.Confidence)
            : (null, Phrase.Of("judging.unknown.duration-not-given", pack.Standard, pack.Edition), Confidence.High);
    }

    private static (RequirementLimit?, Phrase?) Limit(Pack pack, RequirementRow row, Asked asked) =>
        row.Limit is LimitKind.LeakRate or LimitKind.LeakRows
            ? LeakLimits.For(pack, row, asked)
            : (new RequirementLimit { Kind = row.Limit, Lower = row.Lower, Upper = row.Upper, Unit = row.Unit }, null);

    private static Confidence Worst(params ReadOnlySpan<Confidence> all)
    {
        var worst = Confidence.High;
        foreach (var one in all)
        {
            worst = one > worst ? one : worst;
        }

        return worst;
    }
}
