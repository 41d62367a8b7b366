using Shouldly;
using Yuheng.Core.Packs;
using Yuheng.Server.Inspection.Import;

namespace Yuheng.Server.Tests.Import;

public sealed class WordsTests
{
    [Fact]
    public void Every_market_that_packs_know_is_a_country_here_under_all_its_names()
    {
        foreach (var market in PackSet.Embedded.Catalogue.Markets)
        {
            foreach (var name in market.Variants.Append(market.Name.Zh).Append(market.Name.En).Append(market.Code))
            {
                Words.Countries.Find(name).ShouldNotBeNull(name).Code.ShouldBe(market.Code);
            }
        }
    }

    [Fact]
    public void The_seats_are_those_that_packs_know() =>
        Words.SealList.Words.Select(word => word.Code).ShouldBe(PackSet.Embedded.Catalogue.Seats.Select(s => s.Code));

    [Fact]
    public void All_of_iso_3166_is_there() => Words.Countries.Words.Count.ShouldBe(250);

    [Theory]
    [InlineData("一千二百", 1200)]
    [InlineData("十二", 12)]
    [InlineData("三万零五十", 30_050)]
    [InlineData("壹仟贰佰", 1200)]
    [InlineData("一亿二千万", 120_000_000)]
    public void A_numeral_says_its_number(string numeral, long value) =>
        Words.All.Numerals.Value(numeral).ShouldBe(value);
}
