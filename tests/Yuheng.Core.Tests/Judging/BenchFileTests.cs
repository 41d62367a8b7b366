using System.Globalization;
using System.Text;
using Shouldly;
using Yuheng.Core.Judging;
using Yuheng.Core.Packs;
using Yuheng.Core.Quantities;

namespace Yuheng.Core.Tests.Judging;

public sealed class BenchFileTests
{
    private const int Columns = 12;

    [Fact]
    public void The_bench_export_is_judged_as_it_should_be()
    {
        var folder = SharedData.Folder("lots");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = File.ReadAllLines(
            Path.Combine(folder, "bench-results-gb18030.csv"), Encoding.GetEncoding("GB18030"));
        var observations = lines.Skip(1).Select((line, row) => Read(line.Split(','), row)).ToList();

        var verdict = LotDecision.Decide(BenchLot.Facts(observations, 80));

        verdict.Conclusion.ShouldBe(Conclusion.Nonconforming);
        verdict.SafetyFailed.ShouldBeTrue();
        var shell = verdict.Lines.Single(l => l.Key == "shell@gb-t-13927-2022");
        shell.Failed.ShouldBe(["3", "19", "32"]);
        shell.Invalid.ShouldBe(["11"]);
        shell.Passed.ShouldBe(76);
        var seat = verdict.Lines.Single(l => l.Key == "seat-liquid@gb-t-13927-2022");
        seat.Invalid.ShouldBe(["7"]);
        seat.Failed.ShouldBeEmpty();
        verdict.Lines.Single(l => l.Key == "seat-gas-low@gb-t-13927-2022").Passed.ShouldBe(80);
    }

    private static Observation Read(string[] cells, int row)
    {
        cells.Length.ShouldBe(Columns);
        var id = cells[4].Length switch { 5 => "seat-gas-low", _ => cells[4][0] == '\u58F3' ? "shell" : "seat-liquid" };
        return new Observation
        {
            Id = $"{row}",
            Characteristic = id,
            Specimen = cells[3],
            Medium = PackSet.Embedded.Words.Medium(cells[5])!.Code,
            Pressure = new Reading(decimal.Parse(cells[6], CultureInfo.InvariantCulture), "MPa"),
            Hold = new Reading(decimal.Parse(cells[7], CultureInfo.InvariantCulture), "s"),
            Value = new Reading(
                decimal.Parse(cells[8], CultureInfo.InvariantCulture), id == "seat-gas-low" ? "bubbles" : "drops"),
            Observed = new Reading(decimal.Parse(cells[9], CultureInfo.InvariantCulture), "s"),
            Person = cells[10],
            Gauge = cells[11],
            GaugeDue = new DateOnly(2027, 5, 31),
            Day = new DateOnly(2026, 11, 20),
            Time = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        };
    }
}
