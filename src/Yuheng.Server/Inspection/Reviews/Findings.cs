using Yuheng.Core;
using Yuheng.Server.Inspection.Testing;

namespace Yuheng.Server.Inspection.Reviews;

/// <summary>A characteristic in numbers, and by exception what did not pass.</summary>
/// <param name="Column">The characteristic.</param>
/// <param name="Missing">Samples without a reading.</param>
/// <param name="Exceptions">What did not pass, invalid tests first.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Corrected">How many readings were corrected.</param>
public sealed record Finding(
    TestColumn Column,
    IReadOnlyList<int> Missing,
    IReadOnlyList<SampleException> Exceptions,
    int Passed,
    int Corrected)
{
    /// <summary>How many stand with a status.</summary>
    public int Count(string status) => Exceptions.Count(e => e.Status == status);
}

/// <summary>A sample that did not pass.</summary>
/// <param name="Ordinal">Its number.</param>
/// <param name="Status">fail, invalid-test, cannot-judge.</param>
/// <param name="Why">Why.</param>
/// <param name="Reading">The reading.</param>
public sealed record SampleException(int Ordinal, string Status, Phrase Why, RecordedReading Reading);

/// <summary>Makes findings of readings.</summary>
public static class Findings
{
    private static readonly string[] Order = ["invalid-test", "cannot-judge", "fail"];

    /// <summary>One for each planned characteristic; those with gaps or exceptions first.</summary>
    public static IReadOnlyList<Finding> Of(LotPlan plan, IReadOnlyList<RecordedReading> readings)
    {
        var standing = ResultsSheet.Latest(readings);
        var corrected = readings.Where(r => r.Corrects is not null).ToLookup(r => r.Characteristic);
        return
        [
            .. TestColumn.Of(plan).Select(column => One(plan, column, standing, corrected[column.Code].Count()))
                .OrderBy(f => f.Missing.Count + f.Exceptions.Count == 0),
        ];
    }

    private static Finding One(
        LotPlan plan, TestColumn column, Dictionary<(string, int), Standing> standing, int corrected)
    {
        var missing = new List<int>();
        var exceptions = new List<SampleException>();
        var passed = 0;
        for (var ordinal = 1; ordinal <= column.Items; ordinal++)
        {
            if (!standing.TryGetValue((column.Code, ordinal), out var found))
            {
                missing.Add(ordinal);
            }
            else if (found.Row.Status == "pass")
            {
                passed++;
            }
            else
            {
                var why = Bench.Judge(plan.Sheet, found.Observation).Reasons[0].Says;
                exceptions.Add(new SampleException(ordinal, found.Row.Status, why, found.Row));
            }
        }

        var sorted = exceptions.OrderBy(e => Array.IndexOf(Order, e.Status)).ThenBy(e => e.Ordinal);
        return new Finding(column, missing, [.. sorted], passed, corrected);
    }
}
