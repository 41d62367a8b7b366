using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Tests.Data;

public sealed class KeptConnectionsTests
{
    [Fact]
    public async Task A_kept_connection_serves_the_next_context_and_carries_nothing_over()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        var first = test.Database.Read(Sight.Whole(Guid.CreateVersion7()));
        var connection = first.Database.GetDbConnection();
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = test.Database.Read(Sight.Whole(Guid.CreateVersion7()));
        await using var third = test.Database.Read(Sight.Whole(Guid.CreateVersion7()));

        second.Database.GetDbConnection().ShouldBeSameAs(connection);
        third.Database.GetDbConnection().ShouldNotBeSameAs(connection);
        await Should.ThrowAsync<ObjectDisposedException>(() => first.Set<Party>().CountAsync());
    }

    [Fact]
    public async Task A_reading_connection_cannot_write_and_the_writer_still_can()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var db = test.Database.Read(Sight.Whole(Guid.Empty));

        await Should.ThrowAsync<SqliteException>(
            () => db.Database.ExecuteSqlAsync($"DELETE FROM data_counter WHERE zone_id = {Guid.Empty}"));

        await using var connection = await test.Database.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM data_counter";
        (await command.ExecuteNonQueryAsync()).ShouldBe(0);
    }
}
