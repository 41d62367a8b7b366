using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/api/bug")]
    [InlineData("/css/yuheng.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_signed_in_person_sees_is_not_kept()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        client.DefaultRequestHeaders.Add(ShellHost.RoleHeader, nameof(Role.Reviewer));

        (await client.GetAsync("/staff")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_is_kept_for_a_year_under_the_hash_of_its_content_and_travels_packed()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var url = host.Services.GetRequiredService<Assets>().Url("css/yuheng.css");

        var answer = await client.GetAsync(url);

        answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await client.GetAsync("/css/yuheng.css")).Headers.CacheControl!.MaxAge.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        var tag = (await client.GetAsync("/css/yuheng.css")).Headers.ETag!;
        client.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        (await client.GetAsync("/css/yuheng.css")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Cookies_are_secure_and_bound_to_the_host()
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().GetAsync("/form");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-form=");
        cookie.ShouldContain("secure");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite");
    }

    [Theory]
    [InlineData("en", null, "en")]
    [InlineData("zh-CN,en;q=0.5", null, "zh-CN")]
    [InlineData("de, en;q=0.8, zh;q=0.9", null, "zh-CN")]
    [InlineData("en", "zh", "zh-CN")]
    [InlineData("de", null, "zh-CN")]
    public async Task A_page_speaks_the_language_chosen_then_accepted_then_Chinese(
        string accepted,
        string? chosen,
        string tag)
    {
        await using var host = await ShellHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        var client = host.Client();
        client.DefaultRequestHeaders.Remove("Accept-Language");
        request.Headers.Add("Accept-Language", accepted);
        if (chosen is not null)
        {
            request.Headers.Add("Cookie", "lang=" + chosen);
        }

        var answer = await client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain($"<html lang=\"{tag}\">");
        answer.Headers.Vary.ShouldContain("Accept-Language");
    }
}
