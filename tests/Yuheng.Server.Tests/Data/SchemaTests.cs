using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Yuheng.Server.Data;

namespace Yuheng.Server.Tests.Data;

/// <summary>The plain SQL migrations make exactly the schema that the model asks for, on both databases.</summary>
public sealed class SchemaTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_migrations_make_the_columns_of_the_model(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var db = test.Database.Read(Sight.Whole(Guid.Empty));
        var wanted = Tables(db)
            .SelectMany(t =>
                t.Columns.Select(c => $"{t.Name}.{c.Name} {Type(c)} {(c.IsNullable ? "null" : "not null")}")
            );

        var made = await Rows(
            test.Database,
            kind == DatabaseKind.Sqlite
                ? "SELECT m.name || '.' || c.name || ' ' || lower(c.type) || ' ' || "
                    + "CASE c.\"notnull\" WHEN 1 THEN 'not null' ELSE 'null' END "
                    + "FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
                : "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || "
                    + "CASE is_nullable WHEN 'NO' THEN 'not null' ELSE 'null' END "
                    + "FROM information_schema.columns WHERE table_schema = 'public'"
        );

        made.Where(c => !c.StartsWith("data_migration.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(wanted.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_migrations_make_the_indexes_of_the_model(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var db = test.Database.Read(Sight.Whole(Guid.Empty));
        var wanted = Tables(db).SelectMany(t => t.Indexes.Select(i => i.Name));

        var made = await Rows(
            test.Database,
            kind == DatabaseKind.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix%'"
                : "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix%'"
        );

        made.Order(StringComparer.Ordinal).ShouldBe(wanted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_key_begins_with_the_zone()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var db = test.Database.Read(Sight.Whole(Guid.Empty));

        foreach (var entity in db.Model.GetEntityTypes())
        {
            entity.FindPrimaryKey()!.Properties[0].Name.ShouldBe(nameof(IZoneRow.ZoneId), entity.Name);
            foreach (var index in entity.GetIndexes())
            {
                index.Properties[0].Name.ShouldBe(nameof(IZoneRow.ZoneId), entity.Name);
            }
        }
    }

    private static IEnumerable<ITable> Tables(Db db) =>
        db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static string Type(IColumn column) =>
        column.StoreType.ToLowerInvariant() switch
        {
            "timestamptz" => "timestamp with time zone",
            var type => type,
        };

    private static async Task<List<string>> Rows(Database database, string sql)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
