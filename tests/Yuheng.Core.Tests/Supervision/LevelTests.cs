using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class LevelTests
{
    private static readonly LevelSheet Sheet = LevelSheet.Default;
    private static readonly Scheme Voluntary = Schemes.Embedded.All.Single(s => s.Id == "zone-voluntary");
    private static readonly Scheme Pre2009 = Schemes.Embedded.All.Single(s => s.Id == "cn-ciq-class-pre2009");
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void The_weights_of_the_nine_elements_sum_to_a_hundred()
    {
        Sheet.Elements.Count.ShouldBe(9);
        Sheet.Elements.Sum(e => e.Weight).ShouldBe(100);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("0.9", 1)]
    [InlineData("0.899", 2)]
    [InlineData("0.75", 2)]
    [InlineData("0.749", 3)]
    [InlineData("0.6", 3)]
    [InlineData("0.599", 4)]
    public void The_level_follows_the_score_at_its_thresholds(string share, int level) =>
        LevelScore.Of(Sheet, Lines(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)), [])
            .Level.ShouldBe(level);

    [Fact]
    public void One_weak_element_keeps_a_firm_from_level_1_and_is_named()
    {
        var lines = Lines(1).Select(l => l.Element == "E4" ? l with { Points = 5 } : l).ToArray();

        var score = LevelScore.Of(Sheet, lines, []);

        score.Total.ShouldBe(97);
        score.Level.ShouldBe(2);
        score.NextLevel.ShouldBe(1);
        score.PointsMissing.ShouldBe(0);
        score.WeakElements.ShouldHaveSingleItem().ShouldBe(new WeakElement("E4", 0.6m));
    }

    [Fact]
    public void The_firm_sees_how_many_points_the_next_level_needs()
    {
        var score = LevelScore.Of(Sheet, Lines(0.7m), []);

        score.Level.ShouldBe(3);
        score.NextLevel.ShouldBe(2);
        score.PointsMissing.ShouldBe(5);
    }

    [Theory]
    [InlineData("forged-paper")]
    [InlineData("held-lot-exported")]
    [InlineData("inspection-refused")]
    [InlineData("illegal-smelting")]
    public void A_veto_gives_level_4_whatever_the_score(string veto) =>
        LevelScore.Of(Sheet, Lines(1), [veto]).Level.ShouldBe(4);

    [Fact]
    public void A_sheet_that_is_not_whole_is_refused()
    {
        string Code(params IReadOnlyList<ScoreLine> lines) =>
            Should.Throw<Refused>(() => LevelScore.Of(Sheet, lines, [])).Code;
        var full = Lines(1);

        Code([.. full.Skip(1)]).ShouldBe("element-missing");
        Code([.. full, full[0]]).ShouldBe("listed-twice");
        Code([full[0] with { EvidenceIds = [] }, .. full.Skip(1)]).ShouldBe("score-without-evidence");
        Code([full[0] with { Points = 15.5m }, .. full.Skip(1)]).ShouldBe("score-line");
        Code([full[0] with { Element = "E10" }, .. full.Skip(1)]).ShouldBe("score-line");
    }

    [Theory]
    [InlineData(3, "2026-05-24", "1", 2)] // one step only, exactly six months
    [InlineData(3, "2026-05-25", "1", 3)] // a day too early
    [InlineData(1, "2026-11-23", "0.6", 3)] // down at once, all the way
    [InlineData(2, "2026-11-23", "0.8", 2)]
    public void Up_one_step_after_six_months_and_down_at_once(int from, string since, string share, int level)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var score = LevelScore.Of(Sheet, Lines(decimal.Parse(share, invariant)), []);
        var history = new LevelHistory(from, DateOnly.Parse(since, invariant));

        LevelProposal.Of(Sheet, score, history, Assessed("a", "b")).Level.ShouldBe(level);
    }

    [Fact]
    public void Levels_1_and_4_are_reviewed_a_second_time()
    {
        bool Second(decimal share, int from) => LevelProposal.Of(
            Sheet, LevelScore.Of(Sheet, Lines(share), []), new LevelHistory(from, Day.AddYears(-1)), Assessed("a", "b"))
            .NeedsSecondReview;

        Second(1, 2).ShouldBeTrue();
        Second(1, 3).ShouldBeFalse();
        Second(0.6m, 3).ShouldBeFalse();
        Second(0.1m, 3).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_assesses_alone_or_their_own_employer()
    {
        Should.Throw<Refused>(() => AssessorRules.Check(Assessed("a", "a"))).Code.ShouldBe("two-assessors");
        Should.Throw<Refused>(() => AssessorRules.Check(new Assessment(
                "firm-7", "tap", Day, [new Assessor("a", []), new Assessor("b", ["firm-7"])])))
            .Code.ShouldBe("related-assessor");
    }

    [Theory]
    [InlineData(1, "F", 2)]
    [InlineData(1, "P F", 2)]
    [InlineData(1, "F F", 2)]
    [InlineData(1, "F F F", 3)]
    [InlineData(2, "F", 2)]
    [InlineData(2, "F P F", 2)]
    [InlineData(2, "F F", 3)]
    [InlineData(3, "F F F F", 3)]
    [InlineData(1, "C", 3)]
    [InlineData(2, "C", 3)]
    [InlineData(1, "N", 3)]
    [InlineData(3, "N", 3)]
    public void The_trigger_table_of_the_pre_2009_scheme(int from, string events, int to)
    {
        LevelTriggers.Apply(Pre2009, new LevelHistory(from, Day), Events(events)).Level.Level.ShouldBe(to);
        LevelTriggers.Apply(Voluntary, new LevelHistory(from, Day), Events(events)).Level.Level.ShouldBe(to);
    }

    [Theory]
    [InlineData("G")]
    [InlineData("H")]
    [InlineData("R")]
    [InlineData("S")]
    public void A_veto_event_leads_to_level_4_at_once(string kind)
    {
        var after = LevelTriggers.Apply(Voluntary, new LevelHistory(1, Day.AddYears(-1)), Events(kind));

        after.Level.ShouldBe(new LevelHistory(4, Day));
        after.Reasons.ShouldHaveSingleItem().Code.ShouldBe("supervision.level.trigger");
    }

    [Fact]
    public void A_private_test_is_no_event() =>
        Should.Throw<Refused>(() => LevelTriggers.Apply(
                Voluntary, new LevelHistory(1, Day), [new QualityEvent("t", "own-test-failed", Day)]))
            .Code.ShouldBe("event-kind");

    private static ScoreLine[] Lines(decimal share) =>
        [.. Sheet.Elements.Select(e => new ScoreLine(e.Id, e.Weight * share, ["doc-1"]))];

    private static Assessment Assessed(string one, string two) =>
        new("firm-7", "tap", Day, [new Assessor(one, []), new Assessor(two, ["firm-8"])]);

    private static QualityEvent[] Events(string letters) =>
        [.. letters.Split(' ').Select((letter, i) => new QualityEvent("e" + i, Kind(letter), Day))];

    private static string Kind(string letter) => letter switch
    {
        "P" => "spot-lot-passed",
        "F" => "spot-lot-failed",
        "C" => "major-claim",
        "N" => "penalty",
        "G" => "forged-paper",
        "H" => "held-lot-exported",
        "R" => "inspection-refused",
        _ => "illegal-smelting",
    };
}
