using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class SchemesTests
{
    private static readonly Schemes All = Schemes.Embedded;

    [Theory]
    [InlineData("2008-06-01", "8481.80", "cn-ciq-class-pre2009", "statutory")]
    [InlineData("2009-07-31", "8481.80", "cn-ciq-class-pre2009", "statutory")]
    [InlineData("2009-08-01", "8481.80", "cn-aqsiq-113-2009", "statutory")]
    [InlineData("2013-08-14", "848180", "cn-aqsiq-113-2009", "statutory")]
    [InlineData("2013-08-15", "848180", "zone-voluntary", "voluntary")]
    [InlineData("2026-11-24", "8481.80", "zone-voluntary", "voluntary")]
    [InlineData("2026-11-24", "7412.20", "zone-voluntary", "voluntary")]
    public void The_scheme_follows_day_and_catalogue(string day, string code, string id, string basis)
    {
        var found = All.On(Day(day), code);

        found.Scheme.Id.ShouldBe(id);
        found.Scheme.Basis.ShouldBe(basis);
        found.Reason.Code.ShouldBe("supervision.scheme." + basis);
    }

    [Fact]
    public void Without_a_scheme_the_answer_is_a_refusal() =>
        Should.Throw<Refused>(() => All.On(Day("2010-01-01"), "7412")).Code.ShouldBe("no-scheme");

    [Fact]
    public void Every_rule_shows_its_article_and_confidence()
    {
        foreach (var scheme in All.All)
        {
            scheme.Rules.ShouldAllBe(r => r.Article.Length > 0 && "VSCMD".Contains(r.Confidence));
            scheme.Modes.ShouldAllBe(m => "VSCMD".Contains(m.Confidence));
            scheme.Triggers.ShouldAllBe(t => t.Source.Length > 0 && "VSCMD".Contains(t.Confidence));
        }
    }

    [Theory]
    [InlineData(1, "high", "document-check self-declaration")]
    [InlineData(1, "less-high", "self-declaration")]
    [InlineData(1, "normal", "self-declaration")]
    [InlineData(2, "high", "lot-sampling")]
    [InlineData(2, "less-high", "lot-sampling document-check")]
    [InlineData(2, "normal", "document-check")]
    [InlineData(3, "high", "every-lot")]
    [InlineData(3, "less-high", "every-lot lot-sampling")]
    [InlineData(3, "normal", "lot-sampling")]
    [InlineData(4, "high", "every-piece")]
    [InlineData(4, "less-high", "every-piece")]
    [InlineData(4, "normal", "every-piece")]
    public void The_twelve_cells_of_the_voluntary_matrix(int level, string risk, string modes) =>
        string.Join(' ', Voluntary.Cell(level, RiskGrades.Parse(risk)).Select(m => m.Id)).ShouldBe(modes);

    [Theory]
    [InlineData(1, "high", "verification credit")]
    [InlineData(1, "less-high", "credit")]
    [InlineData(1, "normal", "credit")]
    [InlineData(2, "high", "general")]
    [InlineData(2, "less-high", "general verification")]
    [InlineData(2, "normal", "verification")]
    [InlineData(3, "high", "strict")]
    [InlineData(3, "less-high", "strict general")]
    [InlineData(3, "normal", "general")]
    [InlineData(4, "high", "special")]
    [InlineData(4, "less-high", "special")]
    [InlineData(4, "normal", "special")]
    public void The_twelve_cells_of_Decree_113(int @class, string risk, string modes) =>
        string.Join(' ', Historic.Cell(@class, RiskGrades.Parse(risk)).Select(m => m.Id)).ShouldBe(modes);

    [Fact]
    public void Every_embedded_scheme_is_monotone_and_complete()
    {
        All.All.Count.ShouldBe(3);
        All.All.SelectMany(SchemeCheck.Findings).ShouldBeEmpty();
    }

    public static TheoryData<string, Func<Scheme, Scheme>> Faults => new()
    {
        { "scheme-cell", s => s with { Matrix = [.. s.Matrix.Skip(1)] } },
        { "scheme-cell", s => First(s, c => c with { Modes = ["nothing"] }) },
        { "scheme-monotone", s => First(s, c => c with { Modes = ["every-piece"] }) },
        { "scheme-order", s => First(s, c => c with { Modes = [c.Modes[1], c.Modes[0]] }) },
        { "scheme-chance", s => s with { Modes = [s.Modes[0] with { Floor = 0.5m }, .. s.Modes.Skip(1)] } },
        { "scheme-chance", s => s with { Modes = [s.Modes[0] with { Probability = 0.9m }, .. s.Modes.Skip(1)] } },
        { "scheme-trigger", s => s with { Triggers = [s.Triggers[0] with { To = 1 }] } },
        { "scheme-validity", s => s with { ValidTo = DateOnly.MinValue } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_of_a_scheme_is_named(string rule, Func<Scheme, Scheme> plant)
    {
        SchemeCheck.Findings(plant(Voluntary)).ShouldContain(f => f.Code == "supervision." + rule);
        Should.Throw<Refused>(() => SchemeCheck.Checked(plant(Voluntary))).Code.ShouldStartWith("scheme-");
    }

    [Theory]
    [InlineData("2018-04-19", "出入境检验检疫局")]
    [InlineData("2018-04-20", "海关")]
    public void The_border_authority_changed_on_2018_04_20(string day, string zh) =>
        RoleBindings.Default.Holder("border-authority", Day(day))!.Authority.Zh.ShouldContain(zh);

    [Fact]
    public void Nobody_supervises_valve_lots_by_law_today()
    {
        RoleBindings.Default.Holder("lot-supervisor", Day("2013-08-14")).ShouldNotBeNull();
        RoleBindings.Default.Holder("lot-supervisor", Day("2013-08-15")).ShouldBeNull();
        RoleBindings.Default.Holder("voluntary-release", Day("2013-08-15")).ShouldNotBeNull();
        RoleBindings.Default.Holder("quality-supervisor", Day("2026-11-24"))!
            .Authority.En.ShouldContain("Market Regulation");
    }

    [Fact]
    public void Customs_credit_has_five_levels_from_2026_04_01()
    {
        var credit = CreditSystems.Default;

        credit.On("customs-credit", Day("2026-03-31")).Title.En.ShouldContain("251");
        credit.On("customs-credit", Day("2026-04-01")).Title.En.ShouldContain("282");
        credit.On("customs-credit", Day("2026-04-01")).Levels.Count.ShouldBe(5);
        Should.Throw<Refused>(() => credit.Level("customs-credit", "certified", Day("2026-03-31")))
            .Code.ShouldBe("credit-level");
        credit.Level("customs-credit", "certified", Day("2026-04-01")).Tier.ShouldBe(1);
        credit.On("enterprise-credit-risk", Day("2026-04-01")).Levels.Select(l => l.Id).ShouldBe(["A", "B", "C", "D"]);
    }

    private static Scheme Voluntary => All.All.Single(s => s.Id == "zone-voluntary");

    private static Scheme Historic => All.All.Single(s => s.Id == "cn-aqsiq-113-2009");

    private static Scheme First(Scheme scheme, Func<SchemeCell, SchemeCell> change) =>
        scheme with { Matrix = [change(scheme.Matrix[0]), .. scheme.Matrix.Skip(1)] };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
