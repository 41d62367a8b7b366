using System.Globalization;
using Yuheng.Core;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Cli.Judge;

/// <summary>One case, its common members read and checked.</summary>
public sealed class CaseQuestion
{
    private static readonly JsonRequest NoInput = new(System.Text.Json.JsonDocument.Parse("{}").RootElement);

    /// <summary>Reads a case.</summary>
    /// <exception cref="Refused">A member unknown to the group, DN 0, a rating that is no number, DN and NPS that
    /// disagree.</exception>
    public CaseQuestion(PackSet packs, JsonRequest request, string[] members)
    {
        Packs = packs;
        Standard = request.Text("standard");
        Edition = request.TextOrNull("edition");
        ValveType = request.TextOrNull("valveType");
        Seat = request.TextOrNull("seat");
        Test = request.TextOrNull("test");
        Medium = request.TextOrNull("medium");
        Pn = Positive(request, "pn");
        Class = Positive(request, "class");
        (Dn, Nps) = Size(request);
        Input = request.ObjectOrNull("input") ?? NoInput;
        Input.Only(members);
    }

    /// <summary>The packs to judge by.</summary>
    public PackSet Packs { get; }

    /// <summary>The standard as cited.</summary>
    public string Standard { get; }

    /// <summary>The edition as cited; empty or null where none is given.</summary>
    public string? Edition { get; }

    /// <summary>The valve type as given.</summary>
    public string? ValveType { get; }

    /// <summary>The seat as given.</summary>
    public string? Seat { get; }

    /// <summary>The test's name as given.</summary>
    public string? Test { get; }

    /// <summary>The medium as given.</summary>
    public string? Medium { get; }

    /// <summary>PN.</summary>
    public decimal? Pn { get; }

    /// <summary>Class.</summary>
    public decimal? Class { get; }

    /// <summary>DN, from NPS where only that is given.</summary>
    public int? Dn { get; }

    /// <summary>NPS, from DN where only that is given and it has one.</summary>
    public decimal? Nps { get; }

    /// <summary>The group's own members.</summary>
    public JsonRequest Input { get; }

    /// <summary>liquid or gas, null where no medium or an unknown one is given.</summary>
    public string? MediumCode => Packs.Words.Medium(Medium?.Split('@')[0])?.Code;

    /// <summary>soft, metal or ceramic, null where none or an unknown one is given.</summary>
    public string? SeatCode => Packs.Words.Seat(Seat)?.Code;

    /// <summary>Whether the valve is a check valve.</summary>
    public bool IsCheck => ValveType is { } type && type.Contains("check", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The pack of the standard and edition; null, with the status set, where the edition is missing or not held.
    /// </summary>
    /// <exception cref="Refused">The standard is not known at all.</exception>
    public Pack? EditionPack(CaseAnswer answer)
    {
        var editions = Editions();
        if (string.IsNullOrWhiteSpace(Edition))
        {
            answer.CannotJudge("judge.edition-missing", Standard, string.Join(", ", editions.Select(p => p.Edition)));
            return null;
        }

        var pack = Packs.Find(Standard, Edition);
        if (pack is null)
        {
            answer.CannotJudge("judge.edition-unknown", Standard, Edition,
                string.Join(", ", editions.Select(p => p.Edition)));
            return null;
        }

        return answer.From(pack);
    }

    /// <summary>The pack of a standard whose group does not turn on the edition.</summary>
    /// <exception cref="Refused">The standard is not known at all.</exception>
    public Pack AnyPack(CaseAnswer answer) => answer.From(Packs.Find(Standard, Edition) ?? Editions()[^1]);

    /// <summary>A decimal that must be there and not be below zero.</summary>
    /// <exception cref="Refused">It is missing, no number, or below zero.</exception>
    public decimal NotNegative(string member) => NotNegativeOrNull(member)
        ?? throw new Refused("refused.line.missing-member", member) { Field = member };

    /// <summary>A decimal that must not be below zero, or null.</summary>
    /// <exception cref="Refused">It is no number, or below zero.</exception>
    public decimal? NotNegativeOrNull(string member)
    {
        var value = Input.DecimalOrNull(member);
        return value is >= 0 or null
            ? value
            : throw new Refused("refused.quantities.below-zero", NumberText.Show(value.Value)) { Field = member };
    }

    /// <summary>A decimal above zero.</summary>
    /// <exception cref="Refused">It is missing, no number, or not above zero.</exception>
    public decimal AboveZero(string member) => NotNegative(member) is var value && value > 0
        ? value
        : throw new Refused("refused.judge.not-above-zero", member) { Field = member };

    /// <summary>A day, or null.</summary>
    /// <exception cref="Refused">Not a day of the calendar in the form 2026-11-20.</exception>
    public DateOnly? DayOrNull(string member) => Input.TextOrNull(member) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new Refused("refused.judge.not-a-day", text) { Field = member };

    /// <summary>True or false that must be there to be judged; null where it is absent.</summary>
    public bool? FlagOrNull(string member) => Input.Has(member) ? Input.Flag(member, false) : null;

    private IReadOnlyList<Pack> Editions()
    {
        var editions = Packs.EditionsOf(Standard);
        return editions.Count > 0
            ? editions
            : throw new Refused("refused.judge.standard-unknown", Standard) { Field = "standard" };
    }

    private static decimal? Positive(JsonRequest request, string member) => request.DecimalOrNull(member) switch
    {
        null => null,
        > 0 and <= 100000 and var value => value,
        var value => throw new Refused("refused.judge.not-a-rating", NumberText.Show(value!.Value)) { Field = member },
    };

    // Designations outside the series may stand in a question (is it in scope?), fractions and zero may not.
    private static (int? Dn, decimal? Nps) Size(JsonRequest request)
    {
        var dn = request.DecimalOrNull("dn");
        var nps = request.DecimalOrNull("nps");
        if (dn is { } d && (d <= 0 || d > 10000 || d != decimal.Truncate(d)))
        {
            throw new Refused("refused.quantities.size-unknown", "DN" + NumberText.Show(d)) { Field = "dn" };
        }

        var inSeries = dn is { } number && NominalSize.IsDesignation((int)number) ? NominalSize.OfDn(number)
            : (NominalSize?)null;
        if (nps is not { } inches)
        {
            return ((int?)dn, inSeries?.Nps);
        }

        return dn is { } both ? (NominalSize.OfBoth(both, inches)!.Value.Dn, inches)
            : (NominalSize.OfNps(inches).Dn, inches);
    }
}
