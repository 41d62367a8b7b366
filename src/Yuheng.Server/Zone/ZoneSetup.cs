using Yuheng.Server.Shell;

namespace Yuheng.Server.Zone;

/// <summary>The zone module's services and endpoints.</summary>
internal static class ZoneSetup
{
    private static readonly Role[] Officials = [Role.GovernmentOfficer, Role.Reviewer];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Tallying>();
        services.AddSingleton<Boards>();
        services.AddHostedService<TallyingService>();
        services.AddSingleton(new NavItem("/zone", "zone.nav.board", 10, Officials));
        services.AddSingleton(new NavItem("/zone/report", "zone.nav.report", 11, Officials));
        services.AddSingleton(new NavItem("/my-day", "zone.nav.day", 10, Role.Inspector));
        services.AddSingleton(new NavItem("/my-firm", "zone.nav.firm", 39, Role.FirmClerk, Role.FirmOwner));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/zone", ZonePages.Board).Requires(Officials);
        routes.MapGet("/zone/rows", ZonePages.Rows).Requires(Officials);
        routes.MapGet("/zone/rows.csv", ZonePages.RowsFile).Requires(Officials);
        routes.MapGet("/zone/report", ReportPages.Show).Requires(Officials);
        routes.MapGet("/zone/report.csv", ReportPages.Numbers).Requires(Officials);
        routes.MapPost("/zone/exports", ReportPages.Enter).Requires(Officials);
        routes.MapGet("/my-day", MinePages.Day).Requires(Role.Inspector);
        routes.MapGet("/my-firm", MinePages.Firm).Requires(Role.FirmClerk, Role.FirmOwner);
    }
}
