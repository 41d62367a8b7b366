using Microsoft.Net.Http.Headers;

namespace Yuheng.Server.Shell;

/// <summary>Headers of every answer. A page that needs another content policy sets its own before it answers.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Own files only; nothing inline, nobody frames us, forms go home.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    public Task Invoke(HttpContext http)
    {
        http.Response.OnStarting(Write, http);
        return next(http);
    }

    private static Task Write(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Remove("blazor-enhanced-nav");
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
        }

        if (http.Viewer().IsSignedIn)
        {
            headers.CacheControl = "no-store";
        }
        else if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        return Task.CompletedTask;
    }
}
