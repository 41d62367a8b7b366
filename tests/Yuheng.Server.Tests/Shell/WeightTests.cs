using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class WeightTests
{
    private const int Kilobyte = 1024;

    [Fact]
    public void The_style_sheet_weighs_at_most_12_KB() =>
        new Assets().Find("css/yuheng.css")!.Gzip.Length.ShouldBeLessThan(12 * Kilobyte);

    [Fact]
    public void All_islands_together_weigh_at_most_5_KB()
    {
        var assets = new Assets();

        assets.Paths.Where(p => p.StartsWith("islands/", StringComparison.Ordinal))
            .Sum(p => assets.Find(p)!.Gzip.Length)
            .ShouldBeLessThan(5 * Kilobyte);
    }

    [Theory]
    [InlineData("/", 30)]
    [InlineData("/form", 30)]
    [InlineData("/nothing", 30)]
    [InlineData("/gallery", 60)]
    public async Task A_page_with_all_that_it_loads_keeps_to_its_weight(string path, int kilobytes)
    {
        await using var host = await ShellHost.Start();
        var client = host.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var assets = host.Services.GetRequiredService<Assets>();

        var page = (await (await client.GetAsync(path)).Content.ReadAsByteArrayAsync()).Length;

        var files = assets.Paths.Where(p => p.StartsWith("css/", StringComparison.Ordinal))
            .Sum(p => assets.Find(p)!.Gzip.Length);
        (page + files).ShouldBeLessThan(kilobytes * Kilobyte);
    }
}
