using Microsoft.AspNetCore.Http;
using Shouldly;
using Yuheng.Core;
using Yuheng.Server.Shell;

namespace Yuheng.Server.Tests.Shell;

public sealed class TableQueryTests
{
    private static readonly string[] Columns = ["number", "state"];

    [Fact]
    public void An_address_says_which_rows_are_wanted()
    {
        var query = Read("?sort=-state&state=held&number=&other=1&size=20&after=" + TableQuery.Cursor("held", "00123"));

        query.Sort.ShouldBe("state");
        query.Descending.ShouldBeTrue();
        query.Size.ShouldBe(20);
        query.After.ShouldBe(["held", "00123"]);
        query.Filters.ShouldBe(new Dictionary<string, string> { ["state"] = "held" });
    }

    [Fact]
    public void A_query_and_its_address_are_the_same()
    {
        var query = Read("?sort=-state&state=held+%26+more&size=20");

        Read(query.Url("")).ShouldBeEquivalentTo(query);
    }

    [Fact]
    public void A_page_is_never_larger_than_200_rows() => Read("?size=100000").Size.ShouldBe(TableQuery.MostRows);

    [Theory]
    [InlineData("?sort=password")]
    [InlineData("?after=%00%ff")]
    [InlineData("?after=***")]
    public void An_address_that_is_not_ours_is_refused(string address) => Should.Throw<Refused>(() => Read(address));

    [Fact]
    public void One_row_more_than_wanted_makes_a_next_page()
    {
        var query = Read("?size=2");

        Rows<string>.Of(["a", "b", "c"], query, r => [r]).Next.ShouldBe(TableQuery.Cursor("b"));
        Rows<string>.Of(["a", "b"], query, r => [r]).Next.ShouldBeNull();
    }

    private static TableQuery Read(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(address);
        return TableQuery.From(http.Request, Columns, "number");
    }
}
