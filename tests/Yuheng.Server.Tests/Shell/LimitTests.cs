using System.Net;
using Shouldly;

namespace Yuheng.Server.Tests.Shell;

public sealed class LimitTests
{
    [Fact]
    public async Task A_client_that_asks_too_often_is_told_when_to_come_back()
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        HttpResponseMessage answer;
        var asked = 0;
        do
        {
            answer = await client.GetAsync("/api/refused");
            asked++;
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && asked < 2000);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        asked.ShouldBeGreaterThan(600);
    }

    [Fact]
    public async Task Another_client_is_not_held_up()
    {
        await using var host = await ShellHost.Start();
        var greedy = host.Client();
        greedy.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.8");
        for (var i = 0; i < 700; i++)
        {
            await greedy.GetAsync("/api/refused");
        }

        var other = host.Client();
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        (await other.GetAsync("/api/refused")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
