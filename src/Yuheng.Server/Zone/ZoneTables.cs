using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Zone;

/// <summary>Tables of the zone's figures.</summary>
internal static class ZoneTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<FigureRow>(e =>
        {
            e.ToTable("zone_row");
            e.HasKey(x => new { x.ZoneId, x.LotId });
            e.HasIndex(x => new { x.ZoneId, x.Day, x.Seq });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Month });
        });
        builder.Entity<DayTally>(e =>
        {
            e.ToTable("zone_day");
            e.HasKey(x => new { x.ZoneId, x.Day, x.Family, x.Frame, x.Band });
        });
        builder.Entity<FirmMonthTally>(e =>
        {
            e.ToTable("zone_firm_month");
            e.HasKey(x => new { x.ZoneId, x.Month, x.FirmId, x.Family });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Month });
        });
        builder.Entity<ZoneCursor>(e =>
        {
            e.ToTable("zone_cursor");
            e.HasKey(x => new { x.ZoneId, x.Name });
        });
        builder.Entity<ExportFigure>(e =>
        {
            e.ToTable("zone_export");
            e.HasKey(x => new { x.ZoneId, x.Month });
        });
    }
}
