using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Operations;
using Yuheng.Server.Papers;
using Yuheng.Server.Public;
using Yuheng.Server.Registry;
using Yuheng.Server.Registry.Access;
using Yuheng.Server.Requirements;
using Yuheng.Server.Supervision;
using Yuheng.Server.Zone;

namespace Yuheng.Server;

/// <summary>Puts the rooms together: the one place that knows every module.</summary>
internal static class Composition
{
    /// <summary>Texts of the engines and of the server.</summary>
    public static Texts Texts { get; } = new(typeof(Texts).Assembly, typeof(Composition).Assembly);

    /// <summary>Registers every module's tables; called before the first context is made.</summary>
    public static void MapTables()
    {
        Mappings.Add(RegistryTables.Map);
        Mappings.Add(RequirementsTables.Map);
        Mappings.Add(InspectionTables.Map);
        Mappings.Add(SupervisionTables.Map);
        Mappings.Add(ZoneTables.Map);
        Mappings.Add(PapersTables.Map);
    }

    /// <summary>Services of every module.</summary>
    public static void AddServices(IServiceCollection services)
    {
        AccessSetup.Add(services);
        RequirementsSetup.Add(services);
        InspectionSetup.Add(services);
        SupervisionSetup.Add(services);
        ZoneSetup.Add(services);
        Papers.Papers.Add(services);
        services.AddOperations();
        PlanSample.Add(services);
    }

    /// <summary>Endpoints of every module.</summary>
    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        AccessSetup.Map(routes);
        RequirementsSetup.Map(routes);
        InspectionSetup.Map(routes);
        SupervisionSetup.Map(routes);
        ZoneSetup.Map(routes);
        Papers.Papers.Map(routes);
        routes.MapOperations();
        PlanSample.Map(routes);
    }

    /// <summary>Opens the database that the settings name.</summary>
    public static Database Open(Settings settings)
    {
        MapTables();
        return settings.Postgres is null
            ? Database.Sqlite(settings.Place("yuheng.db"))
            : Database.Postgres(settings.Postgres);
    }
}
