using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// In which language a request is answered: the reader's choice, else what the client accepts, else Chinese.
/// </summary>
public static class RequestLanguage
{
    /// <summary>Cookie that keeps the reader's choice.</summary>
    public const string CookieName = "lang";

    /// <summary>A client names a handful of languages; more is noise.</summary>
    private const int LanguagesRead = 10;

    private static readonly object Key = new();

    /// <summary>The language of this request.</summary>
    public static Language Language(this HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var known))
        {
            return (Language)known!;
        }

        var language = Known(http.Request.Cookies[CookieName]) ?? Accepted(http.Request) ?? Core.Language.Chinese;
        http.Items[Key] = language;
        return language;
    }

    /// <summary>The language named by a tag (<c>zh</c>, <c>zh-CN</c>, <c>en-GB</c>), or null for another one.</summary>
    public static Language? Known(string? tag) => tag switch
    {
        null => null,
        _ when tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => Core.Language.Chinese,
        _ when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Core.Language.English,
        _ => null,
    };

    /// <summary>Answers <c>/language?to=en&amp;back=/lots</c>: keeps the choice for a year and goes back.</summary>
    public static IResult Choose(HttpContext http, string? to, string? back)
    {
        if (Known(to) is { } language)
        {
            var tag = language == Core.Language.Chinese ? "zh" : "en";
            var year = TimeSpan.FromDays(365);
            http.Response.Cookies.Append(CookieName, tag, new CookieOptions { MaxAge = year, HttpOnly = true });
        }

        return Page.See(back);
    }

    private static Language? Accepted(HttpRequest request)
    {
        var wished =
            request.GetTypedHeaders().AcceptLanguage.Take(LanguagesRead).OrderByDescending(l => l.Quality ?? 1);
        return wished.Select(l => Known(l.Value.Value)).FirstOrDefault(l => l is not null);
    }
}
