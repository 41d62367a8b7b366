using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class AccessTests
{
    [Fact]
    public async Task Every_endpoint_of_the_server_declares_who_may_use_it()
    {
        await using var server = await TestZone.Start(DatabaseKind.Sqlite);

        Undeclared(server.Services).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_without_declaration_is_found_and_answers_nobody()
    {
        await using var host = await ShellHost.Start();

        Undeclared(host.Services).ShouldBe(["/undeclared"]);
        (await host.Client().GetAsync("/undeclared")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task An_anonymous_reader_is_sent_to_sign_in_and_back()
    {
        await using var host = await ShellHost.Start();

        var answer = await host.Client().GetAsync("/staff?x=1");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in?back=%2Fstaff%3Fx%3D1");
    }

    [Theory]
    [InlineData("/staff", nameof(Role.Reviewer), HttpStatusCode.OK)]
    [InlineData("/staff", nameof(Role.FirmClerk), HttpStatusCode.Forbidden)]
    [InlineData("/any", nameof(Role.FirmClerk), HttpStatusCode.OK)]
    [InlineData("/form", nameof(Role.FirmClerk), HttpStatusCode.OK)]
    public async Task A_signed_in_person_reaches_what_the_role_allows(string path, string role, HttpStatusCode status)
    {
        await using var host = await ShellHost.Start();

        (await As(host, role).GetAsync(path)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Navigation_shows_what_the_role_may_reach()
    {
        await using var host = await ShellHost.Start();

        (await As(host, nameof(Role.Reviewer)).GetStringAsync("/form")).ShouldNotContain("<nav");
        (await As(host, nameof(Role.Reviewer)).GetStringAsync("/")).ShouldContain("href=\"/staff\"");
        (await As(host, nameof(Role.FirmClerk)).GetStringAsync("/")).ShouldNotContain("href=\"/staff\"");
    }

    private static HttpClient As(ShellHost host, string role)
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Add(ShellHost.RoleHeader, role);
        return client;
    }

    private static string[] Undeclared(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Access>() is null)
            .Select(e => e.RoutePattern.RawText ?? "")];
}
