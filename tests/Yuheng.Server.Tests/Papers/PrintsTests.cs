using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Yuheng.Server.Papers.Prints;
using Yuheng.Server.Tests.Inspection;

namespace Yuheng.Server.Tests.Papers;

/// <summary>Papers of a lot over HTTP: issued, read, replaced, and kept from others.</summary>
public sealed class PrintsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_firms_first_31_comes_from_its_own_bench_without_laboratory_or_release(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var lot = await LotStory.Declare(zone, "00301");
        (await Issue(zone, "clerk-a", lot, "en10204-31")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await OwnResults(zone, lot, 0, 0);

        var first = await Number(Issue(zone, "clerk-a", lot, "en10204-31"));
        var page = await Read(zone, "clerk-a", first);

        page.ShouldContain("Inspection certificate 3.1");
        page.ShouldContain("Li Ming, head of inspection");
        page.ShouldContain("First party: the firm's own bench");
        page.ShouldContain("0 drop (n 2, conforming 2)");
        page.ShouldContain("GB/T 13927-2022");
        page.ShouldContain("Not tested");
        var content = await zone.As("clerk-a").GetStringAsync($"/papers/{first}/content.json");
        page.ShouldContain(Issuing.HashOf(content));

        var second = await Number(Issue(zone, "clerk-a", lot, "en10204-31"));
        (await Read(zone, "clerk-a", first)).ShouldContain("replaced by " + second);
        (await Read(zone, "clerk-a", second)).ShouldContain("replaces " + first);
        (await zone.As("clerk-a").GetStringAsync($"/papers/{first}/content.json")).ShouldBe(content);
        (await zone.As("clerk-b").GetAsync("/papers/" + first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await zone.As("signatory").GetAsync("/papers/" + first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await zone.As("reviewer").GetAsync("/papers/" + first)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_result_that_fails_lets_no_31_out()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00302");
        await OwnResults(zone, lot, 16);

        var answer = await Issue(zone, "owner-a", lot, "en10204-31");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("does not conform");
    }

    [Fact]
    public async Task A_31_without_its_validator_is_refused_at_the_field()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await LotStory.Declare(zone, "00303");
        await OwnResults(zone, lot, 0);

        var answer = await Forms.Post(zone.As("clerk-a"), Path(lot), [("kind", "en10204-31"), ("validatorName", "Li")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("f-validatorFunction-error");
    }

    [Fact]
    public async Task The_laboratory_signs_its_report_and_the_firm_prints_labels_once_released()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var lot = await CredentialStoryTests.Conforming(zone, "00304");
        (await Issue(zone, "clerk-a", lot, "test-report")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Issue(zone, "clerk-a", lot, "carton-labels")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Issue(zone, "clerk-a", lot, "supplier-declaration")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var report = await Number(Issue(zone, "signatory", lot, "test-report"));
        var page = await Read(zone, "signatory", report);
        page.ShouldContain("Third party: within accredited scope");
        page.ShouldContain("CMA TEST-CMA-1");

        var issued = await CredentialStoryTests.Release(zone, lot);
        (await Read(zone, "clerk-a", report)).ShouldContain("class=\"qr\"");
        var labels = await Number(Issue(zone, "clerk-a", lot, "carton-labels"));
        (await Read(zone, "clerk-a", labels))
            .ShouldContain(issued.GetProperty("shortCode").GetString()!);
    }

    [Fact]
    public async Task An_uploaded_credential_gets_its_five_checks_and_an_altered_one_is_told()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var issued = await CredentialStoryTests.Release(zone, await CredentialStoryTests.Conforming(zone, "00305"));
        var stranger = zone.As("");
        var jwt = await stranger.GetByteArrayAsync($"/credentials/{issued.GetProperty("number").GetString()}.jwt");

        (await Upload(stranger, jwt)).ShouldContain("Credential valid");
        var middle = Array.IndexOf(jwt, (byte)'.') + 40;
        jwt[middle] = jwt[middle] == (byte)'A' ? (byte)'B' : (byte)'A';
        (await Upload(stranger, jwt)).ShouldContain("probably forged or altered");
    }

    private static async Task<string> Read(TestZone zone, string person, string number) =>
        WebUtility.HtmlDecode(await zone.As(person).GetStringAsync("/papers/" + number));

    internal static string Path(JsonElement lot) => $"/lots/{lot.GetProperty("id").GetString()}/papers";

    internal static Task<HttpResponseMessage> Issue(TestZone zone, string person, JsonElement lot, string kind) =>
        Forms.Post(
            zone.As(person),
            Path(lot),
            [("kind", kind), ("validatorName", "Li Ming"), ("validatorFunction", "head of inspection")]);

    internal static async Task<string> Number(Task<HttpResponseMessage> issuing)
    {
        var answer = await issuing;
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString()["/papers/".Length..];
    }

    /// <summary>The firm's own bench reads shell leakage: drops of one piece after the other.</summary>
    internal static async Task OwnResults(TestZone zone, JsonElement lot, params int[] drops)
    {
        var readings = drops.Select((d, i) => LotStory.Shell(i + 1, d)).ToArray();
        var answer = await zone.As("bench-a").PostAsJsonAsync(LotStory.Path(lot, "readings"), new { readings });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> Upload(HttpClient client, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "lot.jwt" } };
        return await (await Forms.Send(client, "/verify", form)).Content.ReadAsStringAsync();
    }
}
