using System.Collections.Immutable;

namespace Yuheng.Core.Sampling;

/// <summary>A plan of the tables once arrows and fall-backs are followed.</summary>
internal sealed record TablePlan(
    string Letter,
    PlanKind Used,
    ImmutableArray<int> SampleSizes,
    ImmutableArray<int?> Ac,
    ImmutableArray<int> Re,
    Confidence Confidence);

/// <summary>All plans of one standard, resolved once: a look-up is then an array access.</summary>
internal sealed class MasterTables
{
    private static readonly int Columns = TableData.Layout.Aqls.Count;
    private static readonly int Rows = TableLayout.Letters.Count;
    private readonly TablePlan?[] _plans;
    private readonly RawTables _raw;

    private MasterTables(RawTables raw)
    {
        _raw = raw;
        _plans = new TablePlan?[3 * 3 * Rows * Columns];
        foreach (var plan in Enum.GetValues<PlanKind>())
        {
            for (var severity = Severity.Normal; severity <= Severity.Reduced; severity++)
            {
                for (var cell = 0; cell < Rows * Columns; cell++)
                {
                    _plans[Place(plan, severity, cell / Columns, cell % Columns)] =
                        Resolve(raw, plan, severity, cell / Columns, cell % Columns);
                }
            }
        }
    }

    public static MasterTables Iso { get; } = new(TableData.Iso);

    public static MasterTables Mil { get; } = new(TableData.Mil);

    /// <summary>The plan of a cell, or null where the table has no such cell (row S but for one).</summary>
    public TablePlan? Find(PlanKind plan, Severity severity, int letter, int aql) =>
        _plans[Place(plan, severity, letter, aql)];

    /// <summary>The cell as printed, arrows not followed.</summary>
    public TableCell Printed(Severity severity, string letter, int aql) => _raw.Cell(severity, letter, aql);

    private static int Place(PlanKind plan, Severity severity, int letter, int aql) =>
        ((((int)plan * 3) + (int)severity) * Rows * Columns) + (letter * Columns) + aql;

    private static TablePlan? Resolve(RawTables raw, PlanKind plan, Severity severity, int letter, int aql)
    {
        var cell = raw.Cell(severity, TableLayout.Letters[letter], aql);
        while (cell.Kind is CellKind.Down or CellKind.Up)
        {
            letter += cell.Kind == CellKind.Down ? 1 : -1;
            cell = raw.Cell(severity, TableLayout.Letters[letter], aql);
        }

        return cell.Kind == CellKind.Plan ? PlanOf(raw, plan, severity, TableLayout.Letters[letter], cell) : null;
    }

    // Ac 0, Re 1 has no double or multiple plan; a letter that has no multiple gives the double, and failing that the
    // single plan: the marks "++" and "*" of the printed tables.
    private static TablePlan PlanOf(RawTables raw, PlanKind plan, Severity severity, string letter, TableCell cell)
    {
        for (var kind = plan; kind > PlanKind.Single; kind--)
        {
            if (TableData.Layout.SampleSize(severity, kind, letter) is { } size
                && raw.Stages.TryGetValue((kind, severity, cell.ToString()), out var stages))
            {
                var sizes = Enumerable.Repeat(size, stages.Re.Length).ToImmutableArray();
                return new TablePlan(letter, kind, sizes, stages.Ac, stages.Re, stages.Confidence);
            }
        }

        var single = TableData.Layout.SampleSize(severity, PlanKind.Single, letter)!.Value;
        return new TablePlan(letter, PlanKind.Single, [single], [cell.Ac], [cell.Re], Confidence.High);
    }
}
