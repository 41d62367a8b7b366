using Yuheng.Core.Quantities;

namespace Yuheng.Core.Packs;

/// <summary>What a set of packs must keep: no cycle, no overlap of editions, no limit without unit or source.</summary>
public static class PackCheck
{
    /// <summary>Checks a whole set.</summary>
    /// <exception cref="Refused">The first contradiction, naming the pack.</exception>
    public static void Check(IReadOnlyList<Pack> packs, Catalogue catalogue)
    {
        var byId = new Dictionary<string, Pack>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            Demand(byId.TryAdd(pack.Id, pack), "id-twice", pack);
            CheckOne(pack);
        }

        foreach (var pack in packs)
        {
            foreach (var cited in pack.References.Concat(pack.SameAs is { } same ? [same] : []))
            {
                Demand(byId.ContainsKey(cited), "reference-unknown", pack, cited);
            }

            Demand(!Reaches(pack, pack.Id, byId, []), "reference-cycle", pack);
        }

        CheckEditions(packs);
        foreach (var id in catalogue.Matrix.SelectMany(row => row.Packs).Distinct())
        {
            if (!byId.ContainsKey(id))
            {
                throw new Refused("refused.packs.reference-unknown", catalogue.Id, id) { Field = catalogue.Id };
            }
        }
    }

    private static void CheckOne(Pack pack)
    {
        Demand(pack.Id.Length > 0 && pack.Version.Length > 0 && pack.Edition.Length > 0, "nameless", pack);
        Demand(pack.Source.Length > 0, "without-source", pack);
        Demand(pack.Purposes.Count > 0, "without-purpose", pack);
        Demand(pack.ValidTo is not { } to || pack.ValidFrom is not { } from || from <= to, "dates-reversed", pack);
        foreach (var row in pack.Requirements)
        {
            CheckRequirement(pack, row);
        }

        foreach (var row in pack.Pressures)
        {
            Demand(row.Multiplier is not null || row.Min is not null, "pressure-without-rule", pack, row.Test);
            var fixedValue = row.Nominal is not null || row.Min is not null || row.Max is not null;
            Demand(!fixedValue || row.Unit is not null, "limit-without-unit", pack, row.Test);
            CheckUnit(pack, row.Unit);
        }

        foreach (var unit in pack.Releases.Select(r => (string?)r.Unit)
            .Concat(pack.LeakRows.SelectMany(r => r.Numbers).Select(n => (string?)n.Unit))
            .Concat(pack.DatedRules.Select(r => r.Unit)))
        {
            CheckUnit(pack, unit);
        }

        Demand(pack.DatedRules.All(r => r.Limit is null || r.Unit is not null), "limit-without-unit", pack,
            "datedRules");
        Demand(pack.Durations.All(
            d => d.Bands.Count > 0 && d.Bands[^1].DnTo is null && d.Bands.All(b => b.Seconds > 0)),
            "duration-bands", pack);
    }

    private static void CheckRequirement(Pack pack, RequirementRow row)
    {
        var number = row.Limit switch
        {
            LimitKind.Maximum => row.Upper is not null && row.Lower is null,
            LimitKind.Minimum => row.Lower is not null && row.Upper is null,
            LimitKind.Range => row.Lower is { } lower && row.Upper is { } upper && lower <= upper,
            LimitKind.LeakRate => pack.LeakRates is not null,
            LimitKind.LeakRows => pack.LeakRows.Count > 0,
            _ => row.Lower is null && row.Upper is null,
        };
        Demand(number, "limit-form", pack, row.Id);
        Demand((row.Lower ?? row.Upper) is null || row.Unit is not null, "limit-without-unit", pack, row.Id);
        CheckUnit(pack, row.Unit);
        CheckUnit(pack, row.FixedPressure?.Unit);
        Demand(row.Pressure is null || pack.Pressures.Any(p => p.Test == row.Pressure), "rule-unknown", pack, row.Id);
    }

    private static void CheckUnit(Pack pack, string? unit)
    {
        if (unit is not null)
        {
            Unit.Read(unit, pack.Id);
        }
    }

    private static void CheckEditions(IReadOnlyList<Pack> packs)
    {
        foreach (var editions in packs.GroupBy(p => p.Standard, StringComparer.OrdinalIgnoreCase))
        {
            var dated = editions.Where(p => p.ValidFrom is not null).OrderBy(p => p.ValidFrom).ToList();
            for (var i = 1; i < dated.Count; i++)
            {
                var overlap = dated[i - 1].ValidTo is not { } end || end >= dated[i].ValidFrom;
                Demand(!overlap || dated[i].Coexists, "editions-overlap", dated[i], dated[i - 1].Id);
            }

            Demand(editions.Select(p => p.Edition).Distinct()
                .Count() == editions.Count(), "edition-twice", editions.First());
        }
    }

    private static bool Reaches(Pack from, string id, Dictionary<string, Pack> byId, HashSet<string> seen)
    {
        foreach (var next in from.References.Concat(from.SameAs is { } same ? [same] : []))
        {
            if (next == id || (seen.Add(next) && byId.TryGetValue(next, out var pack) && Reaches(pack, id, byId, seen)))
            {
                return true;
            }
        }

        return false;
    }

    private static void Demand(bool holds, string code, Pack pack, string more = "")
    {
        if (!holds)
        {
            throw new Refused("refused.packs." + code, pack.Id, more) { Field = pack.Id };
        }
    }
}
