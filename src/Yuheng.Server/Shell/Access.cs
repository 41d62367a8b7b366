using Yuheng.Core;

namespace Yuheng.Server.Shell;

/// <summary>Who may use an endpoint. Every endpoint declares it; one that does not answers nobody.</summary>
/// <param name="NeedsSignIn">False: anyone.</param>
/// <param name="Roles">One of these is needed; empty: any signed-in person.</param>
public sealed record Access(bool NeedsSignIn, IReadOnlyList<Role> Roles);

/// <summary>An endpoint whose unsafe requests need no form token, and why.</summary>
public sealed record NoFormToken(string Reason);

/// <summary>The declarations of access on endpoints and groups.</summary>
public static class AccessDeclarations
{
    /// <summary>Anyone may use it, signed in or not.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(NeedsSignIn: false, []));

    /// <summary>Any signed-in person may use it.</summary>
    public static TBuilder SignedIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(NeedsSignIn: true, []));

    /// <summary>Persons with one of the roles may use it.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length);
        return endpoint.WithMetadata(new Access(NeedsSignIn: true, roles));
    }

    /// <summary>
    /// Takes unsafe requests without a form token: for endpoints that change nothing for the reader whose browser is
    /// made to call them (a check of a document that is sent along). The reason is shown in the endpoint list.
    /// </summary>
    public static TBuilder WithoutFormToken<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NoFormToken(reason)).DisableAntiforgery();
}

/// <summary>Holds the declarations: anonymous readers are sent to sign in, others are refused.</summary>
internal sealed class AccessGate(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        // Routing answers wrong methods and media types with endpoints of its own, which are not route endpoints.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(http);
        }

        var access = endpoint.Metadata.GetMetadata<Access>()
            ?? throw new InvalidOperationException($"endpoint '{endpoint.DisplayName}' does not declare its access");
        var viewer = http.Viewer();
        if (!access.NeedsSignIn || (viewer.IsSignedIn && (access.Roles.Count == 0 || viewer.Is([.. access.Roles]))))
        {
            return next(http);
        }

        if (viewer.IsSignedIn)
        {
            throw new Refused("refused.shell.forbidden");
        }

        if (http.IsForPrograms())
        {
            throw new Refused("refused.shell.sign-in-needed");
        }

        var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/";
        http.Response.Redirect("/sign-in?back=" + Uri.EscapeDataString(back));
        return Task.CompletedTask;
    }
}
