using Microsoft.EntityFrameworkCore;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;
using Yuheng.Server.Registry;

namespace Yuheng.Server.Tests.Data;

public sealed class CommandsTests
{
    private static readonly Guid ZoneId = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private static readonly Viewer Officer = new(
        ZoneId,
        Guid.Parse("01900000-0000-7000-8000-000000000002"),
        Guid.Empty,
        PartyKind.SchemeOperator,
        "n",
        "p",
        [Role.Reviewer],
        Language.English
    );

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_command_is_durable_once_answered_and_stands_in_the_chain(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Register(commands, $"firm {i}")));
        }

        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        (await db.Set<Party>().CountAsync()).ShouldBe(40);
        var entries = await db.Set<JournalEntry>().OrderBy(e => e.Seq).ToListAsync();
        entries.Select(e => e.Seq).ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
        var previous = new byte[32];
        foreach (var entry in entries)
        {
            entry.Hash.ShouldBe(JournalEntry.Chain(previous, entry));
            previous = entry.Hash;
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_refused_command_leaves_nothing_and_its_neighbours_stand(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var commands = new Commands(test.Database, TimeProvider.System);
        var good = Register(commands, "good");
        var bad = commands.Run<int>(
            Officer,
            async (work, c) =>
            {
                await work.Insert(NewParty(work, "bad"), c);
                await work.Journal("party.registered", work.NewId(), new { }, c);
                throw new Refused("refused.data.busy-unavailable");
            },
            CancellationToken.None
        );

        await good;
        (await bad.ShouldThrowAsync<Refused>()).Code.ShouldBe("busy-unavailable");
        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        (await db.Set<Party>().Select(p => p.NameZh).ToListAsync()).ShouldBe(["good"]);
        (await db.Set<JournalEntry>().CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_chain_holds_where_commands_of_a_group_are_undone_after_their_entry(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using (var commands = new Commands(test.Database, TimeProvider.System))
        {
            var all = Enumerable.Range(0, 60)
                .Select(i => i % 3 == 1 ? Register(commands, $"firm {i}") : Undone(commands));
            await Task.WhenAll(all.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default)));
        }

        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        (await db.Set<Party>().CountAsync()).ShouldBe(20);
        (await db.Set<JournalEntry>().CountAsync()).ShouldBe(20);
        (await JournalCheck.All(test.Database, CancellationToken.None))
            .ShouldBe([new JournalState(ZoneId, Entries: 20, BrokenAt: null)]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_same_idempotency_key_answers_the_same_and_another_body_is_refused(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var commands = new Commands(test.Database, TimeProvider.System);

        var first = await Once(commands, [1]);
        var again = await Once(commands, [1]);

        again.ShouldBe(first);
        (await Once(commands, [2]).ShouldThrowAsync<Refused>()).Code.ShouldBe("idempotency-key-conflict");
        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        (await db.Set<Party>().CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Two_changes_of_one_row_at_once_do_not_both_win(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var commands = new Commands(test.Database, TimeProvider.System);
        var id = await Register(commands, "before");

        await Rename(commands, id, version: 0);
        var late = Rename(commands, id, version: 0);

        (await late.ShouldThrowAsync<Refused>()).Code.ShouldBe("changed-conflict");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Decimals_keep_their_digits_and_instants_their_microsecond(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var commands = new Commands(test.Database, TimeProvider.System);
        var lot = await commands.Run(
            Officer,
            async (work, c) =>
            {
                var made = Lots.Example(work);
                await work.Insert(made, c);
                await work.Journal("lot.declared", made.Id, new { made.Number }, c);
                return made;
            },
            CancellationToken.None
        );

        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        var read = await db.Set<Server.Inspection.Lot>().SingleAsync();
        read.ValueUsd!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("1200.50");
        read.DeclaredAt.ShouldBe(lot.DeclaredAt);
        read.Number.ShouldBe("00123");
        read.ProducedOn.ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    public async Task A_reading_context_cannot_write()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var db = test.Database.Read(Sight.Whole(ZoneId));
        db.Add(
            new JournalHead
            {
                ZoneId = ZoneId,
                Seq = 1,
                Hash = [],
            }
        );

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public void A_statement_without_a_zone_is_caught()
    {
        Should.Throw<InvalidOperationException>(() => ZoneGuard.Check("SELECT * FROM inspection_lot WHERE id = @id"));
        Should.NotThrow(() => ZoneGuard.Check("SELECT * FROM inspection_lot AS l WHERE l.zone_id = @zone"));
    }

    private static Task<Guid> Undone(Commands commands) => commands.Run<Guid>(
        Officer,
        async (work, c) =>
        {
            await work.Journal("party.registered", work.NewId(), new { }, c);
            throw new Refused("refused.data.busy-unavailable");
        },
        CancellationToken.None);

    private static Task<Guid> Register(Commands commands, string name) =>
        commands.Run(
            Officer,
            async (work, c) =>
            {
                var party = NewParty(work, name);
                await work.Insert(party, c);
                await work.Journal("party.registered", party.Id, new { name }, c);
                return party.Id;
            },
            CancellationToken.None
        );

    private static Task<string> Once(Commands commands, byte[] hash) =>
        commands.Run(
            Officer,
            (work, c) =>
                work.Once(
                    new OnceKey("k1", hash),
                    async () =>
                    {
                        var party = NewParty(work, "once");
                        await work.Insert(party, c);
                        await work.Journal("party.registered", party.Id, new { }, c);
                        return party.Id.ToString();
                    },
                    c
                ),
            CancellationToken.None
        );

    private static Task<int> Rename(Commands commands, Guid id, int version) =>
        commands.Run(
            Officer,
            async (work, c) =>
            {
                var party = await work.Db.Set<Party>().SingleAsync(p => p.Id == id, c);
                work.Db.Entry(party).Property(p => p.Version).OriginalValue = version;
                party.NameZh = "after";
                await work.Journal("party.renamed", id, new { }, c);
                return 0;
            },
            CancellationToken.None
        );

    private static Party NewParty(Work work, string name) =>
        new()
        {
            ZoneId = ZoneId,
            Id = work.NewId(),
            Kind = PartyKind.Enterprise,
            NameZh = name,
            NameEn = name,
            IndustryRoles = "",
            Address = "",
            Since = work.Now,
        };
}
