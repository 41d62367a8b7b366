using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class LegalGuardsTests
{
    [Theory]
    [InlineData("credential", "批次质量认证书", "certification")]
    [InlineData("title", "Certified exporters", "certification")]
    [InlineData("public", "本区推荐企业", "recommendation")]
    [InlineData("public", "出口许可证", "licence")]
    [InlineData("credential", "产品合格证", "conformity-paper")]
    [InlineData("association", "关于统一价格的倡议", "price-or-output")]
    [InlineData("association", "a Minimum Price for ball valves", "price-or-output")]
    public void A_word_that_belongs_to_others_is_refused_with_its_base(string place, string text, string guard)
    {
        var finding = LegalGuards.Default.Finding(place, text).ShouldNotBeNull();

        finding.Code.ShouldBe("supervision.guard." + guard);
        finding.Args[1].Length.ShouldBeGreaterThan(5);
        Should.Throw<Refused>(() => LegalGuards.Default.Checked(place, text));
    }

    [Theory]
    [InlineData("credential", "批次质量信息核验凭证")]
    [InlineData("public", "海关高级认证企业")]
    [InlineData("public", "等级不是行政许可")]
    [InlineData("credential", "附出厂合格证")]
    [InlineData("title", "Lot quality verification credential")]
    [InlineData("public", "关于统一价格的倡议")]
    public void Right_words_pass(string place, string text) => LegalGuards.Default.Checked(place, text).ShouldBe(text);

    [Fact]
    public void Names_of_schemes_modes_and_states_pass_the_guards()
    {
        var titles = Schemes.Embedded.All.SelectMany(s => s.Modes.Select(m => m.Name).Append(s.Title))
            .SelectMany(t => new[] { t.Zh, t.En });

        titles.Select(t => LegalGuards.Default.Finding("title", t)).ShouldAllBe(f => f == null);
    }

    [Fact]
    public void Public_lists_are_sorted_by_name_only()
    {
        var firms = new[] { (Name: "b", Id: "1"), (Name: "a", Id: "9"), (Name: "a", Id: "2") };

        LegalGuards.Neutral(firms, f => f.Name, f => f.Id).Select(f => f.Id).ShouldBe(["2", "9", "1"]);
    }
}
