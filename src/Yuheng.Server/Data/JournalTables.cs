using Microsoft.EntityFrameworkCore;

namespace Yuheng.Server.Data;

/// <summary>Mapping of Data's own tables.</summary>
internal static class JournalTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<JournalEntry>(e =>
        {
            e.ToTable("data_journal");
            e.HasKey(x => new { x.ZoneId, x.Seq });
            e.HasIndex(x => new { x.ZoneId, x.SubjectId, x.Seq });
        });
        builder.Entity<JournalHead>(e =>
        {
            e.ToTable("data_journal_head");
            e.HasKey(x => x.ZoneId);
        });
        builder.Entity<Counter>(e =>
        {
            e.ToTable("data_counter");
            e.HasKey(x => new { x.ZoneId, x.Name });
        });
        builder.Entity<AnsweredRequest>(e =>
        {
            e.ToTable("data_answered_request");
            e.HasKey(x => new { x.ZoneId, x.PartyId, x.Key });
        });
    }
}
