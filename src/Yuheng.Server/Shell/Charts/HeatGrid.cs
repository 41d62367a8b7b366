namespace Yuheng.Server.Shell.Charts;

/// <summary>One cell of a heat grid.</summary>
/// <param name="Share">How dark, from 0 to 1; null where there is nothing.</param>
/// <param name="Written">The number that stands in it.</param>
public sealed record HeatCell(double? Share, string Written);

/// <summary>
/// Firm by month, seat by characteristic: where it burns. The number stands in every cell, colour only helps.
/// </summary>
public static class HeatGrid
{
    private const double Row = 26;
    private const double Names = 130;
    private const int Shades = 5;

    /// <summary>Rows drawn; more is a table's work.</summary>
    private const int MostRows = 40;

    /// <summary>Draws the grid.</summary>
    public static ChartModel Draw(
        ChartLabels labels,
        IReadOnlyList<string> columns,
        IReadOnlyList<(string Name, IReadOnlyList<HeatCell> Cells)> rows)
    {
        var drawn = rows.Take(MostRows).ToArray();
        var canvas = new Canvas(Axes.Width, (drawn.Length * Row) + 44);
        var wide = (Axes.Width - Names - 8) / Math.Max(1, columns.Count);
        for (var c = 0; c < columns.Count; c++)
        {
            canvas.Text(Names + ((c + 0.5) * wide), 14, columns[c], "t tiny mid");
        }

        for (var r = 0; r < drawn.Length; r++)
        {
            var top = 22 + (r * Row);
            canvas.Text(Names - 6, top + 17, drawn[r].Name, "t end");
            for (var c = 0; c < Math.Min(columns.Count, drawn[r].Cells.Count); c++)
            {
                var cell = drawn[r].Cells[c];
                var shade = cell.Share is { } share
                    ? $"heat h{Math.Clamp((int)(share * Shades), 0, Shades - 1)}"
                    : "heat none";
                canvas.Box(
                    Names + (c * wide),
                    top,
                    wide - 2,
                    Row - 2,
                    shade,
                    $"{drawn[r].Name}, {columns[c]}: {cell.Written}");
                canvas.Text(Names + ((c + 0.5) * wide) - 1, top + 16, cell.Written, "t tiny mid" + Dark(cell));
            }
        }

        canvas.Text(Axes.Width / 2, canvas.Height - 6, labels.X, "t mid");
        return new ChartModel(
            labels,
            canvas.Picture(labels.Title),
            [labels.Y, .. columns],
            [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, .. r.Cells.Select(c => c.Written)])]);
    }

    private static string Dark(HeatCell cell) => cell.Share >= 0.6 ? " light" : "";
}
