using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Zone;

/// <summary>Tables of the zone's figures.</summary>
internal static class ZoneTables
{
    public static void Map(ModelBuilder builder)
    {
    }
}
