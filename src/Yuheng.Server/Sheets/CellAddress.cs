using System.Globalization;

namespace Yuheng.Server.Sheets;

/// <summary>Cell addresses as Excel writes them: <c>J29</c>.</summary>
internal static class CellAddress
{
    /// <summary>Excel's columns end at XFD; letters beyond are not an address.</summary>
    private const int LastColumn = 16_384;

    /// <summary>The address of a cell.</summary>
    /// <param name="row">From 1, as Excel counts.</param>
    /// <param name="column">From 0.</param>
    public static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column) =>
        (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    /// <summary>The column of an address from 0, or -1 where there is none.</summary>
    public static int Column(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var c in address)
        {
            if (!char.IsAsciiLetter(c) || column > LastColumn)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    /// <summary>Row (0 where there is none) and column of an address.</summary>
    public static (int Row, int Column) Parse(ReadOnlySpan<char> address)
    {
        var letters = 0;
        while (letters < address.Length && char.IsAsciiLetter(address[letters]))
        {
            letters++;
        }

        var isRow = int.TryParse(address[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row);
        return (isRow ? row : 0, Column(address));
    }
}
