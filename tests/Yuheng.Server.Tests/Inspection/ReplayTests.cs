using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Inspection;
using Yuheng.Server.Tests.Operations;

namespace Yuheng.Server.Tests.Inspection;

public sealed class ReplayTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_stored_verdict_is_decided_again_byte_for_byte_and_an_altered_byte_is_found(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await LotStory.Declare(zone, "00300");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit == 3 ? 16 : 0);
        await LotStory.SignAndReview(zone, lot);
        var place = Verb.Place(zone.Services.GetRequiredService<Settings>());

        var equal = await Verb.Run(Replay.Run, ["00300", .. place]);
        var byId = await Verb.Run(Replay.Run, [lot.GetProperty("id").GetString()!, .. place]);
        var named = await Verb.Run(Replay.Run, ["00300", "--firm", "Firm A Valves", .. place]);
        var other = await Verb.Run(Replay.Run, ["00300", "--firm", "Firm B Valves", .. place]);

        equal.Code.ShouldBe(0, equal.Output + equal.Error);
        equal.Output.ShouldContain("nonconforming");
        (byId.Code, named.Code, other.Code).ShouldBe((0, 0, 1));
        await Alter(zone);
        var altered = await Verb.Run(Replay.Run, ["00300", .. place]);
        altered.Code.ShouldBe(1);
        altered.Output.ShouldContain("altered");
        (await Verb.Run(Replay.Run, place)).Code.ShouldBe(64);
    }

    /// <summary>Another decision with a hash that fits: only deciding again finds it.</summary>
    [Fact]
    public async Task A_decision_exchanged_together_with_its_hash_is_found_with_the_place_of_the_difference()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00301");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit == 3 ? 16 : 0);
        await LotStory.SignAndReview(zone, lot);
        await Rewrite(zone, j =>
        {
            var forged = Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(j.Decision).Replace("\"safetyFailed\":true", "\"safetyFailed\":false"));
            return (forged, Judging.HashOf(j.Facts, forged));
        });

        var found = await Verb.Run(
            Replay.Run, ["00301", .. Verb.Place(zone.Services.GetRequiredService<Settings>())]);

        found.Code.ShouldBe(1);
        found.Output.ShouldContain("safetyFailed");
    }

    private static Task Alter(TestZone zone) => Rewrite(zone, j =>
    {
        var altered = (byte[])j.Decision.Clone();
        altered[^5] ^= 1;
        return (altered, j.Hash);
    });

    private static Task Rewrite(TestZone zone, Func<Judgement, (byte[] Decision, byte[] Hash)> change) =>
        zone.Services.GetRequiredService<Commands>().RunUnrecorded(zone.Person("reviewer"), async (work, c) =>
        {
            var stored = await work.Db.Set<Judgement>().SingleAsync(c);
            var (decision, hash) = change(stored);
            await work.Execute(
                "UPDATE inspection_judgement SET decision = @decision, hash = @hash WHERE zone_id = @zone AND id = @id",
                [("@decision", decision), ("@hash", hash), ("@zone", stored.ZoneId), ("@id", stored.Id)], c);
            return 0;
        }, CancellationToken.None);
}
