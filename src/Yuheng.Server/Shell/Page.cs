using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>What a page's endpoint returns.</summary>
public static class Page
{
    /// <summary>A page with its model, which the page takes as its parameter <c>Model</c>.</summary>
    public static IResult Show<TPage>(object? model = null) where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (model is not null)
        {
            parameters["Model"] = model;
        }

        return new RazorComponentResult<TPage>(parameters) { PreventStreamingRendering = true };
    }

    /// <summary>
    /// After a change: go and see (303). Only addresses of this site; anything else leads to the start page.
    /// </summary>
    public static IResult See(string? path) => new SeeOther(Local(path));

    /// <summary>
    /// Does what a form asks. When it is refused, what was typed and why it was refused are kept for the fields and
    /// <paramref name="again"/> shows the same page once more.
    /// </summary>
    public static async Task<IResult> Retry(HttpContext http, Func<Task<IResult>> act, Func<Task<IResult>> again)
    {
        try
        {
            return await act();
        }
        catch (Refused refused) when (!http.IsForPrograms())
        {
            var state = http.RequestServices.GetRequiredService<FormState>();
            state.Refuse(refused);
            http.Response.StatusCode = Problem.Of(refused).Status;
            return await again();
        }
    }

    /// <summary>An address of this site, or the start page: a link must not lead a reader elsewhere.</summary>
    public static string Local(string? path)
    {
        var local = path is ['/', ..] && path.Length <= MostLocalCharacters
            && (path.Length == 1 || (path[1] != '/' && path[1] != '\\'))
            && !path.Any(c => char.IsControl(c) || c == '\\');
        return local ? path! : "/";
    }

    /// <summary>Longer addresses are not ours: the longest is a table's with every filter set.</summary>
    private const int MostLocalCharacters = 2000;

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = string.Concat(path.Select(Ascii));
            http.RequestServices.GetRequiredService<FormState>().MarkSent(http);
            return Task.CompletedTask;
        }

        private static string Ascii(char c) =>
            c is > ' ' and < (char)127 ? c.ToString() : Uri.EscapeDataString(c.ToString());
    }
}
