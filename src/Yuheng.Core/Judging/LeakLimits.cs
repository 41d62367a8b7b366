using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Judging;

/// <summary>Closure leakage limits: by rate letter and DN, or by seat, valve and NPS.</summary>
public static class LeakLimits
{
    /// <summary>
    /// The limit of a rate in mm³/s; the number is null for "none visible".
    /// </summary>
    /// <exception cref="Refused">The edition does not have the letter.</exception>
    public static (decimal? Limit, decimal? Coefficient) OfRate(Pack pack, string rate, string medium, int dn)
    {
        var rates = medium == "gas" ? pack.LeakRates!.Gas : pack.LeakRates!.Liquid;
        if (!rates.TryGetValue(rate, out var k))
        {
            throw new Refused("refused.judging.rate-not-defined", rate, pack.Standard, pack.Edition) { Field = "rate" };
        }

        return (k * dn, k);
    }

    /// <summary>The row for a seat, a valve type and NPS; null where the edition gives none.</summary>
    public static LeakRow? Row(Pack pack, string? seat, string? valveType, decimal nps) =>
        pack.LeakRows.FirstOrDefault(r =>
        seat is not null && r.Seats.Contains(seat)
        && r.Check == (valveType == "check")
        && (r.NpsAbove is not { } above || nps > above)
        && (r.NpsTo is not { } to || nps <= to));

    /// <summary>The value of one printed number of a row.</summary>
    public static decimal Value(LeakRow row, LeakNumber number, decimal nps) =>
        row.PerNps ? number.Value * nps : number.Value;

    internal static (RequirementLimit? Limit, Phrase? Unknown) For(
        Pack pack, RequirementRow row, RequirementBuilder.Asked asked)
    {
        var medium = row.Medium ?? "liquid";
        return row.Limit == LimitKind.LeakRate ? ByRate(pack, row, asked, medium) : ByRow(pack, asked, medium);
    }

    private static (RequirementLimit?, Phrase?) ByRate(Pack pack, RequirementRow row, RequirementBuilder.Asked asked,
        string medium)
    {
        var size = asked.Question.Size;
        var rate = asked.Named?.Rate ?? row.Rate;
        if (rate is null && asked.Question.Seat is { } seat
            && pack.LeakRates!.DefaultBySeat.TryGetValue(seat, out var usual))
        {
            rate = usual;
        }

        if (rate is null)
        {
            return (null, Phrase.Of("judging.unknown.rate-not-agreed"));
        }

        var (limit, k) = OfRate(pack, rate, medium, size.Dn);
        return limit is { } number
            ? (new RequirementLimit
            {
                Kind = LimitKind.Maximum,
                Upper = number,
                Unit = "mm3/s",
                Formula = Phrase.Of("judging.limit.rate", rate, NumberText.Show(k!.Value), size.ToString()),
            }, null)
            : (new RequirementLimit
            {
                Kind = LimitKind.NoneVisible,
                Formula = Phrase.Of("judging.limit.rate-none-visible", rate),
            }, null);
    }

    private static (RequirementLimit?, Phrase?) ByRow(Pack pack, RequirementBuilder.Asked asked, string medium)
    {
        var question = asked.Question;
        if (question.Size.Nps is not { } nps || Row(pack, question.Seat, asked.Family.ValveType, nps) is not { } row
            || row.Numbers.FirstOrDefault(n => n.Medium == medium) is not { } number)
        {
            return (null, Phrase.Of("judging.unknown.no-leak-row", question.Seat ?? "?", question.Size.ToString()));
        }

        var value = Value(row, number, nps);
        return value == 0
            ? (new RequirementLimit { Kind = LimitKind.NoneVisible }, null)
            : (new RequirementLimit { Kind = LimitKind.Maximum, Upper = value, Unit = number.Unit }, null);
    }
}
