using Yuheng.Server.Shell;

namespace Yuheng.Server.Inspection.Lots;

/// <summary>The firm's pages: its lots, declaring by form and by file, the record of a lot.</summary>
internal static class LotsSetup
{
    private static readonly Role[] Firm = [Role.FirmClerk, Role.FirmOwner];

    private static readonly Role[] Readers =
    [
        Role.FirmClerk, Role.FirmOwner, Role.BenchOperator, Role.LaboratorySignatory, Role.Inspector, Role.Reviewer,
        Role.Assessor, Role.GovernmentOfficer,
    ];

    private static readonly Role[] Actors = [Role.FirmClerk, Role.FirmOwner, Role.Reviewer, Role.DepartmentOfficer];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeptUploads>();
        services.AddSingleton<ImportReading>();
        services.AddSingleton<ImportDeclaring>();
        services.AddSingleton(new NavItem("/lots", "inspection.lots.nav", 20, Readers));
        services.AddSingleton(new NavItem("/lots/new", "inspection.lots.nav-declare", 21, Firm));
        services.AddSingleton(new NavItem("/lots/import", "inspection.lots.nav-import", 22, Firm));
        services.AddSingleton<StartSource>(FirmStart.Of);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lots", ListLots.Show).Requires(Readers);
        routes.MapGet("/lots.csv", ListLots.Export).Requires(Readers);
        routes.MapGet("/lots/new", DeclareLot.Ask).Requires(Firm);
        routes.MapPost("/lots/new", DeclareLot.Answer).Requires(Firm);
        routes.MapGet("/lots/template.xlsx", ImportLots.Template).Requires(Firm);
        routes.MapGet("/lots/import", ImportLots.Ask).Requires(Firm);
        routes.MapPost("/lots/import", ImportLots.Answer).Requires(Firm);
        routes.MapGet("/lots/import/{hash}", ImportLots.Preview).Requires(Firm);
        routes.MapPost("/lots/import/{hash}", ImportLots.Declare).Requires(Firm);
        routes.MapGet("/lots/import/{hash}/returned.xlsx", ImportLots.Returned).Requires(Firm);
        routes.MapPost("/api/lots/import", ImportLots.FromApi).Requires(Firm);
        routes.MapGet("/lots/{id:guid}", ShowLot.Show).Requires(Readers);
        routes.MapPost("/lots/{id:guid}/actions", ActOnLot.Answer).Requires(Actors);
        routes.MapPost("/lots/{id:guid}/contract", ActOnLot.NameStandard).Requires(Firm);
    }
}
