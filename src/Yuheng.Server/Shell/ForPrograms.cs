using Microsoft.Net.Http.Headers;

namespace Yuheng.Server.Shell;

/// <summary>
/// Whether a request comes from a program, which reads problem documents, or from a person, who reads pages.
/// </summary>
public static class ForPrograms
{
    /// <summary>Paths that only programs use.</summary>
    private static readonly PathString[] Paths = ["/api", "/.well-known", "/health", "/metrics"];

    /// <summary>True for the API's paths, for JSON bodies and for clients that accept JSON rather than HTML.</summary>
    public static bool IsForPrograms(this HttpContext http)
    {
        if (Paths.Any(p => http.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var accept = http.Request.Headers[HeaderNames.Accept].ToString();
        return IsJson(http.Request.ContentType)
            || (IsJson(accept) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsJson(string? type) => type is not null
        && (type.Contains("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Contains("+json", StringComparison.OrdinalIgnoreCase));
}
