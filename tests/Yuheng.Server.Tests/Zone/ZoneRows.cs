using Microsoft.Extensions.DependencyInjection;
using Yuheng.Core;
using Yuheng.Core.Indicators;
using Yuheng.Server.Data;
using Yuheng.Server.Zone;

namespace Yuheng.Server.Tests.Zone;

/// <summary>Rows of a year without their lots, for figures: every kind of row that a lot can give.</summary>
internal static class ZoneRows
{
    public static Period Period { get; } = new(new DateOnly(2025, 12, 1), new DateOnly(2026, 11, 24));

    private static readonly string[] Bands = ["high", "less-high", "normal"];

    private static readonly double[] Chances = [0.1, 0.35, 1];

    /// <summary>Adds rows and adds up their days and firm-months.</summary>
    public static Task Add(TestZone zone, int lots) =>
        zone
            .Services.GetRequiredService<Commands>()
            .RunUnrecorded(
                Viewer.Anonymous(TestZone.ZoneId, Language.English),
                async (work, c) =>
                {
                    work.WholeZone();
                    Guid[] firms = [zone.Person("clerk-a").PartyId, zone.Person("clerk-b").PartyId];
                    var rows = Enumerable.Range(0, lots).Select(i => Row(i, firms[i % 3 == 0 ? 0 : 1])).ToList();
                    foreach (var row in rows)
                    {
                        await work.Insert(row, c);
                    }

                    await Tallying.AddUp(work, rows, c);
                    return lots;
                },
                CancellationToken.None
            );

    private static FigureRow Row(int i, Guid firm)
    {
        var list = MainPerformance.Default.Of("valve");
        var day = Period.From.AddDays(i * 3 % 350);
        var verdict =
            i % 11 == 0 ? RowVerdict.NotAccept
            : i % 17 == 0 ? RowVerdict.CannotJudge
            : i % 7 == 0 ? RowVerdict.None
            : RowVerdict.Accept;
        string[] tested =
            verdict == RowVerdict.None ? []
            : i % 5 == 0 ? ["marking", "shell"]
            : ["marking", "seat-high", "shell", "wall"];
        string[] failed =
            verdict != RowVerdict.NotAccept ? []
            : i % 2 == 0 ? ["shell"]
            : ["marking"];
        var flags =
            RowFlags.Declared
            | (i % 29 == 0 ? 0 : RowFlags.FirstSubmission)
            | (verdict == RowVerdict.Accept ? RowFlags.Releasable | RowFlags.AcceptedInTheEnd : 0)
            | (i % 22 == 0 ? RowFlags.AcceptedInTheEnd : 0);
        return new FigureRow
        {
            ZoneId = TestZone.ZoneId,
            LotId = Guid.CreateVersion7(),
            Seq = i + 1,
            FirmId = firm,
            Number = "L" + i,
            Family = "valve",
            Day = day.DayNumber,
            Month = FigureRow.MonthOf(day),
            Frame = SamplingFrame.Release,
            Verdict = verdict,
            Probability = Chances[i % 3],
            MainTested = (long)list.Mask(tested),
            MainFailed = (long)list.Mask(failed),
            Tests = tested.Length,
            FailedTests = failed.Length,
            ValueCents = 1_000_000 + i,
            Flags = (int)flags,
            Band = Bands[i % 3],
            Expected = 0.075,
            Items = string.Join(',', tested.Select(t => failed.Contains(t) ? t + "!" : t)),
        };
    }
}
