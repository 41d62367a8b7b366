using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>One kind of thing to do today: a sentence, how many, and where to begin.</summary>
/// <param name="Text">The sentence; the number stands beside it.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Href">The list of exactly these.</param>
public sealed record Todo(Phrase Text, long Count, string Href)
{
    /// <summary>The nearest deadline among them.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>What a module adds to a viewer's start page.</summary>
/// <param name="Todos">What waits for this viewer.</param>
/// <param name="Figures">Figures this viewer answers for.</param>
public sealed record StartPart(IReadOnlyList<Todo> Todos, IReadOnlyList<FigureModel> Figures);

/// <summary>
/// A module's part of the start page; registered with <c>services.AddSingleton&lt;StartSource&gt;(…)</c>.
/// </summary>
public delegate ValueTask<StartPart> StartSource(HttpContext http, Viewer viewer);

/// <summary>
/// The start page: what to do today, then the figures; for others, what this is and how to check a credential.
/// </summary>
public static class Start
{
    /// <summary>More than seven kinds is no longer a list of what to do today.</summary>
    public const int MostTodos = 7;

    internal static async Task<IResult> Show(HttpContext http)
    {
        var viewer = http.Viewer();
        if (!viewer.IsSignedIn)
        {
            return Page.Show<WelcomePage>();
        }

        List<Todo> todos = [];
        List<FigureModel> figures = [];
        foreach (var source in http.RequestServices.GetServices<StartSource>())
        {
            var part = await source(http, viewer);
            todos.AddRange(part.Todos.Where(t => t.Count > 0));
            figures.AddRange(part.Figures);
        }

        var soonest = todos.OrderBy(t => t.Due ?? DateOnly.MaxValue).Take(MostTodos).ToArray();
        return Page.Show<StartPage>(new StartPart(soonest, figures));
    }
}
