using Shouldly;

namespace Yuheng.Server.Tests.Tidy;

public sealed class TidyTests
{
    [Fact]
    public void No_file_is_longer_than_400_lines() => Broken(TidyRules.TooLong, f => f.IsCode).ShouldBeEmpty();

    [Fact]
    public void No_line_is_wider_than_120_columns() => Broken(TidyRules.TooWide, f => f.IsCode).ShouldBeEmpty();

    [Fact]
    public void No_function_is_longer_than_a_screen() => Broken(TidyRules.LongFunctions, IsCSharp).ShouldBeEmpty();

    [Fact]
    public void No_banned_word_stands_in_code() => Broken(TidyRules.BannedWords, f => f.IsCode).ShouldBeEmpty();

    [Fact]
    public void No_Chinese_stands_in_code() =>
        Broken(TidyRules.ChineseLiterals, f => f.IsProduct && f.IsCode).ShouldBeEmpty();

    [Fact]
    public void The_engines_public_members_are_documented() =>
        Broken(TidyRules.Undocumented, f => IsCSharp(f)
            && f.Path.StartsWith("src/Yuheng.Core/", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_repository_carries_no_blobs() =>
        SourceTree.AllFiles().Where(f => f.Length > TidyRules.FileBytes).Select(SourceTree.Below).ShouldBeEmpty();

    [Theory]
    [InlineData("var a = 1; // TO" + "DO later")]
    [InlineData("var now = DateTime." + "UtcNow;")]
    [InlineData("Console." + "WriteLine(1);")]
    [InlineData("<button @" + "onclick=\"Go\">")]
    [InlineData("<p style" + "=\"color:red\">")]
    public void A_banned_word_is_found(string code) =>
        TidyRules.BannedWords(new SourceFile("src/Planted.razor", code)).ShouldNotBeEmpty();

    [Fact]
    public void The_command_line_may_write_to_the_console() =>
        TidyRules.BannedWords(new SourceFile("src/Yuheng.Cli/Planted.cs", "Console." + "WriteLine(1);"))
            .ShouldBeEmpty();

    [Fact]
    public void A_long_file_a_wide_line_and_a_long_function_are_found()
    {
        var body = string.Concat(Enumerable.Repeat("        a++;\n", 61));
        var planted = new SourceFile("src/Planted.cs", $"class A\n{{\n    void F()\n    {{\n{body}    }}\n}}\n");
        var whole = new SourceFile("src/Planted.cs", string.Concat(Enumerable.Repeat(body, 7)));
        var wide = new SourceFile("src/Planted.cs", new string('a', 121));

        TidyRules.LongFunctions(planted).Count().ShouldBe(1);
        TidyRules.TooLong(whole).Count().ShouldBe(1);
        TidyRules.TooWide(wide).Count().ShouldBe(1);
    }

    [Fact]
    public void A_type_may_be_longer_than_a_function()
    {
        var body = string.Concat(Enumerable.Repeat("    public int A;\n", 61));

        TidyRules.LongFunctions(new SourceFile("src/Planted.cs", $"public sealed class A\n    : B\n{{\n{body}}}\n"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/P.cs", "var a = \"批次\";", 1)]
    [InlineData("src/P.cs", "var a = $\"{b} 批次\";", 1)]
    [InlineData("src/P.cs", "var a = \"\"\"批次\"\"\";", 1)]
    [InlineData("src/P.cs", "/// 批次\nvar a = \"http://x\"; // 批次 \"批次\"", 0)]
    [InlineData("src/P.razor", "<p>批次</p>", 1)]
    [InlineData("src/P.razor", "@* 批次 *@<p>@T[\"x\"]</p>", 0)]
    public void Chinese_in_code_is_found_and_in_comments_allowed(string path, string code, int found) =>
        TidyRules.ChineseLiterals(new SourceFile(path, code)).Count().ShouldBe(found);

    [Theory]
    [InlineData("    public int A() => 1;", 1)]
    [InlineData("    /// <summary>A.</summary>\n    [B]\n    public int A() => 1;", 0)]
    [InlineData("    public override int A() => 1;", 0)]
    [InlineData("internal sealed class B\n    public int A() => 1;", 0)]
    public void An_undocumented_public_member_is_found(string code, int found) =>
        TidyRules.Undocumented(new SourceFile("src/Yuheng.Core/P.cs", code)).Count().ShouldBe(found);

    private static bool IsCSharp(SourceFile file) => file.Path.EndsWith(".cs", StringComparison.Ordinal);

    private static string[] Broken(Func<SourceFile, IEnumerable<string>> rule, Func<SourceFile, bool> where) =>
        [.. SourceTree.Sources.Where(where).SelectMany(rule)];
}
