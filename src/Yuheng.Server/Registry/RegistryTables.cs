using Microsoft.EntityFrameworkCore;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Registry;

/// <summary>Tables of the registry.</summary>
internal static class RegistryTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Zone>(e =>
        {
            e.ToTable("registry_zone");
            e.HasKey(x => x.ZoneId);
        });
        builder.Entity<ZoneSetting>(e =>
        {
            e.ToTable("registry_setting");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.Name, x.ValidFrom });
        });
        builder.Entity<Party>(e =>
        {
            e.ToTable("registry_party");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.CreditCode }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.Kind, x.NameZh });
        });
        builder.Entity<RoleBinding>(e =>
        {
            e.ToTable("registry_role_binding");
            e.HasKey(x => new { x.ZoneId, x.Id });
        });
        builder.Entity<Site>(e =>
        {
            e.ToTable("registry_site");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId });
        });
        builder.Entity<ZoneStatistic>(e =>
        {
            e.ToTable("registry_statistic");
            e.HasKey(x => new
            {
                x.ZoneId,
                x.Name,
                x.FirstDay,
            });
        });
        MapProducts(builder);
        MapAccess(builder);
    }

    private static void MapProducts(ModelBuilder builder)
    {
        builder.Entity<Product>(e =>
        {
            e.ToTable("registry_product");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Model, x.Size, x.Pressure, x.BodyAlloy }).IsUnique();
        });
        builder.Entity<Mark>(e =>
        {
            e.ToTable("registry_mark");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.ProductId });
        });
        builder.Entity<LaboratoryScope>(e =>
        {
            e.ToTable("registry_laboratory_scope");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.LaboratoryId });
        });
        builder.Entity<Gauge>(e =>
        {
            e.ToTable("registry_gauge");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.FirmId, x.Number }).IsUnique();
        });
    }

    private static void MapAccess(ModelBuilder builder)
    {
        builder.Entity<User>(e =>
        {
            e.ToTable("registry_user");
            e.HasKey(x => new { x.ZoneId, x.Id });
            e.HasIndex(x => new { x.ZoneId, x.UserName }).IsUnique();
            e.HasIndex(x => new { x.ZoneId, x.PartyId });
        });
        builder.Entity<UserRole>(e =>
        {
            e.ToTable("registry_user_role");
            e.HasKey(x => new { x.ZoneId, x.UserId, x.Role, x.ValidFrom });
        });
        builder.Entity<Session>(e =>
        {
            e.ToTable("registry_session");
            e.HasKey(x => new { x.ZoneId, x.KeyHash });
            e.HasIndex(x => new { x.ZoneId, x.UserId });
        });
        builder.Entity<ApiKey>(e =>
        {
            e.ToTable("registry_api_key");
            e.HasKey(x => new { x.ZoneId, x.KeyHash });
        });
        builder.Entity<Invitation>(e =>
        {
            e.ToTable("registry_invitation");
            e.HasKey(x => new { x.ZoneId, x.TokenHash });
        });
    }
}
