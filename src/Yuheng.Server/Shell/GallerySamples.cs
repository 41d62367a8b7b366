using Yuheng.Core;
using Yuheng.Server.Shell.Charts;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Shell;

/// <summary>Made-up content for the gallery, the same every time.</summary>
internal static class GallerySamples
{
    public static readonly ReasonRow[] Reasons =
    [
        new("Shell test", new ClauseRef("GB/T 13927", "2022", "4.5", "/gallery#row"), "0 of 80 leak", "3 of 80 leak",
            "count <= Ac", Tone.Bad, "Fails") { Safety =
                true, Certainty = new(CertaintyLevel.High, "GB/T 13927-2022 table 4") },
        new(
            "Wall thickness",
            new ClauseRef("GB/T 8464", "2008", "5.2"),
            "min 2.6 mm",
            "2.1 mm",
            "value >= limit",
            Tone.Bad,
            "Fails") { Certainty = new(CertaintyLevel.Medium), Note = "Units 12, 40 and 77" },
        new(
            "Lead in brass",
            new ClauseRef("GB/T 5231", "2022", "Table 3"),
            "max 0.25 %",
            "not measured",
            "evidence needed",
            Tone.Unsure, "Open") { Certainty = new(CertaintyLevel.YoursToConfirm) },
        new("Marking", null, "legible", "legible", "by eye", Tone.Good, "Conforms"),
    ];

    public static readonly Step[] Steps =
    [
        new("Declared", StepState.Done) { Who = "Wang, Xinyu Valves", Since = At(1) },
        new("Sampled", StepState.Done) { Who = "Li, inspector", Since = At(3) },
        new("Reviewed", StepState.Current) { Who = "Zhao, reviewer", Since = At(5), Until = new DateOnly(2099, 5, 12) },
        new("Credential", StepState.Ahead),
    ];

    public static readonly TimelineEntry[] Timeline =
    [
        new(At(1), "Wang", "Declared the lot: 71,020 ball valves in 770 cartons") { Hash = new string('a', 64) },
        new(At(3), "Li", "Drew 80 units and sealed 10 in reserve") { Hash = new string('b', 64), Href = "/gallery" },
    ];

    public static readonly FigureModel[] Figures =
    [
        new(Phrase.Of("shell.start.title"), "91.4 %", Phrase.Of("shell.start.nothing-text"))
        {
            N = 162, Interval = "86-95 %", AsOf = At(9), Href = "/gallery",
        },
        new(Phrase.Of("shell.start.figures"), "12", Phrase.Of("shell.start.nothing-text")),
    ];

    public static readonly BenchColumn[] Bench =
    [
        new("wall", "Wall", "mm", "min 2.6, GB/T 8464 5.2") { Least = 2.6m },
        new("leak", "Leakage", "mm3/s", "max 0.30, GB/T 13927 4.6") { Most = 0.30m },
    ];

    public static readonly BenchRow[] Units = [new("1", "Unit 1"), new("2", "Unit 2"), new("3", "Unit 3")];

    /// <summary>One chart of each kind.</summary>
    public static IEnumerable<ChartModel> Charts(T words)
    {
        yield return LineChart.Draw(
            new ChartLabels("Operating characteristic of n = 80, Ac = 2", "Nonconforming in the lot (%)", "Accepted"),
            [new Series("n 80, Ac 2", [.. Enumerable.Range(0, 41).Select(i => (i * 0.25, Accepted(i * 0.0025)))])],
            [new Landmark(1, Accepted(0.01), "AQL 1.0")],
            percent: true);
        yield return PChart.Draw(
            words,
            Labels("Nonconforming units by month", "Month", "Nonconforming") with { N = 1210, Source = "sample" },
            [.. Enumerable.Range(1, 12).Select(Month)],
            0.04);
        yield return Pareto.Draw(
            words,
            Labels("What fails", "Characteristic", "Failures"),
            [new("Shell test", 41), new("Wall thickness", 23), new("Thread", 9), new("Marking", 5), new("Lead", 2)]);
        yield return FunnelPlot.Draw(
            words,
            Labels("Firms by lots and rate", "Lots", "Conforming"),
            [new("Firm 7", 12, 0.75), new("Xinyu", 60, 0.93) { Own = true },
                new("Firm 9", 140, 0.79) { Outside = true }, new("Firm 3", 90, 0.9)],
            [.. new[] { 5, 10, 20, 40, 80, 160 }.Select(Limit)]);
        yield return Bars.Draw(
            Labels("Conforming lots by product", "%", "Product"),
            [new("Ball valves of brass, DN 15", 91.4, "91.4 %") { Interval = (86, 95) },
                new("Gate valves", 97.2, "97.2 %")]);
        yield return HeatGrid.Draw(
            Labels("Failures by firm and month", "Month", "Firm"),
            ["1", "2", "3", "4"],
            [("Xinyu", [new(0.1, "1"), new(0.4, "4"), new(0.9, "9"), new(null, "")]),
                ("Firm 9", [new(0, "0"), new(0.65, "6"), new(0.3, "3"), new(0.2, "2")])]);
        yield return ControlChart
            .Draw(words, Labels("Wall thickness of lot 00123", "Unit", "mm"), Individuals(), Ranges());
    }

    private static readonly double[] Walls = [2.71, 2.69, 2.74, 2.66, 2.58, 2.72, 2.70, 2.73];

    private static ControlPanel Individuals() => new(
        "Wall (mm)",
        [.. Walls.Select((w, i) => new ControlPoint($"{i + 1}", w, w < 2.6 ? [1] : []))],
        2.6,
        2.69,
        2.78);

    private static ControlPanel Ranges() => new(
        "Moving range (mm)",
        [.. Walls.Select((w, i) => new ControlPoint($"{i + 1}", i == 0 ? double.NaN : Math.Abs(w - Walls[i - 1]), []))],
        0,
        0.06,
        0.18);

    private static FunnelLimit Limit(int n) =>
        new(n, 0.9 - (0.6 / Math.Sqrt(n)), Math.Min(1, 0.9 + (0.6 / Math.Sqrt(n))));

    private static PPoint Month(int month)
    {
        var n = 60 + (month * 17 % 90);
        var spread = 3 * Math.Sqrt(0.04 * 0.96 / n);
        return new PPoint($"{month}", n, month == 9 ? 19 : month * 3 % 7, Math.Max(0, 0.04 - spread), 0.04 + spread)
        {
            Rules = month == 9 ? [1] : [],
        };
    }

    private static double Accepted(double p)
    {
        var miss = Math.Pow(1 - p, 80);
        return p >= 1 ? 0 : miss + (80 * p / (1 - p) * miss) + (80 * 79 / 2.0 * p * p / (1 - p) / (1 - p) * miss);
    }

    private static ChartLabels Labels(string title, string x, string y) => new(title, x, y);

    private static DateTimeOffset At(int day) => new(2026, 5, day, 1, 30, 0, TimeSpan.Zero);
}
