using Shouldly;

namespace Yuheng.Server.Tests.Tidy;

public sealed class TextTests
{
    private static readonly List<ProductText> Texts = TextRules.Read(SourceTree.Sources);

    [Fact]
    public void Every_text_is_complete_in_both_languages() => TextRules.Incomplete(Texts).ShouldBeEmpty();

    [Fact]
    public void No_text_promises_what_nobody_may_promise() => TextRules.Overpromising(Texts).ShouldBeEmpty();

    [Fact]
    public void Every_text_is_used() => TextRules.Unused(Texts, SourceTree.Sources).ShouldBeEmpty();

    [Fact]
    public void Every_text_asked_for_is_there() => TextRules.Missing(Texts, SourceTree.Sources).ShouldBeEmpty();

    [Fact]
    public void An_allowed_word_still_stands_in_its_text() =>
        TextRules.Allowed.Keys.Except(Texts.Select(t => t.Key)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"a.b": {"zh": "甲"}}""")]
    [InlineData("""{"a.b": {"zh": "甲 {0}", "en": "A"}}""")]
    [InlineData("""{"a.b": {"zh": "甲 {0", "en": "A {0}"}}""")]
    public void An_incomplete_text_is_found(string json) =>
        TextRules.Incomplete(TextRules.Parse(json)).ShouldBe(["a.b"]);

    [Theory]
    [InlineData("认证证书", "paper")]
    [InlineData("凭证", "Certification")]
    public void A_promise_is_found(string zh, string en) =>
        TextRules.Overpromising([new ProductText("a.b", zh, en)]).ShouldNotBeEmpty();

    [Fact]
    public void An_unused_and_a_missing_text_are_found()
    {
        SourceFile[] files =
            [new("src/P.cs", "T[\"a.used\"]; T[\"a.missing\"]; T[\"a.part.\" + x]; // T[\"a.unused\"]")];
        ProductText[] texts = [new("a.used", "-", "-"), new("a.unused", "-", "-"), new("a.part.one", "-", "-")];

        TextRules.Unused(texts, files).ShouldBe(["a.unused"]);
        TextRules.Missing(texts, files).ShouldBe(["src/P.cs: a.missing"]);
    }
}
