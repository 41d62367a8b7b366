using CsCheck;
using Shouldly;
using Yuheng.Core.Credentials;

namespace Yuheng.Core.Tests.Credentials;

public sealed class EncodingTests
{
    // draft-msporny-base58 section 5.
    [Theory]
    [InlineData("48656c6c6f20576f726c6421", "2NEpo7TZRRrLZSi2U")]
    [InlineData("0000287fb4cd", "11233QC4")]
    [InlineData("", "")]
    [InlineData("00", "1")]
    public void Base58_is_the_published_one(string hex, string text)
    {
        Base58.Encode(Convert.FromHexString(hex)).ShouldBe(text);
        Base58.TryDecode(text, out var bytes).ShouldBeTrue();
        Convert.ToHexString(bytes).ShouldBe(hex, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void Base58_and_base64url_come_back() =>
        Gen.Byte.Array[0, 80].Sample(bytes =>
            Multibase.TryDecode(Multibase.Base58Of(bytes), out var first) && first.SequenceEqual(bytes)
            && Multibase.TryDecode(Multibase.Base64UrlOf(bytes), out var second) && second.SequenceEqual(bytes));

    [Theory]
    [InlineData("0OIl")]
    [InlineData("ab+")]
    public void Foreign_characters_are_not_base58(string text) => Base58.TryDecode(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("QQ", true)]
    [InlineData("QR", false)]
    [InlineData("QQ==", false)]
    [InlineData("Q", false)]
    [InlineData("Q Q", false)]
    [InlineData("a+b/", false)]
    public void Base64url_has_one_spelling(string text, bool readable) =>
        Base64UrlText.TryDecode(text, out _).ShouldBe(readable);
}
