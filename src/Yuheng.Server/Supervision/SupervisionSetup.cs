using Yuheng.Server.Inspection;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Supervision;

/// <summary>The supervision module's services and endpoints.</summary>
internal static class SupervisionSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Standings>();
        services.AddSingleton<SelectionSource>(p => p.GetRequiredService<Standings>().Select);
        services.AddSingleton<RosterSource>(_ => Relations.Roster);
        services.AddSingleton<VisitGuard>(_ => PlannedVisits.Guard);
        services.AddSingleton<Levels>();
        services.AddSingleton<LevelDecisions>();
        services.AddSingleton<Relations>();
        services.AddSingleton<Grading>();
        services.AddSingleton<OverseasCases>();
        services.AddSingleton<PlannedVisits>();
        services.AddSingleton<Watching>();
        services.AddHostedService<WatchingService>();
        services.AddSingleton(
            new NavItem("/supervision/mine", "supervision.nav.mine", 40, Role.FirmClerk, Role.FirmOwner)
        );
        services.AddSingleton(
            new NavItem(
                "/supervision/levels",
                "supervision.nav.levels",
                50,
                Role.Assessor,
                Role.Reviewer,
                Role.DepartmentOfficer
            )
        );
        services.AddSingleton(new NavItem("/supervision/modes", "supervision.nav.modes", 60));
        services.AddSingleton(
            new NavItem(
                "/supervision/risk",
                "supervision.nav.risk",
                61,
                Role.Reviewer,
                Role.GovernmentOfficer,
                Role.Assessor
            )
        );
        services.AddSingleton(
            new NavItem(
                "/supervision/overseas",
                "supervision.nav.overseas",
                62,
                Role.Reviewer,
                Role.Inspector,
                Role.GovernmentOfficer
            )
        );
        services.AddSingleton<StartSource>(LevelPages.Start);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision/mine", LevelPages.Mine).Requires(Role.FirmClerk, Role.FirmOwner);
        routes.MapPost("/supervision/mine/apply", LevelPages.Apply).Requires(Role.FirmClerk, Role.FirmOwner);
        routes
            .MapGet("/supervision/levels", LevelPages.List)
            .Requires(Role.Assessor, Role.Reviewer, Role.DepartmentOfficer, Role.GovernmentOfficer);
        routes.MapGet("/supervision/levels/{id:guid}", LevelPages.Show).SignedIn();
        routes.MapPost("/supervision/levels/{id:guid}/assess", LevelPages.Assess).Requires(Role.Assessor);
        routes.MapPost("/supervision/levels/{id:guid}/score", LevelPages.Score).Requires(Role.Assessor);
        routes
            .MapPost("/supervision/levels/{id:guid}/steps", LevelPages.Take)
            .Requires(Role.Assessor, Role.Reviewer, Role.DepartmentOfficer, Role.FirmClerk, Role.FirmOwner);
        routes.MapGet("/supervision/relations", RelationPages.Show).Requires(Role.Inspector, Role.Assessor);
        routes.MapPost("/supervision/relations", RelationPages.Declare).Requires(Role.Inspector, Role.Assessor);
        RiskPages.Map(routes);
        OverseasPages.Map(routes);
        routes
            .MapPost("/supervision/visits/{id:guid}/paper", VisitPages.Register)
            .Requires(Role.Inspector, Role.DepartmentOfficer, Role.GovernmentOfficer);
        routes.MapPost("/supervision/visits/{id:guid}/stand-down", VisitPages.StandDown).Requires(Role.Inspector);
    }
}
