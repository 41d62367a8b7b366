using System.Text.RegularExpressions;
using Shouldly;
using Yuheng.Server.Tests.Tidy;

namespace Yuheng.Server.Tests.Operations;

/// <summary>The documents say what is there.</summary>
public sealed partial class DocumentsTests
{
    [Fact]
    public void Every_package_has_its_reason_licence_and_exit()
    {
        var versions = Read("Directory.Packages.props");
        var rows = Read("docs/DEPENDENCIES.md");

        Unexplained(versions, rows).ShouldBeEmpty();
    }

    [Fact]
    public void A_package_without_a_reason_is_found() =>
        Unexplained("<PackageVersion Include=\"Planted.Package\" Version=\"1\" />", "| Other | tests | … |")
            .ShouldBe(["Planted.Package"]);

    [Fact]
    public void Every_link_between_documents_leads_somewhere() =>
        Documents().SelectMany(d => DeadLinks(d, File.ReadAllText(d))).ShouldBeEmpty();

    [Fact]
    public void A_dead_link_is_found() =>
        DeadLinks(Path.Combine(SourceTree.Root, "README.md"), "[a](docs/none.md) [b](https://x.example/none)")
            .ShouldBe(["README.md: docs/none.md"]);

    [Fact]
    public void The_check_from_a_bare_machine_runs_the_readmes_test_command()
    {
        Read("README.md").ShouldContain("\ndotnet test ");
        Read(".ci/run").ShouldContain("\ndotnet test\n");
    }

    private static IEnumerable<string> Unexplained(string versions, string rows)
    {
        var explained = Name().Matches(rows).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        return PackageVersion().Matches(versions).Select(m => m.Groups[1].Value)
            .Where(p => !explained.Contains(p) && !explained.Contains(p[p.LastIndexOf('.')..]));
    }

    private static IEnumerable<string> DeadLinks(string document, string text) => Link().Matches(text)
        .Select(m => m.Groups[1].Value.Split('#')[0])
        .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal))
        .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, to)))
        .Select(to => $"{Path.GetRelativePath(SourceTree.Root, document)}: {to}");

    private static string Docs => Path.Combine(SourceTree.Root, "docs");

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(SourceTree.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories));

    private static string Read(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, path));

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"\.?[A-Za-z][A-Za-z0-9.]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
