using Shouldly;
using Yuheng.Core.Packs;

namespace Yuheng.Core.Tests.Packs;

public sealed class CatalogueWordsTests
{
    private static CatalogueWords Words => PackSet.Embedded.Words;

    [Theory]
    [InlineData("\u7F8E\u570B", "US")]
    [InlineData("\u4FC4\u7F57\u65AF\u8054\u90A6", "RU")]
    [InlineData("\u6C99\u7279\u963F\u62C9\u4F2F", "SA")]
    [InlineData("\u82F1\u56FD", "GB")]
    [InlineData("uk", "GB")]
    [InlineData("de", "DE")]
    [InlineData(" United  States ", "US")]
    public void Markets_are_found_by_any_of_their_names(string text, string code) =>
        Words.Market(text)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("\u9EC4\u94DC\u7403\u9600", "ball")]
    [InlineData("\u3000\u65E0\u94C5\u7403\u9600 ", "lead-free-ball")]
    [InlineData("\u71C3\u6C14\u7403\u9600", "gas-ball")]
    [InlineData("\u5355\u628A\u9762\u76C6\u6C34\u5634", "basin-mixer")]
    [InlineData("\u9501\u95ED\u9600", "lockable-valve")]
    [InlineData("\u89D2\u9600", "angle-valve")]
    [InlineData("gate", "gate")]
    public void Products_are_found_by_any_of_their_names(string text, string code) =>
        Words.Family(text)!.Code.ShouldBe(code);

    [Fact]
    public void Seats_media_tests_results_and_devices_have_words()
    {
        Words.Seat("\u8F6F\u5BC6\u5C01")!.Code.ShouldBe("soft");
        Words.Medium("\u6C34")!.Code.ShouldBe("liquid");
        Words.Test("\u58F3\u4F53\u8BD5\u9A8C").ShouldBe("shell");
        Words.Result("\u5408\u683C").ShouldBe("pass");
        Words.Device("in-line mechanical device").ShouldBe("in-line");
        Words.Device(null).ShouldBeNull();
    }

    [Fact]
    public void An_unknown_word_is_not_guessed()
    {
        Words.Market("Atlantis").ShouldBeNull();
        Words.Family("").ShouldBeNull();
        Words.Seat(null).ShouldBeNull();
    }
}
