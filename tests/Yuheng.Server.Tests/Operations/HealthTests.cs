using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Yuheng.Server.Data;
using Yuheng.Server.Operations;

namespace Yuheng.Server.Tests.Operations;

public sealed class HealthTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_can_write_is_ready(DatabaseKind kind)
    {
        await using var test = await TestDatabase.Create(kind);
        await using var app = await WebHost.Build(Arguments(test.Settings));
        await app.StartAsync();
        using var client = Client(app);

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (status, body) = await Ready(client);

        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        body.GetProperty("status").GetString().ShouldBe("ready");
        body.GetProperty("checks").EnumerateObject().Select(c => c.Name).ShouldBe(["schema", "disk", "write"]);
    }

    [Fact]
    public async Task A_database_without_the_programs_schema_is_degraded_and_names_the_check()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await Execute(test.Database, "DELETE FROM data_migration WHERE name LIKE '0002%'; DROP TABLE data_counter");
        await using var app = await Start(test.Settings);
        using var client = Client(app);

        var (status, body) = await Ready(client);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("status").GetString().ShouldBe("degraded");
        var checks = body.GetProperty("checks");
        checks.GetProperty("schema").GetString().ShouldBe("failed");
        checks.GetProperty("write").GetString().ShouldBe("failed");
        checks.GetProperty("disk").GetString().ShouldBe("ok");
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_modules_own_check_counts()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var app = await Start(
            test.Settings,
            s => s.AddSingleton(new ReadinessCheck("key-ring", _ => throw new IOException("unreadable"))));
        using var client = Client(app);

        var (status, body) = await Ready(client);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.GetProperty("checks").GetProperty("key-ring").GetString().ShouldBe("failed");
    }

    [Fact]
    public async Task Metrics_count_what_the_zone_does_and_answer_this_machine_only()
    {
        await using var test = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var app = await Start(test.Settings);
        using var client = Client(app);
        await Ready(client);

        DomainMetrics.LotsDeclared(3, "excel");
        DomainMetrics.RowRejected("odd\"code");
        var text = await client.GetStringAsync("/metrics");

        text.ShouldContain("yuheng_lots_declared_total{source=\"excel\"} ");
        text.ShouldContain("yuheng_import_rows_rejected_total{reason=\"odd\\\"code\"} ");
        text.ShouldContain("\nyuheng_writer_groups_total 1\n");
        text.ShouldNotContain("yuheng_backup_age_seconds");
        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        proxied.Headers.Add("X-Forwarded-For", "192.0.2.7");
        (await client.SendAsync(proxied)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_default_address_is_loopback_and_yields_to_any_other()
    {
        var alone = WebApplication.CreateBuilder();
        alone.ListenByDefault();
        alone.WebHost.GetSetting("urls").ShouldBe(Listening.DefaultAddress);

        var told = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        told.ListenByDefault();
        told.WebHost.GetSetting("urls").ShouldBe("http://127.0.0.1:0");
    }

    private static string[] Arguments(Settings settings) =>
    [
        "--urls", "http://127.0.0.1:0", "--data", settings.DataDirectory,
        .. settings.Postgres is null ? (string[])[] : ["--postgres", settings.Postgres],
    ];

    private static async Task<WebApplication> Start(Settings settings, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System)
            .AddSingleton(_ => Composition.Open(settings)).AddSingleton<Commands>().AddOperations();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapOperations();
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new()
    {
        BaseAddress = new Uri(app.Urls.First()),
    };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Ready(HttpClient client)
    {
        var answer = await client.GetAsync("/health/ready");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, body.RootElement.Clone());
    }

    private static async Task Execute(Database database, string sql)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
