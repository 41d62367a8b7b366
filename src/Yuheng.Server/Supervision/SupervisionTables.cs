using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Supervision;

/// <summary>Tables of the supervision module.</summary>
internal static class SupervisionTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LevelMatter>(e =>
        {
            e.ToTable("supervision_level_matter");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Family }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.State, x.Due });
        });
        builder.Entity<LevelInForce>(e =>
        {
            e.ToTable("supervision_level");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Family, x.ValidFrom });
        });
        builder.Entity<ScoreSheet>(e =>
        {
            e.ToTable("supervision_sheet");
            e.HasKey(x => new { x.ZoneId, x.Id });
        });
        builder.Entity<QualityRecord>(e =>
        {
            e.ToTable("supervision_event");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Family, x.HappenedOn });
        });
        MapRisk(builder);
        MapVisits(builder);
    }

    private static void MapRisk(ModelBuilder builder)
    {
        builder.Entity<RiskRecord>(e =>
        {
            e.ToTable("supervision_risk");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.Family, x.ValidFrom });
        });
        builder.Entity<AlertRecord>(e =>
        {
            e.ToTable("supervision_alert");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.Family, x.ValidUntil });
        });
        builder.Entity<ChoiceRecord>(e =>
        {
            e.ToTable("supervision_choice");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Family, x.ValidFrom });
        });
        builder.Entity<LotMode>(e =>
        {
            e.ToTable("supervision_lot_mode");
            e.HasKey(x => new { x.ZoneId, x.LotId });
        });
    }

    private static void MapVisits(ModelBuilder builder)
    {
        builder.Entity<Relation>(e =>
        {
            e.ToTable("supervision_relation");
            e.HasKey(x => new { x.ZoneId, x.PersonId, x.RelatedFirm });
        });
        builder.Entity<SupervisionCursor>(e =>
        {
            e.ToTable("supervision_cursor");
            e.HasKey(x => new { x.ZoneId, x.Name });
        });
        builder.Entity<PlannedVisit>(e =>
        {
            e.ToTable("supervision_visit");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.PlannedOn });
        });
        builder.Entity<OverseasCase>(e =>
        {
            e.ToTable("supervision_overseas_case");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.Number }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.ReceivedOn });
            e.HasIndex(x => new { x.ZoneId, x.State, x.Due });
        });
    }
}
