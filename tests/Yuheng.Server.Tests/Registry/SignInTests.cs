using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Registry.Access;

namespace Yuheng.Server.Tests.Registry;

public sealed class SignInTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_invited_person_joins_signs_out_and_signs_in_again(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        var token = await Invite(zone);
        var client = zone.As("");

        var joined = await Post(client, "/join/" + token, ("user", "Chen.Mei"), ("password", "green river stones 9"));
        joined.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync("/")).ShouldContain("Chen Mei");
        (await Post(client, "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync("/")).ShouldNotContain("Chen Mei");

        var again = await Post(
            client,
            "/sign-in",
            ("user", "chen.mei"),
            ("password", "green river stones 9"),
            ("back", "/")
        );
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync("/")).ShouldContain("Chen Mei");
    }

    [Fact]
    public async Task An_invitation_is_good_once()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var token = await Invite(zone);
        await Post(zone.As(""), "/join/" + token, ("user", "one"), ("password", "green river stones 9"));

        (await zone.As("").GetAsync("/join/" + token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var token = await Invite(zone);
        await Post(zone.As(""), "/join/" + token, ("user", "one"), ("password", "green river stones 9"));

        var wrong = await Post(zone.As(""), "/sign-in", ("user", "one"), ("password", "not this one at all"));
        var unknown = await Post(zone.As(""), "/sign-in", ("user", "two"), ("password", "not this one at all"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        unknown.StatusCode.ShouldBe(wrong.StatusCode);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("The sign-in name or the password is wrong.");
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("The sign-in name or the password is wrong.");
    }

    [Fact]
    public async Task Eight_wrong_passwords_lock_the_account_for_a_while()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var token = await Invite(zone);
        await Post(zone.As(""), "/join/" + token, ("user", "one"), ("password", "green river stones 9"));
        for (var i = 0; i < 8; i++)
        {
            await Post(zone.As(""), "/sign-in", ("user", "one"), ("password", "not this one at all"));
        }

        var locked = await Post(zone.As(""), "/sign-in", ("user", "one"), ("password", "green river stones 9"));

        locked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await locked.Content.ReadAsStringAsync()).ShouldContain("Too many wrong passwords");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("password1234")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused(string password)
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);

        var answer = await Post(zone.As(""), "/join/" + await Invite(zone), ("user", "one"), ("password", password));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_api_key_is_told_so()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        var client = zone.As("");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer nobody-has-this-key");

        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<string> Invite(TestZone zone) =>
        zone
            .Services.GetRequiredService<Commands>()
            .Run(
                zone.Person("admin"),
                async (work, c) =>
                {
                    var token = await Invitations.Make(
                        work,
                        new Invited(zone.Person("clerk-a").PartyId, "Chen Mei", [Role.FirmClerk]),
                        c
                    );
                    await work.Journal("user.invited", Guid.Empty, new { }, c);
                    return token;
                },
                CancellationToken.None
            );

    private static Task<HttpResponseMessage> Post(
        HttpClient client,
        string path,
        params (string Name, string Value)[] fields
    ) => Forms.Post(client, path, fields);
}
