using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Core.Credentials;
using Yuheng.Server.Inspection;
using Yuheng.Server.Papers;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Papers;

/// <summary>From verdict to a credential that a stranger checks, over HTTP.</summary>
public sealed class CredentialStoryTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_released_lots_credential_is_accepted_by_the_verifier_until_it_is_revoked(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await Conforming(zone, "00201");
        var issued = await Release(zone, lot);
        var files = await Files.Fetch(zone, issued);

        files.Verify(zone.Clock.GetUtcNow()).Verdict.ShouldBe(CredentialVerdict.Valid);
        files.Altered().Verify(zone.Clock.GetUtcNow()).Verdict.ShouldBe(CredentialVerdict.NotValid);
        files.Verify(zone.Clock.GetUtcNow().AddMonths(25)).Verdict.ShouldBe(CredentialVerdict.NotValid);

        await LotStory.Act(zone, "reviewer", lot, "revoke", "new evidence: forged heat certificate");
        await zone.Services.GetRequiredService<StatusConsumer>().Catch(CancellationToken.None);
        var after = await Files.Fetch(zone, issued);
        var report = after.Verify(zone.Clock.GetUtcNow());
        report.Verdict.ShouldBe(CredentialVerdict.NotValid);
        report.Word.Code.ShouldBe(PublicWord.Revoked);
    }

    [Fact]
    public async Task The_public_check_shows_five_facts_without_sign_in_and_follows_a_revocation_at_once()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await Conforming(zone, "00202");
        var code = (await Release(zone, lot)).GetProperty("shortCode").GetString()!;
        var stranger = zone.As("");

        var page = await stranger.GetStringAsync("/c/" + code);
        page.ShouldContain("00202");
        page.ShouldContain("Firm A Valves");
        page.ShouldContain("Credential valid");

        await LotStory.Act(zone, "reviewer", lot, "revoke", "new evidence");
        await zone.Services.GetRequiredService<StatusConsumer>().Catch(CancellationToken.None);
        (await stranger.GetStringAsync("/c/" + code.ToLowerInvariant())).ShouldContain("Credential revoked");
    }

    [Fact]
    public async Task An_unknown_code_is_answered_so()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await zone.As("").GetAsync("/c/23456789AB");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lot_that_was_not_drawn_gets_a_credential_that_says_so()
    {
        var never = new Selection("lot-sampling", new Core.Supervision.SelectionProbability(0, 1));
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite, (_, _) => Task.FromResult(never));
        var lot = await LotStory.Declare(zone, "00203");
        await LotStory.Draw(zone);
        await LotStory.CompleteDocuments(zone, lot);

        var issued = await Release(zone, lot);

        (await zone.As("").GetStringAsync("/c/" + issued.GetProperty("shortCode").GetString())).ShouldContain(
            "Documents checked, not sampled"
        );
        (await Files.Fetch(zone, issued)).Verify(zone.Clock.GetUtcNow()).Verdict.ShouldBe(CredentialVerdict.Valid);
    }

    [Fact]
    public async Task A_lot_that_is_held_gets_no_credential_and_a_firm_cannot_release()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00204");
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, unit => unit == 3 ? 16 : 0);
        await LotStory.SignAndReview(zone, lot);

        (
            await zone.As("reviewer").PostAsync(LotStory.Path(lot, "release"), JsonContent.Create(new { }))
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (
            await zone.As("owner-a").PostAsync(LotStory.Path(lot, "release"), JsonContent.Create(new { }))
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_mistyped_short_code_is_told_from_an_unknown_one()
    {
        var code = ShortCode.New();

        ShortCode.Read(code.ToLowerInvariant()).ShouldBe(code);
        for (var i = 0; i < code.Length; i++)
        {
            var other = code[i] == '2' ? '3' : '2';
            ShortCode.Read(code[..i] + other + code[(i + 1)..]).ShouldBeNull();
        }
    }

    internal static async Task<JsonElement> Conforming(TestZone zone, string number)
    {
        await LotStory.Confirm(zone, "seat-gas-low@gb-t-13927-2022");
        var lot = await LotStory.Declare(zone, number);
        await LotStory.SampleAndSeal(zone, lot);
        await LotStory.Test(zone, lot, _ => 0);
        (await LotStory.SignAndReview(zone, lot)).GetProperty("conclusion").GetString().ShouldBe("conforming");
        return lot;
    }

    internal static async Task<JsonElement> Release(TestZone zone, JsonElement lot)
    {
        var answer = await zone.As("reviewer").PostAsync(LotStory.Path(lot, "release"), JsonContent.Create(new { }));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>What a buyer downloads.</summary>
    private sealed record Files(byte[] Credential, byte[] Did, byte[][] Status)
    {
        public static async Task<Files> Fetch(TestZone zone, JsonElement issued)
        {
            var client = zone.As("");
            return new Files(
                await client.GetByteArrayAsync($"/credentials/{issued.GetProperty("number").GetString()}.jwt"),
                await client.GetByteArrayAsync("/.well-known/did.json"),
                [
                    await client.GetByteArrayAsync("/status/revocation"),
                    await client.GetByteArrayAsync("/status/suspension"),
                ]
            );
        }

        public Files Altered()
        {
            var bytes = (byte[])Credential.Clone();
            var middle = Encoding.ASCII.GetString(bytes).IndexOf('.', StringComparison.Ordinal) + 40;
            bytes[middle] = bytes[middle] == (byte)'A' ? (byte)'B' : (byte)'A';
            return this with { Credential = bytes };
        }

        public VerificationReport Verify(DateTimeOffset at) =>
            CredentialVerifier.Verify(
                Credential,
                new VerifierInputs
                {
                    At = at,
                    DidDocuments = [DidDocument.TryParse(Did, KeyAlgorithm.All)!],
                    StatusLists = [.. Status.Select(s => StatusList.TryParse(s)!)],
                }
            );
    }
}
