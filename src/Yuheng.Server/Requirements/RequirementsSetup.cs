using Yuheng.Server.Shell;

namespace Yuheng.Server.Requirements;

/// <summary>The requirement pages: public, for anyone who asks what a product must meet.</summary>
internal static class RequirementsSetup
{
    public static void Add(IServiceCollection services) =>
        services
            .AddSingleton(new NavItem("/requirements", "requirements.nav", 60) { ForEveryone = true })
            .AddSingleton(new NavItem("/requirements/limits", "requirements.limits.nav", 61, Role.Reviewer));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requirements", (Delegate)LookUp.Show).Public();
        routes.MapGet("/requirements/changes", (Delegate)WhatChanges.Show).Public();
        routes.MapGet("/requirements/limits", (Delegate)UncertainLimits.Show).Requires(Role.Reviewer);
        routes.MapPost("/requirements/limits", (Delegate)UncertainLimits.Confirm).Requires(Role.Reviewer);
        routes.MapGet("/requirements/packs", (Delegate)PackReader.List).Public();
        routes.MapGet("/requirements/packs/{id}", PackReader.Show).Public();
    }
}
