namespace Yuheng.Core.Sampling;

/// <summary>
/// The single master tables as a rule: a cell depends only on the diagonal s = letter index (A = 0 … R = 15, S = 16)
/// + AQL index (0.010 = 0 … 1000 = 25), but for the edges written down below. It proves the printed tables, and the
/// printed tables prove it.
/// </summary>
public static class SingleTableRule
{
    private const int RowA = 0;
    private const int RowE = 4;
    private const int RowS = 16;
    private const int LastColumn = 25;

    // From this diagonal on Ac is so large that only the smallest samples have a plan.
    private const int FirstLargeDiagonal = 25;

    private static readonly Diagonals Normal = new(14, "0/1 ^ v 1/2 2/3 3/4 5/6 7/8 10/11 14/15 21/22 30/31 44/45");
    private static readonly Diagonals Tightened = new(15, "0/1 v v 1/2 2/3 3/4 5/6 8/9 12/13 18/19 27/28 41/42");
    private static readonly Diagonals Reduced = new(14, "0/1 ^ v v 1/2 2/3 3/4 5/6 6/7 8/9 10/11 14/15 21/22");
    private static readonly Diagonals ReducedWithGap =
        new(14, "0/1 ^ v 0/2 1/3 1/4 2/5 3/6 5/8 7/10 10/13 14/17 21/24");

    // Rows A and B of the reduced tables draw two items, as row C does, and have numbers of their own.
    private static readonly string[] ReducedSmall = "1/2 2/3 3/4 5/6 7/8 10/11 14/15 21/22 30/31".Split(' ');
    private static readonly string[] GapRowB = "0/2 1/3 2/4 3/5 5/6 7/8 10/11 14/15 21/22 30/31".Split(' ');

    // An arrow cannot leave the table, and row A has no plan at AQL 10: the printed tables differ from the diagonal in
    // these cells only. Three of them follow from no such edge and are exceptions of the print: reduced A at 10 in both
    // standards, reduced R at 0.015 in MIL-STD-105E.
    private static readonly Dictionary<(bool Gap, Severity Severity, string Letter, string Aql), string> Edges = new()
    {
        [(false, Severity.Normal, "A", "10")] = "v",
        [(false, Severity.Normal, "R", "0.015")] = "^",
        [(false, Severity.Tightened, "A", "10")] = "v",
        [(false, Severity.Tightened, "R", "0.015")] = "^",
        [(false, Severity.Reduced, "A", "10")] = "v",
        [(false, Severity.Reduced, "Q", "0.025")] = "^",
        [(false, Severity.Reduced, "R", "0.015")] = "^",
        [(false, Severity.Reduced, "R", "0.025")] = "^",
        [(true, Severity.Reduced, "A", "10")] = "v",
        [(true, Severity.Reduced, "R", "0.015")] = "^",
    };

    /// <summary>The cell of a single master table.</summary>
    /// <param name="gap">True for MIL-STD-105E, whose reduced plans leave a gap between Ac and Re.</param>
    /// <param name="severity">Normal, tightened or reduced.</param>
    /// <param name="letter">A to R, or S.</param>
    /// <param name="aql">An AQL of the series.</param>
    /// <exception cref="Refused">The AQL is not in the series.</exception>
    public static TableCell Cell(bool gap, Severity severity, string letter, string aql)
    {
        var column = AqlSeries.IndexOf(aql);
        var row = CodeLetters.IndexOf(letter);
        var withGap = gap && severity == Severity.Reduced;
        if (row == RowS)
        {
            return TableCell.Parse(severity == Severity.Tightened && row + column == 18 ? "1/2" : ".");
        }

        return Edges.TryGetValue((withGap, severity, letter, AqlSeries.Values[column]), out var edge)
            ? TableCell.Parse(edge)
            : TableCell.Parse(OnDiagonal(withGap, severity, row, column));
    }

    /// <summary>
    /// The fractional acceptance number that clause 13 puts in place of an arrow: the denominator (2, 3 or 5), or null
    /// where the cell has none. The sample size is that of the letter itself.
    /// </summary>
    public static int? FractionDenominator(Severity severity, string letter, string aql)
    {
        var row = CodeLetters.IndexOf(letter);
        var column = AqlSeries.IndexOf(aql);
        int[] denominators = severity == Severity.Reduced ? [5, 3, 2] : [3, 2];
        var place = row + column - (severity == Severity.Tightened ? 16 : 15);
        var printed = Cell(gap: false, severity, letter, aql);
        return row != RowS && printed.Kind != CellKind.Plan && place >= 0 && place < denominators.Length
            ? denominators[place]
            : null;
    }

    private static string OnDiagonal(bool withGap, Severity severity, int row, int column)
    {
        if (severity == Severity.Reduced && row <= RowA + 1)
        {
            var small = withGap && row > RowA ? GapRowB : ReducedSmall;
            var first = LastColumn + 1 - small.Length;
            if (column >= first)
            {
                return small[column - first];
            }
        }

        var diagonals = severity switch
        {
            Severity.Normal => Normal,
            Severity.Tightened => Tightened,
            _ => withGap ? ReducedWithGap : Reduced,
        };
        return diagonals.At(row + column, large: row <= RowE);
    }

    private sealed record Diagonals(int FirstPlan, string Cells)
    {
        private readonly string[] _cells = Cells.Split(' ');

        public string At(int diagonal, bool large)
        {
            if (diagonal < FirstPlan)
            {
                return "v";
            }

            var place = diagonal - FirstPlan;
            return place < _cells.Length && (large || diagonal < FirstLargeDiagonal) ? _cells[place] : "^";
        }
    }
}
