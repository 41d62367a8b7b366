using Yuheng.Server.Shell;
using Yuheng.Server.Shell.Pieces;

namespace Yuheng.Server.Inspection.Testing;

/// <summary>What the grid shows: columns with their limits, what stands, and what was decided of it.</summary>
internal static class GridValues
{
    private static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["pass"] = "pass",
        ["fail"] = "fail",
    };

    /// <summary>Columns of the grid.</summary>
    public static IReadOnlyList<BenchColumn> Columns(ResultsModel model, T t)
    {
        var columns = new List<BenchColumn>();
        foreach (var column in model.Shown)
        {
            if (column.Form == EntryForm.Elements)
            {
                columns.AddRange(
                    column.First.Limit!.Elements.Select(e => new BenchColumn(
                        ResultsModel.ElementKey(column, e.Element),
                        e.Element,
                        "%",
                        Clause(column, e.Min, e.Max)
                    )
                    {
                        Least = e.Min,
                        Most = e.Max,
                    })
                );
                continue;
            }

            columns.Add(
                new BenchColumn(
                    column.Code,
                    column.Name(t),
                    t.Has("testing.unit." + column.Unit) ? t["testing.unit." + column.Unit] : column.Unit,
                    column.Limits(t)
                )
                {
                    Least = column.Least,
                    Most = column.Most,
                }
            );
            if (model.Shown.Count == 1 && column.HasConditions)
            {
                columns.AddRange(Conditions(column, t));
            }
        }

        return columns;
    }

    /// <summary>Values that stand, by field.</summary>
    public static IReadOnlyDictionary<string, string> Of(ResultsModel model)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, row, standing) in Standing(model))
        {
            var name = BenchGrid.NameOf(row, column.Code);
            values[name] = ResultsSheet.Written(standing);
            values[name + ResultsModel.PressureSuffix] = ResultsModel.OwnPressure(standing, model.Sheet.Block(column));
            values[name + ResultsModel.HoldSuffix] = ResultsModel.OwnHold(standing, model.Sheet.Block(column));
            foreach (var element in standing.Observation.Elements)
            {
                values[BenchGrid.NameOf(row, ResultsModel.ElementKey(column, element.Element))] =
                    Core.Quantities.NumberText.Show(element.Percent);
            }
        }

        return values;
    }

    /// <summary>What was decided of each value that stands.</summary>
    public static IReadOnlyDictionary<string, GridNote> Notes(ResultsModel model, T t)
    {
        var notes = new Dictionary<string, GridNote>(StringComparer.Ordinal);
        foreach (var (column, row, standing) in Standing(model).Where(s => s.Column.Form == EntryForm.Number))
        {
            var status = standing.Row.Status;
            var word = t["testing.status." + status];
            var text = status == "pass" ? word : $"{word}: {t.Say(model.Sheet.Why(standing))}";
            notes[BenchGrid.NameOf(row, column.Code)] = new GridNote(States.GetValueOrDefault(status, "unread"), text);
        }

        return notes;
    }

    private static IEnumerable<(TestColumn Column, string Row, Standing Standing)> Standing(ResultsModel model)
    {
        foreach (var column in model.Shown)
        {
            var last = Math.Min(column.Items, model.From + ResultsSheet.MostRows - 1);
            for (var ordinal = model.From; ordinal <= last; ordinal++)
            {
                if (model.Sheet.At(column.Code, ordinal) is { } standing)
                {
                    yield return (column, ResultsSheet.Written(ordinal), standing);
                }
            }
        }
    }

    private static IEnumerable<BenchColumn> Conditions(TestColumn column, T t)
    {
        var need = column.First;
        yield return new BenchColumn(
            column.Code + ResultsModel.PressureSuffix,
            t["testing.own-pressure"],
            "MPa",
            LimitText.Pressure(t, need)
        )
        {
            Least = In("MPa", need.TestPressure?.Min),
            Most = In("MPa", need.TestPressure?.Max),
        };
        yield return new BenchColumn(
            column.Code + ResultsModel.HoldSuffix,
            t["testing.own-hold"],
            "s",
            LimitText.Duration(t, need)
        )
        {
            Least = need.MinDurationSeconds,
        };
    }

    /// <summary>Only a limit in the grid's own unit is compared on the device; the server compares all.</summary>
    private static decimal? In(string unit, Core.Quantities.Reading? limit) =>
        limit is not null && limit.Unit == unit ? limit.Value : null;

    private static string Clause(TestColumn column, decimal? least, decimal? most)
    {
        static string Show(decimal? number) => number is { } n ? Core.Quantities.NumberText.Show(n) : "";
        return $"{Show(least)}–{Show(most)} %, {LimitText.Clause(column.First)}";
    }
}
