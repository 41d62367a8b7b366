using Yuheng.Core;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;
using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;
using Needs = Yuheng.Core.Judging.Requirements;

namespace Yuheng.Server.Requirements;

/// <summary>What the look-up page shows: the choices, and the answer where enough was asked.</summary>
public sealed record LookUpModel
{
    /// <summary>The choices of the form.</summary>
    public required LookUpChoices Choices { get; init; }

    /// <summary>The day asked about, today at first.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was understood; null while something is missing.</summary>
    public RequirementQuestion? Question { get; init; }

    /// <summary>The answer; null while something is missing.</summary>
    public RequirementAnswer? Answer { get; init; }

    /// <summary>The same product at home, compared; empty for China itself.</summary>
    public IReadOnlyList<RequirementGap> Gaps { get; init; } = [];

    /// <summary>What begins or ends in the year after the day asked about.</summary>
    public RequirementChanges? Ahead { get; init; }
}

/// <summary>The choices of the look-up form, in the reader's language.</summary>
public sealed record LookUpChoices(
    IReadOnlyList<Choice> Products,
    IReadOnlyList<Choice> Seats,
    IReadOnlyList<Choice> Alloys,
    IReadOnlyList<Choice> Markets,
    IReadOnlyList<Choice> Standards);

/// <summary>What must my product meet in this market today: asked by anyone, without signing in.</summary>
internal static class LookUp
{
    /// <summary>The home market, beside which an export market is shown.</summary>
    private const string Home = "CN";

    private static readonly string[] Fields = ["product", "size", "rating", "seat", "alloy", "market", "day",
        "standard"];

    public static Task<IResult> Show(HttpContext http)
    {
        var words = new RequirementWords(http.RequestServices.GetRequiredService<T>());
        var state = http.RequestServices.GetRequiredService<FormState>();
        var today = http.RequestServices.GetRequiredService<Format>().Today;
        var packs = http.RequestServices.GetService<PackSet>() ?? PackSet.Embedded;
        var model = new LookUpModel { Choices = words.Choices(packs), Day = today };
        if (!Fields.Any(f => http.Request.Query.ContainsKey(f)))
        {
            return Task.FromResult(Page.Show<LookUpPage>(model));
        }

        foreach (var field in Fields)
        {
            state.Keep(field, Typed(http, field));
        }

        try
        {
            model = Answer(packs, model, field => Typed(http, field));
        }
        catch (Refused refused)
        {
            state.Refuse(refused);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Task.FromResult(Page.Show<LookUpPage>(model));
    }

    private static LookUpModel Answer(PackSet packs, LookUpModel model, Func<string, string> typed)
    {
        var day = typed("day").Length == 0 ? model.Day : Day(typed("day"));
        var question = Question(packs, typed, day);
        var home = question.Market == Home
            ? null
            : Needs.Ask(packs, question with { Market = Home });
        var answer = Needs.Ask(packs, question);
        return model with
        {
            Day = day,
            Question = question,
            Answer = answer,
            Gaps = home is null ? [] : RequirementGaps.Between(answer.Requirements, home.Requirements),
            Ahead = Needs.Changes(packs, question, day.AddYears(1)),
        };
    }

    private static RequirementQuestion Question(PackSet packs, Func<string, string> typed, DateOnly day) => new()
    {
        Family = packs.Words.Family(typed("product"))?.Code
            ?? throw new Refused("refused.requirements.product-unknown", typed("product")) { Field = "product" },
        Size = NominalSize.Read(typed("size"), "size"),
        Rating = PressureRating.Read(typed("rating"), "rating"),
        Seat = packs.Words.Seat(typed("seat"))?.Code,
        Alloy = typed("alloy") is { Length: > 0 } alloy ? alloy : null,
        Market = packs.Words.Market(typed("market"))?.Code
            ?? throw new Refused("refused.requirements.market-unknown", typed("market")) { Field = "market" },
        Day = day,
        Contract = typed("standard") is { Length: > 0 } id ? [Named(packs.Get(id))] : [],
    };

    private static NamedStandard Named(Pack pack) => new(pack.Standard, pack.Edition);

    // Dates before the first standards or far in the future are slips of the hand.
    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) && day.Year is >= 1990 and <= 2100
            ? day
            : throw new Refused("refused.requirements.day-unknown", text) { Field = "day" };

    private static string Typed(HttpContext http, string field)
    {
        var text = http.Request.Query[field].ToString().Trim();
        return text.Length <= NumberText.LongestInput ? text : text[..NumberText.LongestInput];
    }
}
