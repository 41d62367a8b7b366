using BenchmarkDotNet.Attributes;
using Yuheng.Core.Indicators;

namespace Yuheng.Bench.Supervision;

/// <summary>All lot indicators over rows in memory, and over tallies of days that were kept.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class IndicatorBenchmarks
{
    private static readonly Period Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly IReadOnlyList<string> Listed = MainPerformance.Default.Of("valve").Ids;
    private static readonly IndicatorContext Context = new(Year, SamplingFrame.Release, [], "bench");
    private LotRow[] _rows = [];
    private LotTally[] _days = [];

    /// <summary>Number of lots; about ten results each.</summary>
    [Params(20_000, 200_000, 2_000_000)]
    public int Lots { get; set; }

    /// <summary>Rows and the tallies of their days.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _rows = [.. Enumerable.Range(0, Lots).Select(Row)];
        _days = [.. _rows.GroupBy(r => r.Day).Select(day =>
            LotTally.Of([.. day], SamplingFrame.Release, Year))];
    }

    /// <summary>Every row is read.</summary>
    [Benchmark]
    public IReadOnlyList<Indicator> FromRows() =>
        LotFigures.Of(LotTally.Of(_rows, SamplingFrame.Release, Year), Listed, Context);

    /// <summary>A year of kept tallies is merged.</summary>
    [Benchmark]
    public IReadOnlyList<Indicator> FromDays()
    {
        var year = new LotTally();
        foreach (var day in _days)
        {
            year.Merge(day);
        }

        return LotFigures.Of(year, Listed, Context);
    }

    private static LotRow Row(int i)
    {
        var failed = i % 13 == 0;
        return new LotRow(
            i % 1350,
            Year.From.DayNumber + (i % 365),
            SamplingFrame.Release,
            failed ? RowVerdict.NotAccept : RowVerdict.Accept,
            i % 3 == 0 ? 1 : 0.35,
            0b111_1111,
            failed ? 0b10UL : 0,
            10,
            failed ? 1 : 0,
            4_000_000,
            RowFlags.Declared | RowFlags.FirstSubmission);
    }
}
