using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class FormTests
{
    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().PostAsync("/form", Form(("user", "wang"), ("pieces", "7")));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_with_the_token_of_another_browser_is_refused()
    {
        await using var host = await ShellHost.Start();
        var token = await Token(host.Client());

        var answer = await host.Client().PostAsync("/form", Form(("user", "wang"), ("pieces", "7"), token));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_good_form_leads_on_with_303_and_says_that_it_arrived()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        var token = await Token(client);

        var answer =
            await client.PostAsync("/form", Form(("user", "wang"), ("pieces", "\uff17"), ("_key", "abc123"), token));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.ToString().ShouldBe("/any");
        answer.Headers.GetValues("Set-Cookie")
            .ShouldContain(c => c.StartsWith("sent=abc123;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_form_is_shown_again_with_what_was_typed_and_a_message_for_each_field()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        var token = await Token(client);

        var answer = await client
            .PostAsync("/form", Form(("user", "wang & li"), ("pieces", "many"), ("password", "s3cret"), token));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("value=\"wang &amp; li\"");
        page.ShouldContain("href=\"#f-pieces\"");
        page.ShouldContain("many");
        page.ShouldNotContain("s3cret");
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(c => c.StartsWith("sent=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_reads_all_that_is_wrong_with_a_form_in_one_document()
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().PostAsync("/api/check", Form(("pieces", "11")));

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        text.ShouldContain("\"errors\":[");
        text.ShouldContain("\"field\":\"pieces\"");
        text.ShouldContain("\"field\":\"user\"");
    }

    [Theory]
    [InlineData("/lots?a=1#x", "/lots?a=1#x")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_addresses_of_this_site_are_gone_to(string? path, string local) => Page.Local(path).ShouldBe(local);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<(string, string)> Token(HttpClient client)
    {
        var page = await client.GetStringAsync("/form");
        var match = Regex.Match(page, "name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"");
        match.Success.ShouldBeTrue(page);
        return (match.Groups[1].Value, match.Groups[2].Value);
    }
}
