using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>
/// Every unsafe request that a browser could be made to send from another site carries the form's token; there is no
/// endpoint that has to remember it. Exempt: requests with an Authorization header and JSON bodies, which a foreign
/// page cannot
/// send without the browser asking first, and endpoints declared <c>WithoutFormToken</c>.
/// </summary>
internal sealed class FormToken(RequestDelegate next, IAntiforgery tokens)
{
    public async Task Invoke(HttpContext http)
    {
        RefuseTooLarge(http);
        if (http.GetEndpoint() is RouteEndpoint endpoint && NeedsToken(http.Request, endpoint))
        {
            if (http.Request.HasFormContentType)
            {
                await http.ReadFormOrRefuse();
            }

            if (!await tokens.IsRequestValidAsync(http))
            {
                throw new Refused("refused.shell.form-token-forbidden");
            }
        }

        await next(http);
    }

    private static bool NeedsToken(HttpRequest request, RouteEndpoint endpoint)
    {
        var unsafeMethod = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
            && !HttpMethods.IsOptions(request.Method) && !HttpMethods.IsTrace(request.Method);
        return unsafeMethod
            && request.Headers.Authorization.Count == 0
            && !request.HasJsonContentType()
            && endpoint.Metadata.GetMetadata<NoFormToken>() is null;
    }

    /// <summary>Says the limit before the body is read; bodies of unknown length meet the server's own limit.</summary>
    private static void RefuseTooLarge(HttpContext http)
    {
        var most = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? ShellLimits.MostBodyBytes;
        if (http.Request.ContentLength > most)
        {
            var megabytes = (most / 1024 / 1024).ToString(CultureInfo.InvariantCulture);
            throw new Refused("refused.shell.body-too-large", megabytes);
        }
    }
}
