namespace Yuheng.Server.Zone;

/// <summary>The zone module's services and endpoints.</summary>
internal static class ZoneSetup
{
    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
