using System.Text;
using System.Text.Json;
using Shouldly;
using Yuheng.Cli;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

public sealed class DrawVerifierTests
{
    private static readonly IReadOnlyList<DrawRecord> Month = PublishedDraws.Month();

    [Fact]
    public void A_month_of_draws_is_as_its_seed_gives_it()
    {
        DrawVerifier.FirstDifference(Month).ShouldBeNull();
        Month.Sum(d => d.Lots.Count(l => l.Selected)).ShouldBeGreaterThan(90, "the month must draw something");
    }

    [Fact]
    public void A_record_reads_back_to_the_same_bytes()
    {
        var bytes = DrawFile.Write(Month[3]);

        DrawFile.Write(DrawFile.Read(bytes).Single()).ShouldBe(bytes);
    }

    public static TheoryData<string, Func<DrawRecord, DrawRecord>> Manipulations => new()
    {
        { "selected", d => WithLot(d, l => l.Selected, l => l with { Selected = false, Units = [] }) },
        { "units", d => WithLot(d, l => l.Selected, l => l with { Units = [.. l.Units.Skip(1), l.Units[^1] + 1] }) },
        { "replaced", d => WithLot(d, l => l.Selected, l => Replacing(l, l.Units[0])) },
        { "plan", d => WithLot(d, l => l.Probability == "1/20", l => l with { Probability = "1/1000" }) },
        { "plan", d => d with { Lots = [.. d.Lots.Skip(1)] } },
        { "plan", d => d with { Roster = [.. d.Roster.Where(i => i != d.Visits[0].Lead)] } },
        { "seed", d => d with { Seed = new string('0', 64) } },
        { "seed", d => d with { PublicValue = d.PublicValue with { Value = "1 2 3" } } },
        { "commitment", d => d with { Secret = new string('a', 64) } },
        { "commitment", d => d with { Secret = "short" } },
        { "format", d => d with { Format = "yuheng-draw/0" } },
        { "inspectors", d => d with { Visits = [d.Visits[0] with { Lead = d.Visits[0].Second }] } },
        { "public-value-early", d => d with { Times = d.Times with { PublicValueAt = d.Times.DeclarationsFrom } } },
        { "committed-late", d => d with { Times = d.Times with { DeclarationsFrom = DateTimeOffset.MinValue } } },
        { "impossible", d => WithLot(d, l => l.Selected, l => Replacing(l, 10_000)) },
        { "impossible", d => WithLot(d, _ => true, l => l with { Probability = "2" }) },
    };

    [Theory]
    [MemberData(nameof(Manipulations))]
    public void A_planted_manipulation_is_found(string rule, Func<DrawRecord, DrawRecord> manipulate)
    {
        var published = Month.ToArray();
        published[17] = manipulate(published[17]);

        var difference = DrawVerifier.FirstDifference(published).ShouldNotBeNull();

        difference.Draw.ShouldBe("2026-06-18");
        difference.Code.ShouldBe("supervision.draw." + rule);
        Texts.OfCore.Say(Language.Chinese, difference.Phrase).ShouldContain("2026-06-18");
    }

    [Fact]
    public void A_draw_made_twice_is_found() =>
        DrawVerifier.FirstDifference([Month[0], Month[0]])!.Code.ShouldBe("supervision.draw.made-twice");

    [Fact]
    public void A_secret_known_before_the_public_value_is_found()
    {
        var early = Month[5].Times.DeclarationsUntil;
        var month = Month.Select(d => d with { Commitment = d.Commitment with { RevealedAt = early } }).ToArray();

        DrawVerifier.FirstDifference(month)!.ShouldSatisfyAllConditions(
            d => d.Code.ShouldBe("supervision.draw.secret-known"),
            d => d.Draw.ShouldBe("2026-06-06"));
    }

    [Fact]
    public void A_secret_revealed_twice_is_found_and_refused()
    {
        var again = Month[1] with { Commitment = Month[1].Commitment with { RevealedAt = DateTimeOffset.MaxValue } };
        DrawVerifier.FirstDifference([Month[0], again])!.Code.ShouldBe("supervision.draw.revealed-twice");

        var secret = Convert.FromHexString(Month[0].Secret);
        Should.Throw<Refused>(() => Month[0].Commitment.Reveal(secret, DateTimeOffset.MaxValue))
            .Code.ShouldBe("secret-revealed-twice");
    }

    [Fact]
    public void Tomorrows_draw_cannot_be_made_before_declarations_close()
    {
        var day = Month[0];
        var times = day.Times with { PublicValueAt = day.Times.DeclarationsUntil.AddMinutes(-1) };
        var fixing = new PublicEvent(times, day.PublicValue);

        Should.Throw<Refused>(() => DrawRecord.Of(
                day.FrozenPlan(), day.Commitment, Convert.FromHexString(day.Secret), fixing))
            .Code.ShouldBe("public-value-early");
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("{\"format\":1}")]
    [InlineData("nothing")]
    public void A_file_of_another_shape_is_not_a_record(string text) =>
        Should.Throw<JsonException>(() => DrawFile.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void The_command_says_equal_or_names_the_first_difference()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Month.Select(d => Encoding.UTF8.GetString(DrawFile.Write(d))));
            Run(file).ShouldBe((0, "30 draws, 360 lots, 30 visits: all equal to what the seeds give\n"));

            File.WriteAllText(file, File.ReadAllText(file).Replace("\"selected\":true", "\"selected\":false"));
            var (code, said) = Run(file);
            code.ShouldBe(1);
            said.ShouldContain("selected published as false, derived as true");

            File.WriteAllText(file, "{}");
            Run(file).Code.ShouldBe(1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_published_example_is_right()
    {
        var file = Path.Combine(Repository.Root, "docs", "domain", "draw-example.jsonl");
        Run(file).ShouldBe((0, "3 draws, 12 lots, 3 visits: all equal to what the seeds give\n"));
    }

    [Theory]
    [InlineData]
    [InlineData("no-such-file.json")]
    [InlineData("a", "b")]
    [InlineData("--json", "a")]
    public void Wrong_usage_is_64(params string[] arguments) =>
        Commands.Run(["draw", "verify", .. arguments], Stream.Null, Stream.Null, new StringWriter()).ShouldBe(64);

    private static (int Code, string Said) Run(string file)
    {
        var output = new MemoryStream();
        var code = Commands.Run(["draw", "verify", file], Stream.Null, output, TextWriter.Null);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static DrawnLot Replacing(DrawnLot lot, long missing) =>
        lot with { Replaced = [new ReplacedUnit(missing, 1, "gone")] };

    private static DrawRecord WithLot(DrawRecord draw, Func<DrawnLot, bool> which, Func<DrawnLot, DrawnLot> change)
    {
        var at = draw.Lots.ToList().FindIndex(l => which(l));
        return draw with { Lots = [.. draw.Lots.Select((l, i) => i == at ? change(l) : l)] };
    }
}
