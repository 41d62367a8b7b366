using Shouldly;
using Yuheng.Core.Tests.Statistics;

namespace Yuheng.Core.Tests.Cli;

public sealed class RiskAndSpcCommandTests
{
    [Fact]
    public void Oc_answers_every_point()
    {
        var answer = Ask.One("sampling oc", """
            {"id":1,"sampleSizes":[80,80],"ac":[3,9],"re":[6,10],"model":"binomial","lotSize":5000,"p":[0,0.05]}
            """);

        answer.Numbers("pa")[1].ShouldBeClose(0.68747150313453);
        answer.Numbers("asn")[1].ShouldBeClose(108.86208330244843);
        answer.Numbers("ati")[1].ShouldBeClose(1638.3620338512435);
        answer.Numbers("aoq")[0].ShouldBe(0);
        Ask.One("sampling oc", """{"sampleSizes":[5],"ac":[0],"re":[1],"model":"poisson","p":[2]}""")
            .TryGetProperty("ati", out _).ShouldBeFalse();
        Ask.One("sampling oc", """
            {"sampleSizes":[5],"ac":[0],"re":[1],"model":"hypergeometric","lotSize":10,"d":[5]}
            """)
            .Numbers("pa")[0].ShouldBeClose(1.0 / 252);
    }

    [Theory]
    [InlineData("\"model\":\"binomial\",\"p\":[1.5]", "quality")]
    [InlineData("\"model\":\"binomial\",\"d\":[1]", "fractions-not-counts")]
    [InlineData("\"model\":\"hypergeometric\",\"lotSize\":10,\"p\":[0.1]", "counts-not-fractions")]
    [InlineData("\"model\":\"hypergeometric\",\"d\":[1]", "lot-size-needed")]
    [InlineData("\"model\":\"normal\",\"p\":[1]", "model-unknown")]
    [InlineData("\"model\":\"binomial\",\"lotSize\":4,\"p\":[0.1]", "sample-exceeds-lot")]
    public void Oc_refuses_what_does_not_go_together(string members, string code) =>
        Ask.Error("sampling oc", $$"""{"sampleSizes":[5],"ac":[0],"re":[1],{{members}}}""").ShouldBe(code);

    [Fact]
    public void Work_beyond_the_limit_is_refused_instead_of_hanging()
    {
        var points = string.Join(',', Enumerable.Repeat("0.1", 10000));
        var big = "\"sampleSizes\":[1000000000],\"ac\":[0],\"re\":[1],\"model\":\"binomial\"";
        Ask.Error("sampling oc", $"{{{big},\"p\":[{points}]}}")
            .ShouldBe("too-much-work");
        var wide = "\"sampleSizes\":[9000,9000],\"ac\":[0,1998],\"re\":[1999,2000],\"model\":\"hypergeometric\"";
        var counts = string.Join(',', Enumerable.Repeat("9000", 300));
        Ask.Error("sampling oc", $"{{{wide},\"lotSize\":90000,\"d\":[{counts}]}}").ShouldBe("too-much-work");
    }

    [Fact]
    public void Design_answers_attributes_and_variables()
    {
        var plan = Ask.One("sampling design", """{"model":"binomial","p1":0.01,"p2":0.06,"alpha":0.05,"beta":0.1}""");
        (plan.Number("n"), plan.Number("c")).ShouldBe((110, 3));
        plan = Ask.One("sampling design", """
            {"model":"hypergeometric","lotSize":1000,"d1":10,"d2":60,"alpha":0.05,"beta":0.1}
            """);
        (plan.Number("n"), plan.Number("c")).ShouldBe((85, 2));
        plan = Ask.One("sampling design", """{"method":"s","p1":0.01,"p2":0.06,"alpha":0.05,"beta":0.1}""");
        plan.Number("n").ShouldBe(42);
        plan.Number("pa1").ShouldBe(0.95);
        Ask.One("sampling design", """{"method":"sigma","p1":0.01,"p2":0.06,"alpha":0.05,"beta":0.1}""").Number("n")
            .ShouldBe(15);
    }

    [Theory]
    [InlineData("\"model\":\"binomial\",\"p1\":0.06,\"p2\":0.01,\"alpha\":0.05,\"beta\":0.1", "p1-below-p2")]
    [InlineData("\"model\":\"binomial\",\"p1\":0.01,\"p2\":0.06,\"alpha\":0.5,\"beta\":0.5", "risks")]
    [InlineData("\"model\":\"binomial\",\"p1\":0.01,\"alpha\":0.05,\"beta\":0.1,\"d1\":3", "member-of-other-model")]
    [InlineData("\"model\":\"hypergeometric\",\"p1\":0.06,\"alpha\":0.05,\"beta\":0.1", "member-of-other-model")]
    [InlineData("\"method\":\"R\",\"p1\":0.01,\"p2\":0.06,\"alpha\":0.05,\"beta\":0.1", "method-unknown")]
    [InlineData("\"method\":\"s\",\"model\":\"binomial\",\"p1\":0.01", "unknown-member")]
    public void Design_refuses_impossible_points(string members, string code) =>
        Ask.Error("sampling design", $"{{{members}}}").ShouldBe(code);

    [Fact]
    public void Variables_answers_both_forms_and_leaves_out_what_has_no_limit()
    {
        var answer = Ask.One("sampling variables", """
            {"method":"s","n":20,"k":1.5,"xbar":10,"spread":1,"lower":8.4,"upper":11.6}
            """);
        answer.Text("verdict").ShouldBe("accept");
        answer.Text("combinedVerdict").ShouldBe("not_accept");
        answer.Number("qLower").ShouldBeClose(1.6);
        answer = Ask.One("sampling variables", """{"method":"s","n":2,"k":1.5,"xbar":10,"spread":1,"upper":11}""");
        answer.Text("verdict").ShouldBe("not_accept");
        answer.TryGetProperty("qLower", out _).ShouldBeFalse();
        answer.TryGetProperty("m", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("xbar-r", "[[1,2],[2,4]]", "xbar r")]
    [InlineData("xbar-s", "[[1,2],[2,4]]", "xbar s")]
    [InlineData("i-mr", "[1,2,4]", "i mr")]
    [InlineData("i-mr", "[[1,2,4]]", "i mr")]
    [InlineData("i-mr", "[[1],[2],[4]]", "i mr")]
    [InlineData("c", "[1,2,4]", "c")]
    [InlineData("ewma", "[[1],[2],[4]]", "ewma")]
    [InlineData("cusum", "[1,2,4]", "cusumUpper cusumLower")]
    [InlineData("p", "[1,2],\"sizes\":[10,20]", "p")]
    [InlineData("np", "[1,2],\"sizes\":[10,10]", "np")]
    [InlineData("u", "[1,2],\"sizes\":[1,2.5]", "u")]
    public void Chart_names_its_charts(string type, string data, string names)
    {
        var charts = Ask.One("spc chart", $$"""{"type":"{{type}}","data":{{data}}}""").GetProperty("charts");
        string.Join(' ', charts.EnumerateObject().Select(chart => chart.Name)).ShouldBe(names);
        foreach (var chart in charts.EnumerateObject())
        {
            chart.Value.Numbers("lcl").Length.ShouldBe(chart.Value.Numbers("statistics").Length);
            chart.Value.Numbers("beyond").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("\"type\":\"x\",\"data\":[1]", "chart-unknown")]
    [InlineData("\"type\":\"c\",\"data\":[[1,2],[3]]", "rows")]
    [InlineData("\"type\":\"c\",\"data\":[1],\"sizes\":[1]", "member-of-other-model")]
    [InlineData("\"type\":\"c\",\"data\":[\"a\"]", "not-a-number")]
    [InlineData("\"type\":\"p\",\"data\":[1]", "missing-member")]
    [InlineData("\"type\":\"ewma\",\"data\":[1,2],\"lambda\":2", "chart-setting")]
    public void Chart_refuses_what_makes_none(string members, string code) =>
        Ask.Error("spc chart", $"{{{members}}}").ShouldBe(code);

    [Fact]
    public void Rules_name_the_points()
    {
        var answer = Ask.One("spc rules", """{"id":3,"center":10,"sigma":2,"z":[10,17,10]}""");
        answer.GetProperty("signals").Numbers("N1").ShouldBe([2]);
        answer.GetProperty("signals").EnumerateObject().Count().ShouldBe(8);
    }
}
