using System.Globalization;
using Yuheng.Core;

namespace Yuheng.Server.Sheets;

/// <summary>Refusals that both kinds of file share.</summary>
internal static class SheetChecks
{
    /// <summary>Refuses a text longer than a cell can be.</summary>
    /// <exception cref="Refused"><c>cell-too-long</c>.</exception>
    public static void Length(int length)
    {
        if (length > SheetLimits.CellLength)
        {
            throw CellTooLong();
        }
    }

    /// <summary>A cell that holds more than a cell can.</summary>
    public static Refused CellTooLong() => File("cell-too-long", SheetLimits.CellLength);

    /// <summary>A row that is too wide.</summary>
    public static Refused TooManyColumns() => File("too-many-columns", SheetLimits.Columns);

    /// <summary>A sheet that is too long.</summary>
    public static Refused TooManyRows() => File("too-many-rows", SheetLimits.Rows);

    /// <summary>A file that breaks off or is not what its head says.</summary>
    public static Refused Broken() => File("broken");

    /// <summary>A refusal of the file, with the limit or the place where there is one.</summary>
    public static Refused File(string code, params IReadOnlyList<long> numbers) =>
        new("refused.sheets." + code, [.. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))])
        {
            Field = "file",
        };
}
