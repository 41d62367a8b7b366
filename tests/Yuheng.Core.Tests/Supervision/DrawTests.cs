using CsCheck;
using Shouldly;
using Yuheng.Core.Supervision;

namespace Yuheng.Core.Tests.Supervision;

/// <summary>The vectors were made by a separate program from the byte layout in docs/domain/supervision.md.</summary>
public sealed class DrawTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DrawSeed Seed = DrawSeed.Of(Secret, "3 9 14 22 27 33 + 08", "yuhuan 2026-11-24 test");

    [Fact]
    public void The_commitment_is_the_hash_of_the_raw_secret() =>
        DrawCommitment.To(Secret, DateTimeOffset.UnixEpoch).Hash
            .ShouldBe("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");

    [Fact]
    public void The_seed_is_the_hash_of_its_lines() =>
        Seed.Hex.ShouldBe("429be405978bb1d0dc314fdccfc862acfd7a34155cc8b5b1b9bf10f03997ed36");

    [Fact]
    public void Units_follow_the_published_stream()
    {
        Draw.UnitsInDrawOrder(Seed, "LOT-1", 1000, 5).ShouldBe([449, 996, 474, 841, 848]);
        Draw.UnitsInDrawOrder(Seed, "LOT-1", Draw.LargestLot, 3).ShouldBe([617912321449, 860326797012, 285622764490]);
        Draw.Units(Seed, "LOT-1", 1000, 5).ShouldBe([449, 474, 841, 848, 996]);
    }

    [Fact]
    public void The_whole_lot_is_drawn_as_every_unit_once() =>
        Draw.UnitsInDrawOrder(Seed, "LOT-1", 5, 5).ShouldBe([4, 3, 1, 2, 5]);

    [Fact]
    public void Orders_follow_the_published_stream_whatever_the_listing()
    {
        Draw.Order(Seed, "desks", ["c", "a", "b", "f", "d", "e"]).ShouldBe(["f", "a", "c", "b", "d", "e"]);
        Draw.InspectorOrder(Seed, "V-1", ["sun", "li", "wang", "zhao", "chen"], [])
            .ShouldBe(["wang", "li", "zhao", "chen", "sun"]);
    }

    [Fact]
    public void A_lot_is_selected_when_its_number_lies_below_the_probability()
    {
        Draw.Select(Seed, "LOT-1", SelectionProbability.Parse("0.0930")).ShouldBeFalse();
        Draw.Select(Seed, "LOT-1", SelectionProbability.Parse("0.0931")).ShouldBeTrue();
        Draw.Select(Seed, "LOT-1", SelectionProbability.Certain).ShouldBeTrue();
        Draw.Select(Seed, "LOT-1", SelectionProbability.Parse("0")).ShouldBeFalse();
    }

    [Fact]
    public void A_related_inspector_is_passed_over_and_nobody_else_moves()
    {
        string[] roster = ["chen", "li", "sun", "wang", "zhao"];
        var related = new InspectorExclusion("wang", "brother works at the firm");

        Draw.Pair(Seed, "V-1", roster, []).ShouldBe(new InspectorPair("wang", "li"));
        Draw.Pair(Seed, "V-1", roster, [related]).ShouldBe(new InspectorPair("li", "zhao"));
    }

    [Fact]
    public void One_inspector_alone_is_refused() =>
        Should.Throw<Refused>(() => Draw.Pair(Seed, "V", ["li", "sun"], [new InspectorExclusion("li", "leave")]))
            .Code.ShouldBe("two-inspectors");

    [Fact]
    public void A_name_listed_twice_is_refused() =>
        Should.Throw<Refused>(() => Draw.Order(Seed, "s", ["li", "li"])).Code.ShouldBe("listed-twice");

    [Fact]
    public void A_missing_unit_is_replaced_by_the_next_of_the_stream()
    {
        var replaced = Draw.Replace(Seed, "LOT-1", new UnitSample(1000, 3), [996, 841]);

        replaced.ShouldBe([new UnitReplacement(996, 841), new UnitReplacement(841, 848)]);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(841)]
    public void A_unit_that_was_not_drawn_cannot_be_missing(long unit) =>
        Should.Throw<Refused>(() => Draw.Replace(Seed, "LOT-1", new UnitSample(1000, 3), [unit]))
            .Code.ShouldBe("unit-not-drawn");

    [Theory]
    [InlineData(0, 1, "lot-size")]
    [InlineData(1_000_000_000_001, 1, "lot-size")]
    [InlineData(10, 11, "sample-size")]
    [InlineData(10, -1, "sample-size")]
    [InlineData(2_000_000, 1_000_001, "sample-size")]
    public void Sizes_out_of_range_are_refused(long size, int count, string code) =>
        Should.Throw<Refused>(() => Draw.Units(Seed, "L", size, count)).Code.ShouldBe(code);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("")]
    public void A_text_that_could_forge_a_line_is_refused(string lot) =>
        Should.Throw<Refused>(() => Draw.Select(Seed, lot, SelectionProbability.Certain));

    [Fact]
    public void Half_a_character_is_refused() =>
        Should.Throw<Refused>(() => Draw.Select(Seed, "lot" + '\ud800', SelectionProbability.Certain));

    [Fact]
    public void A_longer_draw_begins_with_the_shorter_one() =>
        Gen.Select(Gen.Long[1, 5000], Gen.Int[0, 200], Gen.Int[0, 200], Gen.String[Gen.Char.AlphaNumeric, 1, 12])
            .Sample((size, a, b, lot) =>
            {
                var (small, large) = ((int)Math.Min(Math.Min(a, b), size), (int)Math.Min(Math.Max(a, b), size));
                var all = Draw.UnitsInDrawOrder(Seed, lot, size, large);
                return all.Distinct().Count() == large
                    && all.All(u => u >= 1 && u <= size)
                    && all.Take(small).SequenceEqual(Draw.UnitsInDrawOrder(Seed, lot, size, small));
            });

    [Fact]
    public void A_higher_probability_never_deselects() =>
        Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Int).Sample((a, b, lot) =>
        {
            var low = new SelectionProbability(Math.Min(a, b), 1000);
            var high = new SelectionProbability(Math.Max(a, b), 1000);
            var id = "L" + lot;
            return !Draw.Select(Seed, id, low) || Draw.Select(Seed, id, high);
        });

    [Fact]
    public void Every_unit_is_drawn_equally_often()
    {
        // 30,000 draws of 2 from 6: each unit 10,000 times, standard deviation 82; chi-square with 5 degrees of
        // freedom.
        var seen = new int[6];
        for (var lot = 0; lot < 30_000; lot++)
        {
            foreach (var unit in Draw.Units(Seed, "lot" + lot, 6, 2))
            {
                seen[unit - 1]++;
            }
        }

        seen.Sum(n => (n - 10_000d) * (n - 10_000d) / 10_000d).ShouldBeLessThan(20.5, "beyond the 99.9 % point");
    }

    [Fact]
    public void Lots_are_selected_as_often_as_their_probability_says()
    {
        var probability = SelectionProbability.Parse("7/20");
        var selected = Enumerable.Range(0, 40_000).Count(i => Draw.Select(Seed, "s" + i, probability));

        // Standard deviation 95.
        selected.ShouldBeInRange(14_000 - 333, 14_000 + 333);
    }
}
