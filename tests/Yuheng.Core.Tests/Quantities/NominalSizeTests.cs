using Shouldly;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Quantities;

public sealed class NominalSizeTests
{
    [Theory]
    [InlineData("DN15", 15)]
    [InlineData("dn 15", 15)]
    [InlineData("15", 15)]
    [InlineData("\uFF24\uFF2E\uFF15\uFF10", 50)]
    [InlineData("\u3000DN50\u3000", 50)]
    [InlineData("3/4\"", 20)]
    [InlineData("3/4\u201D", 20)]
    [InlineData("\u00BE\"", 20)]
    [InlineData("NPS 1/2", 15)]
    [InlineData("1/2", 15)]
    [InlineData("1 1/4\"", 32)]
    [InlineData("1-1/2 in", 40)]
    [InlineData("1\"", 25)]
    [InlineData("NPS2.5", 65)]
    public void Sizes_are_understood_as_people_write_them(string text, int dn) =>
        NominalSize.Read(text).Dn.ShouldBe(dn);

    [Theory]
    [InlineData("DN0")]
    [InlineData("DN65.5")]
    [InlineData("18")]
    [InlineData("-15")]
    [InlineData("DN15\"")]
    [InlineData("1/0")]
    [InlineData("1 2")]
    [InlineData("1 1/2 1/2\"")]
    [InlineData("fifteen")]
    [InlineData("15mm")]
    [InlineData("DN1e2")]
    public void What_is_no_size_is_refused_and_the_field_named(string text) =>
        Should.Throw<Refused>(() => NominalSize.Read(text, "size")).Field.ShouldBe("size");

    [Fact]
    public void An_empty_size_is_refused() =>
        Should.Throw<Refused>(() => NominalSize.Read("  ")).Code.ShouldBe("size-missing");

    [Fact]
    public void Both_designations_must_agree()
    {
        NominalSize.OfBoth(15, 0.5m)!.Value.Inches.ShouldBe("1/2");
        NominalSize.OfBoth(null, null).ShouldBeNull();
        NominalSize.OfBoth(null, 2m)!.Value.Dn.ShouldBe(50);
        Should.Throw<Refused>(() => NominalSize.OfBoth(50, 3m)).Code.ShouldBe("dn-nps-disagree");
    }

    [Fact]
    public void A_size_is_shown_back_in_canonical_form() => NominalSize.Read("3/4\"").ToString().ShouldBe("DN20");
}
