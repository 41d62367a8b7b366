using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

public sealed class DiskFullTests
{
    private static readonly Viewer Clerk = CrashWriter.Clerk;

    [Fact]
    public async Task A_full_disk_refuses_writes_with_the_reason_and_lets_reading_go_on()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var commands = new Commands(test.Database, TimeProvider.System);
        await Declare(commands, 1);
        await Limit(commands, pages: 1);

        var (answered, refused) = await DeclareUntilRefused(commands);

        refused.Code.ShouldBe("storage-full");
        commands.FailedGroups.ShouldBeGreaterThan(0);
        await using (var db = test.Database.Read(Sight.Whole(Clerk.ZoneId)))
        {
            (await db.Set<Lot>().CountAsync()).ShouldBe(answered);
        }

        // Room was made: nothing else is needed.
        await Limit(commands, pages: 1_000_000);
        await Declare(commands, answered + 1);
        (await JournalCheck.All(test.Database, CancellationToken.None))
            .ShouldBe([new JournalState(Clerk.ZoneId, answered + 1, BrokenAt: null)]);
    }

    private static async Task<(int Answered, Refused Refused)> DeclareUntilRefused(Commands commands)
    {
        // Free pages within the file take a few hundred lots at most.
        for (var n = 2; n < 10_000; n++)
        {
            try
            {
                await Declare(commands, n);
            }
            catch (Refused refused)
            {
                return (n - 1, refused);
            }
        }

        throw new InvalidOperationException("the limit of pages did not bite");
    }

    private static Task<Guid> Declare(Commands commands, int n) => commands.Run(
        Clerk,
        async (work, c) =>
        {
            var lot = Lots.Example(work, n, $"lot {n}");
            await work.Insert(lot, c);
            await work.Journal("lot.declared", lot.Id, new { lot.Number }, c);
            return lot.Id;
        },
        CancellationToken.None);

    // SQLite answers a database that may not grow exactly as it answers a full disk.
    private static Task<int> Limit(Commands commands, int pages) => commands.RunUnrecorded(
        Clerk,
        async (work, c) =>
        {
            await work.Execute($"PRAGMA max_page_count = {pages}", [], c);
            return pages;
        },
        CancellationToken.None);
}
