namespace Yuheng.Server.Sheets;

/// <summary>
/// Marks the cells that a merged area covers, so that an empty one can be told from one that was left out.
/// </summary>
internal static class XlsxMerges
{
    /// <summary>Marks empty cells inside the areas (<c>C3:C7</c>); rows that are not there stay away.</summary>
    public static void Mark(List<SheetRow> rows, IReadOnlyList<string> areas)
    {
        var marked = 0;
        foreach (var area in areas)
        {
            var colon = area.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var (firstRow, firstColumn) = CellAddress.Parse(area.AsSpan(0, colon));
            var (lastRow, lastColumn) = CellAddress.Parse(area.AsSpan(colon + 1));
            lastColumn = Math.Min(lastColumn, SheetLimits.Columns - 1);
            for (var at = Start(rows, firstRow); at < rows.Count && rows[at].Number <= lastRow; at++)
            {
                var cells = (List<Cell>)rows[at].Cells;
                for (var column = Math.Max(0, firstColumn); column <= lastColumn; column++)
                {
                    if (++marked > SheetLimits.MergedCells)
                    {
                        return;
                    }

                    Mark(cells, column);
                }
            }
        }
    }

    private static void Mark(List<Cell> cells, int column)
    {
        while (cells.Count <= column)
        {
            cells.Add(Cell.Empty);
        }

        if (cells[column].Kind == CellKind.Empty)
        {
            cells[column] = new Cell("", CellKind.Merged);
        }
    }

    private static int Start(List<SheetRow> rows, int number)
    {
        var low = 0;
        var high = rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
