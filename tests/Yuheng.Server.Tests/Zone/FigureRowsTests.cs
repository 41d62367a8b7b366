using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Tests.Supervision;
using Yuheng.Server.Zone;

namespace Yuheng.Server.Tests.Zone;

public sealed class FigureRowsTests
{
    private static readonly string[] Figures =
    [
        "K01",
        "K01.final",
        "K02",
        "K03.lot",
        "K03.item",
        "K03.value",
        "K03.shell",
        "K03.seat-high",
        "K04",
        "K05",
        "K29.high",
        "K29.less-high",
        "K29.normal",
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Rows_of_every_figure_are_as_many_as_the_figure_says(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        await ZoneRows.Add(zone, lots: 400);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var asked = new FigureQuestion(ZoneRows.Period, "valve");
        var answer = await Server.Zone.Figures.Of(db, asked, CancellationToken.None);
        var list = MainPerformance.Default.Of("valve").Ids;
        var tally = answer.ByFamily["valve"];
        var all = answer
            .Indicators.Concat(LotFigures.ByCharacteristic(tally, list, Server.Zone.Figures.Context(asked)))
            .ToList();

        foreach (var name in Figures)
        {
            var parts = name.Split('.');
            var figure = all.Single(i => i.Id == parts[0] && i.Variant == (parts.Length > 1 ? parts[1] : ""));
            var rows = await FigureRows.Count(db, new RowsQuestion(name, asked, false), CancellationToken.None);
            var above = await FigureRows.Count(db, new RowsQuestion(name, asked, true), CancellationToken.None);
            rows.ShouldBe(figure.N, name);
            if (name is not ("K02" or "K03.value"))
            {
                above.ShouldBe((long)figure.Numerator, name);
            }
        }
    }

    [Fact]
    public async Task The_file_of_a_figure_has_as_many_rows_as_its_page_says()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        await ZoneRows.Add(zone, lots: 400);
        foreach (var name in (string[])["K01", "K03.item", "K04", "K05"])
        {
            var address =
                $"figure={name}&from={ZoneRows.Period.From:yyyy-MM-dd}&until={ZoneRows.Period.Until:yyyy-MM-dd}";
            await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
            var asked = new RowsQuestion(name, new FigureQuestion(ZoneRows.Period), false);
            var said = await FigureRows.Count(db, asked, CancellationToken.None);

            var file = await zone.As("official").GetStringAsync("/zone/rows.csv?" + address);
            var page = await zone.As("official").GetStringAsync("/zone/rows?" + address);

            (file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1).ShouldBe((int)said, name);
            page.ShouldContain(said.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture) + " rows");
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lot_of_the_story_stands_in_the_figures_after_a_pass(DatabaseKind kind)
    {
        await using var zone = await TestZone.Start(kind);
        await SupervisionStory.Inspect(zone, "Z-1", unit => unit == 1 ? 400 : 0);
        await zone.Services.GetRequiredService<Tallying>().CatchUp(CancellationToken.None);

        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var row = await db.Set<FigureRow>().SingleAsync();
        row.Verdict.ShouldBe(RowVerdict.NotAccept);
        row.Items.ShouldContain("shell!");
        row.Probability.ShouldBe(1);
        var board = await zone.As("official").GetStringAsync("/zone");
        board.ShouldContain("K03");
        board.ShouldContain("/zone/rows?figure=K03.lot");
    }

    [Fact]
    public async Task What_a_row_does_is_the_same_in_the_database_and_in_the_engine()
    {
        await using var zone = await TestZone.Start(DatabaseKind.Sqlite);
        await ZoneRows.Add(zone, lots: 400);
        await using var db = zone.Database.Read(Sight.Whole(TestZone.ZoneId));
        var rows = await db.Set<FigureRow>().ToListAsync();
        foreach (var id in LotIndicators.Ids)
        {
            var name = id == "K03" ? "K03.lot" : id;
            var asked = new RowsQuestion(name, new FigureQuestion(ZoneRows.Period), false);
            var lots = await FigureRows.Lots(db, asked).Select(r => r.LotId).ToListAsync();
            var above = await FigureRows
                .Lots(db, asked with { NumeratorOnly = true })
                .Select(r => r.LotId)
                .ToListAsync();

            lots.Order().ShouldBe(rows.Where(r => Role(id, r) != RowRole.None).Select(r => r.LotId).Order(), id);
            above.Order().ShouldBe(rows.Where(r => Role(id, r) == RowRole.Numerator).Select(r => r.LotId).Order(), id);
        }
    }

    private static RowRole Role(string id, FigureRow row) => LotIndicators.RoleOf(id, row.AsLotRow());
}
