using Yuheng.Core.Indicators;
using Yuheng.Core.Judging;
using Yuheng.Core.Supervision;
using Yuheng.Server.Inspection;
using Yuheng.Server.Supervision;

namespace Yuheng.Server.Zone;

/// <summary>What a row is made from.</summary>
public sealed record LotStory(Lot Lot, Judgement? First, bool DocumentsComplete, LotMode? Mode);

/// <summary>Makes the row of a lot from the lot, its first verdict and how it was supervised.</summary>
internal static class RowMaking
{
    /// <summary>Where the codes of requirement packs differ from those of the main-performance lists.</summary>
    private static readonly Dictionary<string, string> Listed = new(StringComparer.Ordinal)
    {
        ["seat-gas-low"] = "seat-low",
        ["seat-liquid"] = "seat-high",
        ["seal-low"] = "seat-low",
        ["seal-high"] = "seat-high",
        ["seal-inlet"] = "seat-high",
        ["seal-outlet"] = "seat-high",
        ["coating-waterway"] = "waterway",
        ["life-cycles"] = "fatigue",
        ["lead-content"] = "composition",
        ["wall-thickness"] = "wall",
    };

    /// <summary>Grade and chance of a lot whose supervision is not known (declared before the module stood).</summary>
    private static readonly (string Band, double Expected) Unknown = ("less-high", 0.075);

    /// <summary>The row.</summary>
    public static FigureRow Make(LotStory story)
    {
        var (lot, first, complete, mode) = story;
        var family = Families.Of(lot.ValveType);
        var list = MainPerformance.Default.Of(family);
        var tested = first is null ? [] : Tested(first);
        var failed = tested.Where(t => t.Failed).Select(t => t.Id).ToArray();
        var day = Registry.Zones.DayOf(first?.At ?? lot.DeclaredAt);
        return new FigureRow
        {
            ZoneId = lot.ZoneId,
            LotId = lot.Id,
            Seq = lot.Seq,
            FirmId = lot.FirmId,
            Number = lot.Number,
            Family = family,
            Day = day.DayNumber,
            Month = FigureRow.MonthOf(day),
            Frame = SamplingFrame.Release,
            Verdict = VerdictOf(first),
            Probability = SelectionProbability.Parse(lot.Probability).AsDouble,
            MainTested = (long)list.Mask(tested.Select(t => t.Id)),
            MainFailed = (long)list.Mask(failed),
            Tests = tested.Count,
            FailedTests = failed.Length,
            ValueCents = (long)((lot.ValueUsd ?? 0) * 100),
            Flags = (int)FlagsOf(lot, first, complete),
            Band = mode?.Risk ?? Unknown.Band,
            Expected = mode?.Expected ?? Unknown.Expected,
            Items = string.Join(',', tested.Select(t => t.Failed ? t.Id + "!" : t.Id)),
        };
    }

    private static RowVerdict VerdictOf(Judgement? first) => first?.Verdict switch
    {
        null => RowVerdict.None,
        "conforming" => RowVerdict.Accept,
        "nonconforming" => RowVerdict.NotAccept,
        _ => RowVerdict.CannotJudge,
    };

    /// <summary>A lot that still waits counts in nothing; it is submitted once it has been decided.</summary>
    private static RowFlags FlagsOf(Lot lot, Judgement? first, bool complete)
    {
        var flags = RowFlags.Declared;
        flags |= first is not null || complete ? RowFlags.FirstSubmission : 0;
        flags |= first?.Verdict == "conforming" || (first is null && complete) ? RowFlags.Releasable : 0;
        flags |= lot.Verdict == "conforming" ? RowFlags.AcceptedInTheEnd : 0;
        return flags;
    }

    /// <summary>Characteristics with at least one valid result, each once, in the order of their names.</summary>
    private static IReadOnlyList<(string Id, bool Failed)> Tested(Judgement first)
    {
        var facts = JudgingJson.Facts(first.Facts);
        var lines = JudgingJson.Verdict(first.Decision).Lines;
        return
        [
            .. facts.Requirements.Zip(lines)
                .Where(p => p.Second.Passed + p.Second.Failed.Count > 0)
                .GroupBy(p => Listed.GetValueOrDefault(p.First.Id, p.First.Id), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Any(p => p.Second.Failed.Count > 0))),
        ];
    }
}
