using System.Globalization;

namespace Yuheng.Core.Sampling;

/// <summary>What stands in a cell of a single master table.</summary>
public enum CellKind
{
    /// <summary>Outside the table: row S holds one plan only.</summary>
    Empty,

    /// <summary>Acceptance and rejection number.</summary>
    Plan,

    /// <summary>Use the first plan below the arrow.</summary>
    Down,

    /// <summary>Use the first plan above the arrow.</summary>
    Up,
}

/// <summary>A cell of a single master table as printed: an arrow, or Ac and Re.</summary>
public readonly record struct TableCell(CellKind Kind, int Ac = 0, int Re = 0)
{
    // In the order of CellKind; a plan has no mark.
    private const string Marks = ". v^";

    /// <summary>Reads <c>v</c>, <c>^</c>, <c>.</c> or <c>Ac/Re</c>.</summary>
    public static TableCell Parse(string text) => text switch
    {
        "." => new(CellKind.Empty),
        "v" => new(CellKind.Down),
        "^" => new(CellKind.Up),
        _ => new(CellKind.Plan, Number(text.Split('/')[0]), Number(text.Split('/')[1])),
    };

    /// <summary>The cell as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Kind == CellKind.Plan
        ? string.Create(CultureInfo.InvariantCulture, $"{Ac}/{Re}")
        : Marks[(int)Kind].ToString();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
