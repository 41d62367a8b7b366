using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Inspection;

/// <summary>Tables of the inspection module.</summary>
internal static class InspectionTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Lot>(e =>
        {
            e.ToTable("inspection_lot");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Number }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.Seq }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Seq });
            e.HasIndex(x => new { x.ZoneId, x.Number, x.Seq });
            e.HasIndex(x => new { x.ZoneId, x.State, x.Seq });
            e.HasIndex(x => new { x.ZoneId, x.DrawId });
        });
        builder.Entity<Agreement>(e =>
        {
            e.ToTable("inspection_agreement");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.Number }).IsUnique();
        });
        builder.Entity<Plan>(e =>
        {
            e.ToTable("inspection_plan");
            e.HasKey(x => new { x.ZoneId, x.LotId, x.Attempt });
        });
        builder.Entity<DrawRound>(e =>
        {
            e.ToTable("inspection_draw");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.OpenedAt });
        });
        builder.Entity<SampleUnit>(e =>
        {
            e.ToTable("inspection_unit");
            e.HasKey(x => new { x.ZoneId, x.LotId, x.Attempt, x.Ordinal });
        });
        builder.Entity<RequirementSheet>(e =>
        {
            e.ToTable("inspection_sheet");
            e.HasKey(x => new { x.ZoneId, x.Hash });
        });
        builder.Entity<SeverityState>(e =>
        {
            e.ToTable("inspection_severity");
            e.HasKey(x => new { x.ZoneId, x.FirmId, x.Family, x.SeriesGroup });
        });
        MapRecords(builder);
    }

    private static void MapRecords(ModelBuilder builder)
    {
        builder.Entity<Visit>(e =>
        {
            e.ToTable("inspection_visit");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.LotId });
        });
        builder.Entity<RecordedReading>(e =>
        {
            e.ToTable("inspection_reading");
            e.HasKey(x => new { x.ZoneId, x.LotId, x.Attempt, x.Id });
        });
        builder.Entity<Attachment>(e =>
        {
            e.ToTable("inspection_attachment");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.LotId });
        });
        builder.Entity<Judgement>(e =>
        {
            e.ToTable("inspection_judgement");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.LotId, x.Attempt });
        });
        builder.Entity<Outcome>(e =>
        {
            e.ToTable("inspection_outcome");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.LotId });
        });
    }
}
