using Yuheng.Core;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Public;

/// <summary>
/// The public sampling page and its sheet. The question stands in the address, so that an answer can be sent on,
/// printed and found again; nothing is stored.
/// </summary>
internal static class PlanSample
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton(new NavItem("/sampling", "public.sampling.title", 80) { ForEveryone = true });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sampling", (HttpContext http, FormState state) => Show(http, state)).Public();
        routes.MapGet("/sampling/sheet", (HttpContext http, FormState state) => ShowSheet(http, state)).Public();
    }

    private static IResult Show(HttpContext http, FormState state) =>
        Page.Show<SamplingPage>(new SamplingView(Answer(http, state), http.Request.QueryString.Value ?? ""));

    // A sheet without a complete question has nothing to print: the form comes instead, with what is missing.
    private static IResult ShowSheet(HttpContext http, FormState state) =>
        Answer(http, state) is { } answer
            ? Page.Show<SamplingSheet>(answer)
            : Page.Show<SamplingPage>(new SamplingView(null, ""));

    private static SamplingAnswer? Answer(HttpContext http, FormState state)
    {
        var question = SamplingQuestion.From(http.Request.Query, state);
        try
        {
            return question is null ? Refuse(http, state) : SamplingAnswer.To(question);
        }
        catch (Refused refused)
        {
            state.Refuse(refused);
            return Refuse(http, state);
        }
    }

    private static SamplingAnswer? Refuse(HttpContext http, FormState state)
    {
        if (state.Problems.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return null;
    }
}

/// <summary>What the sampling page shows.</summary>
/// <param name="Answer">The answer, or null before a complete question.</param>
/// <param name="Query">The question as it stands in the address, for the link to the sheet.</param>
public sealed record SamplingView(SamplingAnswer? Answer, string Query);
